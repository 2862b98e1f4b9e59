#include "indexer/extract/rtf_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "analyzers/mapped_text.h"
#include "indexer/extract/letterless.h"
#include "indexer/extract/stamps.h"
#include "indexer/extract/utf.h"

namespace vankien {
namespace {

constexpr std::size_t kDeepest = 1000;  // groups; Word writes a dozen
constexpr std::size_t kLongestProperty = 4096;

}  // namespace

RtfReader::RtfReader(std::string_view bytes, const ExtractLimits& limits)
    : tokens_(bytes), body_(limits), furniture_(limits), tables_(1) {}

ExtractedText RtfReader::read() {
  using Kind = RtfTokens::Kind;
  groups_.emplace_back();
  for (auto token = tokens_.next(); token.kind != Kind::end; token = tokens_.next()) {
    switch (token.kind) {
      case Kind::open:
        open_group();
        break;
      case Kind::close:
        close_group();
        break;
      case Kind::word:
        do_word(token);
        break;
      case Kind::symbol:
        do_symbol(token.byte);
        break;
      default:
        do_byte(token.byte);
    }
    if (groups_.size() == 1 && token.kind == Kind::close) break;  // what follows the document is none of it
  }
  // A cut text is none: what is missing may be its end, or its annex.
  if (groups_.size() > 1) throw ExtractError("damaged", "RTF: the file ends inside the document");
  flush();
  ExtractedText result;
  result.pages = body_.take_pages();
  std::string stamps;
  collect_stamps(furniture_.take_pages(), stamps);
  result.pages.front().insert(0, stamps);
  if (!title_.empty()) result.properties["title"] = title_;
  if (!author_.empty()) result.properties["author"] = author_;
  if (year_ > 0) result.properties["created"] = fmt::format("{:04}-{:02}-{:02}", year_, month_, day_);
  refuse_letterless(result, pictures_);
  return result;
}

bool RtfReader::takes_text() const {
  const Group& group = groups_.back();
  return (group.place == Place::body || group.place == Place::furniture) && !group.invisible;
}

void RtfReader::open_group() {
  flush();
  if (groups_.size() > kDeepest) throw ExtractError("damaged", "RTF: groups nested too deeply");
  Group inner = groups_.back();
  inner.is_box = false;
  if (std::exchange(inner.upr, false)) inner.place = Place::skipped;
  groups_.push_back(inner);
  starred_ = false;
  fallback_left_ = 0;
}

void RtfReader::close_group() {
  flush();
  fallback_left_ = 0;
  starred_ = false;
  if (groups_.size() == 1) return;
  if (group().is_box) {
    flow().close_box();
    if (tables_.size() > 1) tables_.pop_back();
  } else if (group().place == Place::furniture && groups_[groups_.size() - 2].place != Place::furniture) {
    furniture_.end_block();
  }
  groups_.pop_back();
}

void RtfReader::do_symbol(char symbol) {
  if (symbol == '*') {
    starred_ = true;
    return;
  }
  if (fallback_left_ > 0) {
    --fallback_left_;
    return;
  }
  if (symbol == '\\' || symbol == '{' || symbol == '}') return do_byte(symbol);
  flush();
  if (!takes_text()) return;
  if (symbol == '~') {
    write("\u00A0");
  } else if (symbol == '_') {
    write("-");  // 15-NQ/TW is often typed with it
  } else if (symbol == '-') {
    write("\u00AD");  // the letter ư in a TCVN3 font; dropped after decoding where it is none
  } else if (symbol == '\n' || symbol == '\r') {
    do_break("par");
  } else if (symbol == '\t') {
    write("\t");
  }
}

void RtfReader::do_byte(char byte) {
  starred_ = false;
  if (fallback_left_ > 0) {
    --fallback_left_;
    return;
  }
  if (group().place == Place::font_table) {
    if (byte != ';') charsets_.add_to_name(group().font, byte);
    return;
  }
  if (!units_.empty()) flush();
  const bool property = group().place == Place::title || group().place == Place::author;
  if (takes_text() || property) bytes_ += byte;
  constexpr std::size_t kLongRun = 1 << 16;
  if (bytes_.size() >= kLongRun && static_cast<unsigned char>(byte) < 0x80) flush();
}

void RtfReader::do_unicode(int unit) {
  starred_ = false;
  if (!bytes_.empty()) flush();
  const bool property = group().place == Place::title || group().place == Place::author;
  if (takes_text() || property) units_ += static_cast<char16_t>(unit);
  fallback_left_ = group().fallback_bytes;
}

void RtfReader::flush() {
  if (bytes_.empty() && units_.empty()) return;
  std::string text = from_code_page(charsets_.page_of(group().font), std::exchange(bytes_, {}));
  append_utf16(text, std::exchange(units_, {}));
  if (group().place == Place::title || group().place == Place::author) {
    std::string& property = group().place == Place::title ? title_ : author_;
    if (property.size() + text.size() <= kLongestProperty) property += text;
    return;
  }
  // A control character is a blank, but C1 ones are letters of legacy fonts.
  for (char& c : text) c = static_cast<unsigned char>(c) < ' ' && c != '\t' ? ' ' : c;
  write(text);
}

void RtfReader::write(std::string_view utf8) {
  enter_cell();
  flow().text(utf8);
}

/// Opens the row and the cell that the paragraph stands in, or ends the table before it.
void RtfReader::enter_cell() {
  Table& table = tables_.back();
  if (group().in_table) {
    if (!std::exchange(table.in_row, true)) flow().open_row();
    if (!std::exchange(table.in_cell, true)) flow().open_cell();
  } else if (table.in_row) {
    flow().close_row();
    table = {};
  }
}

void RtfReader::open_box() {
  if (group().place != Place::body && group().place != Place::furniture) return;
  flow().open_box();
  tables_.emplace_back();
  group().is_box = true;
  group().in_table = false;
}
}  // namespace vankien
