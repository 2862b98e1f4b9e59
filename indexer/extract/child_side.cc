#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <string_view>

#include "indexer/extract/bounds.h"
#include "indexer/extract/child.h"
#include "indexer/extract/sandbox.h"

namespace vankien {
namespace {

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

}  // namespace vankien
