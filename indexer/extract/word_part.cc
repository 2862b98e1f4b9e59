#include "indexer/extract/word_part.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace vankien {
namespace {

/// Not text, or text said twice: `Fallback` repeats a text box for old programs, `moveFrom` what `moveTo`
/// says, and the rules between body and footnotes are footnotes themselves.
bool is_skipped(std::string_view name, const SaxHandler::Attributes& attributes) {
  static constexpr std::array<std::string_view, 7> kSkipped = {"del", "moveFrom", "Fallback", "instrText",
                                                               "pPr", "rPr",      "tblPr"};
  if (std::find(kSkipped.begin(), kSkipped.end(), name) != kSkipped.end()) return true;
  if (name != "footnote" && name != "endnote") return false;
  return attributes["type"] == "separator" || attributes["type"] == "continuationSeparator" ||
         attributes["type"] == "continuationNotice";
}

}  // namespace

void WordPart::start(std::string_view name, const Attributes& attributes) {
  if (skipping_ > 0 || is_skipped(name, attributes)) {
    ++skipping_;
    return;
  }
  const bool in_run = !open_.empty() && open_.back() == Element::run;
  Element element = Element::other;
  if (name == "p") {
    element = Element::paragraph;
  } else if (name == "r") {
    element = Element::run;
  } else if (name == "t" && in_run) {
    element = Element::text;
  } else if (name == "tr") {
    element = Element::row;
    flow_.open_row();
  } else if (name == "tc") {
    element = Element::cell;
    flow_.open_cell();
  } else if (name == "txbxContent") {
    element = Element::box;
    flow_.open_box();
  } else if (name == "textpath") {
    add_watermark(attributes["string"]);
  } else if (name == "relIds" && diagram_) {
    flow_.open_box();
    diagram_(std::string(attributes["dm"]));
    flow_.close_box();
  } else if (name == "blip" || name == "imagedata") {
    pictures_ = true;
  } else if (in_run) {
    start_in_run(name, attributes);
  }
  open_.push_back(element);
}

/// Word's own watermark is no run but an attribute: <v:textpath string="TUYỆT MẬT"/>. A line of its own.
void WordPart::add_watermark(std::string_view text) {
  if (text.empty()) return;
  std::string line(text);
  for (char& c : line)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  flow_.open_box();
  flow_.text(line);
  flow_.close_box();
}

void WordPart::start_in_run(std::string_view name, const Attributes& attributes) {
  if (name == "tab" || name == "ptab") {
    flow_.text("\t");
  } else if (name == "noBreakHyphen") {
    flow_.text("-");  // 15-NQ/TW is often typed with it
  } else if (name == "softHyphen") {
    flow_.text("\u00AD");  // the letter ư in a TCVN3 font; dropped after decoding where it is none
  } else if (name == "cr") {
    flow_.end_line();
  } else if (name == "br") {
    if (attributes["type"] == "page") {
      flow_.new_page();
    } else {
      flow_.end_line();
    }
  } else if (name == "lastRenderedPageBreak") {
    // Where Word last turned the page. In the middle of a paragraph the page ends after it: a phrase must not
    // be torn in two, a page number may be off by a line.
    if (flow_.line_is_empty()) {
      flow_.new_page();
    } else {
      page_ends_ = true;
    }
  }
}

void WordPart::characters(std::string_view utf8) {
  if (skipping_ > 0 || open_.empty() || open_.back() != Element::text) return;
  while (!utf8.empty()) {
    const auto stop = utf8.find_first_of("\r\n");
    flow_.text(utf8.substr(0, stop));
    if (stop == std::string_view::npos) return;
    flow_.text(" ");  // a line feed of the XML file is no line feed of the paper
    utf8.remove_prefix(stop + 1);
  }
}

void WordPart::end(std::string_view) {
  if (skipping_ > 0) {
    --skipping_;
    return;
  }
  if (open_.empty()) return;
  const Element element = open_.back();
  open_.pop_back();
  switch (element) {
    case Element::paragraph:
      end_paragraph();
      break;
    case Element::row:
      flow_.close_row();
      break;
    case Element::cell:
      flow_.close_cell();
      break;
    case Element::box:
      flow_.close_box();
      break;
    default:
      break;
  }
}

void WordPart::end_paragraph() {
  flow_.end_line();
  if (std::exchange(page_ends_, false)) flow_.new_page();
}

}  // namespace vankien
