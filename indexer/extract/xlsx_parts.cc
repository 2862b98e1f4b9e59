#include "indexer/extract/xlsx_parts.h"

#include <algorithm>
#include <charconv>

#include "indexer/extract/number_format.h"

namespace vankien {
namespace {

template <typename Number>
Number read_number(std::string_view text, Number otherwise) {
  Number number = otherwise;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() ? number : otherwise;
}

/// "AB12" → 27
std::size_t column_of(std::string_view reference, std::size_t otherwise) {
  std::size_t column = 0;
  for (const char c : reference.substr(0, 3)) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
  }
  return column == 0 ? otherwise : column - 1;
}

/// "&L&\"Arial\"&12Mật&CTrang &P" → "Mật\nTrang \n": codes begin with &, three of them part the line.
std::string lines_of_header(std::string_view codes) {
  std::string lines;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (codes[i] != '&' || i + 1 == codes.size()) {
      lines += codes[i];
      continue;
    }
    const char code = codes[++i];
    if (code == 'L' || code == 'C' || code == 'R') lines += '\n';
    if (code == '&') lines += '&';
    if (code == '"') i = std::min(codes.find('"', i + 1), codes.size());
    while (code >= '0' && code <= '9' && i + 1 < codes.size() && codes[i + 1] >= '0' && codes[i + 1] <= '9')
      ++i;
  }
  return lines + '\n';
}

}  // namespace

void WorkbookPart::start(std::string_view name, const Attributes& attributes) {
  if (name == "workbookPr") from_1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true";
  if (name == "sheet") sheets.push_back({std::string(attributes["name"]), std::string(attributes["id"])});
}

std::string_view SharedStrings::at(std::size_t index) const {
  if (index >= ends_.size()) return {};
  const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(texts_).substr(begin, ends_[index] - begin);
}

void SharedStrings::start(std::string_view name, const Attributes&) {
  if (name == "rPh") ++phonetic_;
  in_text_ = name == "t" && phonetic_ == 0;
}

void SharedStrings::end(std::string_view name) {
  if (name == "rPh") --phonetic_;
  if (name == "si") ends_.push_back(texts_.size());
  in_text_ = false;
}

void SharedStrings::characters(std::string_view utf8) {
  if (in_text_) texts_ += utf8;
}

std::string_view NumberFormats::of_style(std::size_t style) const {
  const unsigned id = style < styles_.size() ? styles_[style] : 0;
  const auto own = own_.find(id);
  return own != own_.end() ? std::string_view(own->second) : builtin_format(id);
}

void NumberFormats::start(std::string_view name, const Attributes& attributes) {
  if (name == "numFmt") own_[read_number(attributes["numFmtId"], 0u)] = attributes["formatCode"];
  if (name == "cellXfs") in_cell_styles_ = true;
  if (name == "xf" && in_cell_styles_) styles_.push_back(read_number(attributes["numFmtId"], 0u));
}

void NumberFormats::end(std::string_view name) {
  if (name == "cellXfs") in_cell_styles_ = false;
}

void SheetPart::start(std::string_view name, const Attributes& attributes) {
  if (name == "row") {
    flow_.open_row();
    row_is_empty_ = true;
    column_ = 0;
  } else if (name == "c") {
    column_ = column_of(attributes["r"], column_);
    type_ = attributes["t"];
    style_ = read_number(attributes["s"], std::size_t{0});
    value_.clear();
  } else if (name == "oddHeader" || name == "oddFooter" || name == "evenHeader" || name == "evenFooter" ||
             name == "firstHeader" || name == "firstFooter") {
    in_header_ = reading_ = true;
    value_.clear();
  } else {
    reading_ = name == "v" || name == "t";
  }
}

void SheetPart::characters(std::string_view utf8) {
  if (reading_) value_ += utf8;
}

void SheetPart::end(std::string_view name) {
  reading_ = false;
  if (name == "row") {
    flow_.close_row();
  } else if (name == "c") {
    write_cell();
    ++column_;
  } else if (in_header_) {
    header_lines_ += lines_of_header(value_);
    in_header_ = false;
  }
}

std::string SheetPart::shown_value() const {
  if (type_ == "s") return std::string(strings_.at(read_number(value_, ~std::size_t{0})));
  if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
  if (!type_.empty() && type_ != "n") return value_;
  double number = 0;
  const auto read = std::from_chars(value_.data(), value_.data() + value_.size(), number);
  const bool whole = read.ec == std::errc() && read.ptr == value_.data() + value_.size();
  return whole ? show_number(number, formats_.of_style(style_), from_1904_) : value_;
}

void SheetPart::write_cell() {
  if (value_.empty()) return;
  const std::string shown = shown_value();
  if (shown.empty()) return;
  first_column_ = seen_cell_ ? std::min(first_column_, column_) : column_;
  seen_cell_ = true;
  // The right half of a letterhead must not become its left one.
  if (row_is_empty_ && column_ > first_column_) {
    flow_.open_cell();
    flow_.close_cell();
  }
  row_is_empty_ = false;
  flow_.open_cell();
  for (std::size_t at = 0; at <= shown.size();) {
    const std::size_t end = std::min(shown.find('\n', at), shown.size());
    std::string line = shown.substr(at, end - at);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\t' || c == '\r'; }, ' ');
    flow_.text(line);
    flow_.end_line();
    at = end + 1;
  }
  flow_.close_cell();
}

}  // namespace vankien
