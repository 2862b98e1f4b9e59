#include "indexer/extract/ocr_child.h"

#include <charconv>

#include "indexer/extract/child.h"
#include "indexer/extract/child_answer.h"
#include "indexer/extract/child_room.h"

namespace vankien {
namespace {

ExtractedText ask(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                  const ExtractLimits& limits) {
  if (!std::filesystem::exists(program)) {
    throw ExtractError("missing_program",
                       program.filename().string() + " is not installed beside the indexer");
  }
  return from_answer(ask_child(program, arguments, limits));
}

const std::string& property(const ExtractedText& answer, const char* name) {
  const auto found = answer.properties.find(name);
  if (found == answer.properties.end())
    throw ExtractError("crashed", "the reading process gave no sensible answer");
  return found->second;
}

}  // namespace

std::filesystem::path ocr_program(const std::filesystem::path& self_exe) {
  return self_exe.parent_path() / "vankien-ocr";
}

OcrPage read_page_in_child(const std::filesystem::path& program, const std::filesystem::path& file,
                           std::size_t page, const ExtractLimits& limits) {
  ExtractedText answer = in_child_room(limits, [&](const ExtractLimits& given) {
    return ask(program, {std::filesystem::absolute(file).string(), std::to_string(page)}, given);
  });
  OcrPage read;
  const std::string& confidence = property(answer, "confidence");
  std::from_chars(confidence.data(), confidence.data() + confidence.size(), read.confidence);
  if (!answer.pages.empty()) read.text = std::move(answer.pages.front());
  return read;
}

std::string ocr_engine(const std::filesystem::path& program, const ExtractLimits& limits) {
  return property(ask(program, {"--engine", "0"}, limits), "engine");
}

}  // namespace vankien
