#include "analyzers/schema/symbol_words.h"

#include <algorithm>
#include <charconv>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/schema/document_type.h"
#include "analyzers/schema/organ.h"

namespace vankien {
namespace {

/// A name as the chain gives it, with and without marks.
struct Name {
  std::vector<std::string> words;
  std::vector<std::string> bare;
  std::string meaning;         ///< abbreviation or organ
  std::string_view type_name;  ///< for types
};

Name make_name(std::string_view text, std::string meaning, std::string_view type_name = {}) {
  Name name{{}, {}, std::move(meaning), type_name};
  for (const Token& word : analyze_words(text)) {
    name.bare.push_back(bare_form(word.text));
    name.words.push_back(word.text);
  }
  return name;
}

// Longer names first, so that "thông tư liên tịch" is not read as "thông tư".
std::vector<Name> longest_first(std::vector<Name> names) {
  std::stable_sort(names.begin(), names.end(),
                   [](const Name& a, const Name& b) { return a.words.size() > b.words.size(); });
  return names;
}

const std::vector<Name>& type_names() {
  static const auto made = [] {
    std::vector<Name> names;
    for (const auto& type : document_types())
      names.push_back(make_name(type.name, std::string(type.abbreviation), type.name));
    return longest_first(std::move(names));
  }();
  return made;
}

// Bodies by their usual names → their letters in symbols. Congress, Politburo and Secretariat all sign /TW;
// provincial and central-city committees alike /TU.
const std::vector<Name>& organ_names() {
  static const auto made = longest_first({
      make_name("trung ương", "TW"),
      make_name("ban chấp hành trung ương", "TW"),
      make_name("bộ chính trị", "TW"),
      make_name("ban bí thư", "TW"),
      make_name("văn phòng trung ương", "VPTW"),
      make_name("ban tổ chức trung ương", "BTCTW"),
      make_name("ủy ban kiểm tra trung ương", "UBKTTW"),
      make_name("tỉnh ủy", "TU"),
      make_name("thành ủy", "TU"),
      make_name("huyện ủy", "HU"),
      make_name("quận ủy", "QU"),
      make_name("thị ủy", "ThU"),
      make_name("đảng ủy", "ĐU"),
      make_name("chi bộ", "CB"),
      make_name("chính phủ", "CP"),
      make_name("thủ tướng", "TTg"),
      make_name("thủ tướng chính phủ", "TTg"),
      make_name("ủy ban nhân dân", "UBND"),
      make_name("hội đồng nhân dân", "HĐND"),
  });
  return made;
}

// A typed word meets a name's word if it is the same, or has no marks and is the same without them.
bool meets(const std::string& typed, const std::string& word, const std::string& bare) {
  return typed == word || (typed == bare && !has_marks(typed));
}

const Name* match(const std::vector<Name>& names, const Tokens& words, std::size_t at) {
  for (const Name& name : names) {
    if (name.words.empty() || at + name.words.size() > words.size()) continue;
    bool all = true;
    for (std::size_t i = 0; all && i < name.words.size(); ++i)
      all = meets(words[at + i].text, name.words[i], name.bare[i]);
    if (all) return &name;
  }
  return nullptr;
}

std::optional<std::uint32_t> number_at(const Tokens& words, std::size_t at) {
  if (at >= words.size() || words[at].kind != TokenKind::kNumber || words[at].text.size() > 5)
    return std::nullopt;
  std::uint32_t number = 0;
  const auto& text = words[at].text;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<std::uint16_t> year_at(const Tokens& words, std::size_t at) {
  const auto number = number_at(words, at);
  if (!number || *number < 1930 || *number > 2099) return std::nullopt;
  return static_cast<std::uint16_t>(*number);
}

bool is_word(const Tokens& words, std::size_t at, const std::string& marked, const std::string& bare) {
  return at < words.size() && meets(words[at].text, marked, bare);
}

// One reading that begins at a word; each step moves `at_` forward or leaves it.
class Reader {
 public:
  Reader(const Tokens& words, std::size_t first) : words_(words), first_(first), at_(first) {}

  std::optional<SymbolReading> read() {
    if (number_at(words_, at_)) return number_first();
    return type_first();
  }

 private:
  // 05 nq tu · 30 2020 nđ cp: only with an organ, for "5 ct" alone may be anything.
  std::optional<SymbolReading> number_first() {
    symbol_.number = *number_at(words_, at_++);
    if (const auto year = year_at(words_, at_)) {
      symbol_.year = *year;
      ++at_;
    }
    if (!take_type_letters() || !take_organ_letters()) return std::nullopt;
    take_year();
    return done();
  }

  // nq 05 [tu] · nghị quyết [số] 05 [nq tu | của tỉnh ủy]
  std::optional<SymbolReading> type_first() {
    if (const Name* type = match(type_names(), words_, at_); type != nullptr && !type->meaning.empty()) {
      symbol_.type = type->meaning;
      at_ += type->words.size();
    } else if (!take_type_letters()) {
      return std::nullopt;
    }
    if (is_word(words_, at_, "số", "so")) ++at_;
    const auto number = number_at(words_, at_);
    if (!number || year_at(words_, at_)) return std::nullopt;
    symbol_.number = *number;
    ++at_;
    const std::size_t after_number = at_;
    const std::string type = symbol_.type;
    if (!(take_type_letters() && take_organ_letters())) {  // "nghị quyết số 05 nq tu" says its type twice
      at_ = after_number;
      symbol_.type = type;
      if (is_word(words_, at_, "của", "cua")) ++at_;
      if (!take_organ_letters() && !take_organ_name()) at_ = after_number;
    }
    take_year();
    return done();
  }

  bool take_type_letters() {
    if (at_ >= words_.size() || words_[at_].kind != TokenKind::kWord) return false;
    const std::string& typed = words_[at_].text;
    if (spell_abbreviation(typed, !has_marks(typed)).empty()) return false;
    const auto exact = spell_abbreviation(typed, false);
    symbol_.type = exact.empty() ? typed : std::string(exact.front());
    ++at_;
    return true;
  }

  bool take_organ_letters() {
    if (at_ >= words_.size() || words_[at_].kind != TokenKind::kWord) return false;
    const std::u32string letters = decode_utf8(words_[at_].text).chars;
    const std::string organ = spell_organ(letters);
    static constexpr std::string_view kState[] = {"CP", "TTg", "UBND", "HĐND", "HDND", "QH", "DU"};
    if (letters.size() > 8 || (!is_party_organ(organ) &&
                               std::find(std::begin(kState), std::end(kState), organ) == std::end(kState)))
      return false;
    symbol_.organ = organ;
    ++at_;
    return true;
  }

  bool take_organ_name() {
    const Name* organ = match(organ_names(), words_, at_);
    if (organ == nullptr) return false;
    symbol_.organ = organ->meaning;
    at_ += organ->words.size();
    return true;
  }

  void take_year() {
    const std::size_t back = at_;
    if (is_word(words_, at_, "năm", "nam")) ++at_;
    if (year_at(words_, at_))
      ++at_;  // the hint of the year says the rest: party symbols have none
    else
      at_ = back;
  }

  SymbolReading done() { return {symbol_, first_, at_}; }

  const Tokens& words_;
  std::size_t first_;
  std::size_t at_;
  Symbol symbol_;
};

}  // namespace

std::vector<SymbolReading> read_symbol_words(const Tokens& words) {
  std::vector<SymbolReading> readings;
  std::size_t at = 0;
  while (at < words.size()) {
    if (auto reading = Reader(words, at).read()) {
      at = reading->last;
      readings.push_back(std::move(*reading));
    } else {
      ++at;
    }
  }
  return readings;
}

Hints read_hints(const Tokens& words) {
  Hints hints;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (const auto year = year_at(words, at)) hints.years.push_back(*year);
    if (const Name* type = match(type_names(), words, at)) {
      hints.types.push_back({std::string(type->type_name), at, at + type->words.size()});
      at += type->words.size() - 1;
    }
  }
  return hints;
}

}  // namespace vankien
