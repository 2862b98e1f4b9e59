// What the control words do; what stands between them is in rtf_reader.cc.

#include <algorithm>
#include <utility>

#include "indexer/extract/rtf_reader.h"
#include "indexer/extract/rtf_words.h"

namespace vankien {

void RtfReader::do_word(const RtfTokens::Token& token) {
  const std::string_view word = token.word;
  const int number = token.number.value_or(0);
  if (word == "bin") {
    if (number > 0) tokens_.skip_bytes(static_cast<std::size_t>(number));
    return;
  }
  if (word == "u") {
    do_unicode(number);
    return;
  }
  if (fallback_left_ > 0) {  // a control word counts as one byte
    --fallback_left_;
    return;
  }
  flush();
  if (do_destination(word, std::exchange(starred_, false))) return;
  if (group().place == Place::created) return set_created(word, number);
  if (group().place == Place::skipped) return;
  if (word == "ansicpg") {
    charsets_.set_document_page(number);
  } else if (word == "deff") {
    default_font_ = group().font = number;
  } else if (word == "fcharset") {
    if (group().place == Place::font_table) charsets_.set_charset(group().font, number);
  } else {
    do_format(word, token.number);
    if (takes_text()) do_break(word);
  }
}

/// Whether the word says what the group is for.
bool RtfReader::do_destination(std::string_view word, bool starred) {
  Place& place = group().place;
  if (word == "ud" && groups_.size() > 1) {
    group().place = groups_[groups_.size() - 2].place;
    return true;
  }
  if (place == Place::skipped) return true;
  if (is_rtf_picture(word)) pictures_ = true;
  if (is_rtf_picture(word) || is_rtf_no_text(word)) {
    place = Place::skipped;
  } else if (is_rtf_furniture(word)) {
    place = Place::furniture;
  } else if (is_rtf_box(word)) {
    open_box();
  } else if (word == "upr") {
    group().upr = true;
  } else if (word == "fonttbl") {
    place = Place::font_table;
  } else if (word == "info") {
    place = Place::info;
  } else if (place == Place::info && (word == "title" || word == "author" || word == "creatim")) {
    place = word == "title" ? Place::title : word == "author" ? Place::author : Place::created;
    if (word == "title") title_.clear();  // LibreOffice says it twice
    if (word == "author") author_.clear();
  } else if (place == Place::info) {
    place = Place::skipped;
  } else if (starred && word != "shpinst" && word != "do") {
    place = Place::skipped;
  } else {
    return false;
  }
  return true;
}

void RtfReader::do_format(std::string_view word, std::optional<int> number) {
  const bool on = number.value_or(1) != 0;
  if (word == "f") {
    group().font = number.value_or(0);
  } else if (word == "uc") {
    group().fallback_bytes = std::clamp(number.value_or(1), 0, 16);
  } else if (word == "deleted" || word == "v") {
    group().invisible = on;
  } else if (word == "plain") {
    group().font = default_font_;
    group().invisible = false;
  } else if (word == "pard") {
    group().in_table = false;
  } else if (word == "intbl") {
    group().in_table = true;
  }
}

void RtfReader::do_break(std::string_view word) {
  if (const std::string_view sign = rtf_sign(word); !sign.empty()) {
    write(sign);
  } else if (word == "par" || word == "line" || word == "sect" || word == "column" || word == "nestrow") {
    enter_cell();
    flow().end_line();
  } else if (word == "page" || (word == "pagebb" && flow().line_is_empty())) {
    flow().new_page();
  } else if (word == "cell") {
    group().in_table = true;
    enter_cell();
    flow().close_cell();
    tables_.back().in_cell = false;
  } else if (word == "row" && tables_.back().in_row) {
    flow().close_row();
    tables_.back() = {};
  }
}

void RtfReader::set_created(std::string_view word, int number) {
  const auto within = [&](int most) { return number >= 0 && number <= most ? number : 0; };
  if (word == "yr") year_ = within(9999);
  if (word == "mo") month_ = within(12);
  if (word == "dy") day_ = within(31);
}

}  // namespace vankien
