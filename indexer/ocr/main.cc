// Reads one page by OCR; the indexer starts it for each page that is a picture, and reads its answer (ocr_child.h):
//
//   vankien-ocr FILE PAGE <limits …>      {"pages": ["…"], "properties": {"confidence": "93"}, …}
//   vankien-ocr --engine 0 <limits …>     {"properties": {"engine": "tesseract 5.3.0, …"}, …}
//   either may say                        {"error": {"code": "too_large", "message": "…"}}

#include <charconv>
#include <new>
#include <string>
#include <string_view>

#include "indexer/extract/child.h"
#include "indexer/extract/child_answer.h"
#include "indexer/extract/sandbox.h"
#include "indexer/ocr/page_picture.h"
#include "indexer/ocr/page_reader.h"

namespace {

using namespace vankien;

ExtractedText read_page(const char* file, std::size_t page, const ExtractLimits& limits) {
  OcrPage read{"", 100};
  if (const PagePicture picture = picture_of_page(file, page, limits))
    read = read_picture(picture.get(), page == 1);
  ExtractedText answer;
  answer.pages = {std::move(read.text)};
  answer.properties["confidence"] = std::to_string(read.confidence);
  return answer;
}

std::string answer_for(std::string_view file, std::size_t page, const ExtractLimits& limits) {
  try {
    if (file != "--engine") return to_answer(read_page(file.data(), page, limits));
    ExtractedText answer;
    answer.properties["engine"] = engine_name();
    return to_answer(answer);
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

int main(int argc, char** argv) {
  constexpr int kUsage = 2;
  constexpr int kArguments = 8;
  ExtractLimits limits;
  if (argc != kArguments || !read_limits(argv + 3, limits)) return kUsage;
  const std::string_view digits = argv[2];
  std::size_t page = 0;
  if (std::from_chars(digits.data(), digits.data() + digits.size(), page).ptr !=
      digits.data() + digits.size())
    return kUsage;
  lock_up(argv[1], "", limits);
  shut_in_alone();
  return write_all_to_stdout(answer_for(argv[1], page, limits)) ? 0 : 1;
}
