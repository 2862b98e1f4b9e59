#include "indexer/extract/docbook_part.h"

#include <algorithm>
#include <utility>

namespace vankien {
namespace {

/// Elements that end the text before them and hold text of their own.
bool is_block(std::string_view name) {
  return name == "para" || name == "title" || name == "entry" || name == "row" || name == "footnote" ||
         name == "listitem" || name == "informaltable" || name == "blockquote";
}

}  // namespace

void DocBookPart::start(std::string_view name, const Attributes& attributes) {
  if (name == "bookinfo") property_ = "?";
  if (!property_.empty()) {
    property_ = name == "title" ? "title" : name == "surname" ? "author" : name == "date" ? "created" : "?";
    return;
  }
  if (name == "chapter") body_ = true;
  // antiword forgets a line break between words of one emphasis, but not to begin it anew.
  if (name == "emphasis") {
    emphasis_ = "=" + std::string(attributes["role"]);
    if (emphasis_ == ended_emphasis_) text_ += '\n';
  }
  if (!is_block(name)) return;
  write_lines();
  if (name == "row") flow_.open_row();
  if (name == "entry") flow_.open_cell();
  if (name == "footnote") flow_.open_box();
}

void DocBookPart::characters(std::string_view utf8) {
  constexpr std::size_t kLongest = 4096;
  if (!property_.empty()) {
    if (property_ != "?" && properties_[property_].size() + utf8.size() <= kLongest)
      properties_[property_] += utf8;
  } else if (body_) {
    ended_emphasis_.clear();
    text_ += utf8;
  }
}

void DocBookPart::end(std::string_view name) {
  if (!property_.empty()) {
    property_ = name == "bookinfo" ? "" : "?";
    return;
  }
  if (name == "emphasis") ended_emphasis_ = emphasis_;
  if (!is_block(name)) return;
  ended_emphasis_.clear();
  write_lines();
  if (name == "row") flow_.close_row();
  if (name == "entry") flow_.close_cell();
  if (name == "footnote") flow_.close_box();
}

void DocBookPart::write_lines() {
  std::string text = std::exchange(text_, {});
  constexpr std::string_view kPicture = "[pic]";  // antiword's word, not the paper's
  for (auto at = text.find(kPicture); at != std::string::npos; at = text.find(kPicture, at))
    text.erase(at, kPicture.size());
  const auto last = text.find_last_not_of(" \n");
  if (last == std::string::npos) return;
  // The blanks that begin the first line are the paper's, those before its line feed the indentation's.
  std::size_t at = text.find_first_not_of('\n');
  const auto first = text.find_first_not_of(" \n");
  for (auto feed = text.find('\n', at); feed < first; feed = text.find('\n', at)) at = feed + 1;
  while (at <= last) {
    const std::size_t end = std::min(text.find('\n', at), last + 1);
    flow_.text(with_tabs_(std::string_view(text).substr(at, end - at)));
    flow_.end_line();
    at = end + 1;
  }
}

}  // namespace vankien
