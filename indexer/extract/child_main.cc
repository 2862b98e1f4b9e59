#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <new>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/extract/bounds.h"
#include "indexer/extract/child.h"
#include "indexer/extract/child_answer.h"
#include "indexer/extract/sandbox.h"

namespace vankien {
namespace {

std::string answer_for(const std::filesystem::path& file, const ExtractLimits& limits) {
  try {
    return to_answer(extract_file(file, limits, [](bool by_programs) {
      if (by_programs) {
        allow_files_of_its_own();
      } else {
        shut_in_alone();
      }
    }));
  } catch (const ExtractError& error) {
    return to_answer(error);
  } catch (const std::bad_alloc&) {
    return to_answer(
        ExtractError("out_of_memory", "needs more than " + std::to_string(limits.memory_bytes) + " bytes"));
  } catch (const std::exception& error) {
    return to_answer(ExtractError("crashed", error.what()));
  }
}

template <typename Number>
bool read_number(std::string_view text, Number& number) {
  return std::from_chars(text.data(), text.data() + text.size(), number).ptr == text.data() + text.size();
}

}  // namespace

void lock_up(const std::filesystem::path& file, const std::filesystem::path& scratch,
             const ExtractLimits& limits) {
  close_range(STDERR_FILENO + 1, ~0u, 0);
  setenv("TMPDIR", scratch.c_str(), 1);
  bound_this_process(limits);
  shut_in(file, scratch);
}

bool write_all_to_stdout(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool read_limits(char** numbers, ExtractLimits& limits) {
  return read_number(numbers[0], limits.input_bytes) && read_number(numbers[1], limits.output_bytes) &&
         read_number(numbers[2], limits.memory_bytes) && read_number(numbers[3], limits.seconds) &&
         read_number(numbers[4], limits.pages);
}

bool is_extract_one(int argc, char** argv) { return argc >= 2 && std::string_view(argv[1]) == "extract-one"; }

int extract_one_main(int argc, char** argv) {
  constexpr int kUsage = 2;
  if (argc == 3) {  // by hand: as a run would do it
    try {
      const auto self = std::filesystem::read_symlink("/proc/self/exe");
      return write_all_to_stdout(to_answer(extract_in_child(self, argv[2], {}))) ? 0 : 1;
    } catch (const ExtractError& error) {
      return write_all_to_stdout(to_answer(error)) ? 0 : 1;
    }
  }
  ExtractLimits limits;
  const bool good = argc == 9 && read_limits(argv + 4, limits);
  return good ? extract_one_main(argv[2], argv[3], limits) : kUsage;
}

int extract_one_main(const std::filesystem::path& file, const std::filesystem::path& scratch,
                     const ExtractLimits& limits) {
  lock_up(file, scratch, limits);
  return write_all_to_stdout(answer_for(file, limits)) ? 0 : 1;
}

}  // namespace vankien
