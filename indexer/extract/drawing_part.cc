#include "indexer/extract/drawing_part.h"

namespace vankien {

void DrawingPart::start(std::string_view name, const Attributes& attributes) {
  const bool number = name == "fld" && attributes["type"] == "slidenum";
  if (skipping_ > 0 || number || name == "Fallback") {  // which repeats a shape for old programs
    ++skipping_;
    return;
  }
  in_text_ = name == "t";
  if (name == "tr") flow_.open_row();
  if (name == "tc") flow_.open_cell();
  if (name == "br") flow_.end_line();
  if (name == "blip") pictures_ = true;
}

void DrawingPart::end(std::string_view name) {
  if (skipping_ > 0) {
    --skipping_;
    return;
  }
  in_text_ = false;
  if (name == "p") flow_.end_line();
  if (name == "tc") flow_.close_cell();
  if (name == "tr") flow_.close_row();
}

void DrawingPart::characters(std::string_view utf8) {
  if (skipping_ > 0 || !in_text_) return;
  while (!utf8.empty()) {
    const auto stop = utf8.find_first_of("\r\n\t");
    flow_.text(utf8.substr(0, stop));
    if (stop == std::string_view::npos) return;
    flow_.text(utf8[stop] == '\t' ? "\t" : " ");
    utf8.remove_prefix(stop + 1);
  }
}

}  // namespace vankien
