#include <new>
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

}  // namespace

bool is_extract_one(int argc, char** argv) { return argc >= 2 && std::string_view(argv[1]) == "extract-one"; }

int extract_one_main(int argc, char** argv) {
  constexpr int kUsage = 2;
  ExtractLimits limits;
  if (argc != 9 || !read_limits(argv + 4, limits)) return kUsage;
  lock_up(argv[2], argv[3], limits);
  return write_all_to_stdout(answer_for(argv[2], limits)) ? 0 : 1;
}

}  // namespace vankien
