#include "indexer/extract/odt_part.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace vankien {
namespace {

/// Not text, or not the document's: what was deleted, comments, names of fields and forms, descriptions of
/// pictures.
bool is_skipped(std::string_view name) {
  static constexpr std::array<std::string_view, 10> kSkipped = {
      "tracked-changes", "annotation", "note-citation", "forms",          "event-listeners",
      "sequence-decls",  "script",     "desc",          "variable-decls", "user-field-decls"};
  return std::find(kSkipped.begin(), kSkipped.end(), name) != kSkipped.end();
}

unsigned read_count(std::string_view digits, unsigned most) {
  unsigned count = 1;
  std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return std::min(count, most);
}

}  // namespace

void OdtPart::start(std::string_view name, const Attributes& attributes) {
  if (skipping_ > 0 || is_skipped(name)) {
    ++skipping_;
    return;
  }
  const bool region = region_ == Region::body ? name == "text" && regions_ == 0 && !open_.empty()
                                              : name.starts_with("header") || name.starts_with("footer");
  Element element = Element::other;
  if (region && !name.ends_with("-style")) {
    ++regions_;
    element = Element::region;
  } else if (regions_ > 0) {
    element = start_in_region(name, attributes);
  } else {
    start_outside(name, attributes);
  }
  open_.push_back(element);
}

void OdtPart::start_outside(std::string_view name, const Attributes& attributes) {
  if (name == "style") style_ = attributes["name"];
  if (name == "paragraph-properties" && attributes["break-before"] == "page") {
    page_starting_styles_.insert(style_);
  }
}

OdtPart::Element OdtPart::start_in_region(std::string_view name, const Attributes& attributes) {
  if (name == "p" || name == "h") {
    if (page_starting_styles_.contains(attributes["style-name"])) flow_.new_page();
    return Element::paragraph;
  }
  if (name == "table-row") {
    flow_.open_row();
    return Element::row;
  }
  if (name == "table-cell" || name == "covered-table-cell") {
    // A merged cell covers others; a run of empty ones is one cell said to be repeated.
    constexpr unsigned kMostEmpty = 64;
    for (unsigned i = read_count(attributes["number-columns-repeated"], kMostEmpty); i > 1; --i) {
      flow_.open_cell();
      flow_.close_cell();
    }
    flow_.open_cell();
    return Element::cell;
  }
  if (name == "text-box" || name == "note-body") {
    flow_.open_box();
    return Element::box;
  }
  if (name == "image") pictures_ = true;
  const bool in_text =
      !open_.empty() && (open_.back() == Element::paragraph || open_.back() == Element::span);
  if (!in_text) {
    if (name == "soft-page-break") flow_.new_page();
    return Element::other;
  }
  start_in_paragraph(name, attributes);
  // Fields – a date, a reference – say their value as text, too.
  const bool holds_boxes = name == "frame" || name == "custom-shape" || name == "note" || name == "g";
  return holds_boxes ? Element::other : Element::span;
}

void OdtPart::start_in_paragraph(std::string_view name, const Attributes& attributes) {
  constexpr unsigned kMostBlanks = 1000;
  if (name == "s") {
    flow_.text(std::string(read_count(attributes["c"], kMostBlanks), ' '));
  } else if (name == "tab") {
    flow_.text("\t");
  } else if (name == "line-break") {
    flow_.end_line();
  } else if (name == "soft-page-break") {
    // Where the writing program last turned the page: after this paragraph, unless it is its first word. A
    // phrase must not be torn in two.
    if (flow_.line_is_empty()) {
      flow_.new_page();
    } else {
      page_ends_ = true;
    }
  }
}

void OdtPart::characters(std::string_view utf8) {
  if (skipping_ > 0 || open_.empty()) return;
  if (open_.back() == Element::paragraph || open_.back() == Element::span) flow_.collapsing_text(utf8);
}

void OdtPart::end(std::string_view) {
  if (skipping_ > 0) {
    --skipping_;
    return;
  }
  if (open_.empty()) return;
  const Element element = open_.back();
  open_.pop_back();
  switch (element) {
    case Element::region:
      --regions_;
      break;
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

void OdtPart::end_paragraph() {
  flow_.end_line();
  if (std::exchange(page_ends_, false)) flow_.new_page();
}

}  // namespace vankien
