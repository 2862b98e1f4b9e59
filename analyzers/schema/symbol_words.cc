#include "analyzers/schema/symbol_words.h"

#include "analyzers/schema/organ.h"
#include "analyzers/schema/spoken_names.h"

namespace vankien {
namespace {

// What stands between a word and the one before it.
std::string_view gap_before(WordSpan words, std::size_t at, std::string_view text) {
  const std::size_t begin = words[at - 1].end;
  const std::size_t end = words[at].begin;
  return begin < end && end <= text.size() ? text.substr(begin, end - begin) : std::string_view();
}

bool ends_sentence(std::string_view gap) {
  for (std::size_t stop = gap.find_first_of(".;"); stop != std::string_view::npos;
       stop = gap.find_first_of(".;", stop + 1)) {
    const std::string_view behind = gap.substr(stop + 1);
    if (behind.starts_with("\xC2\xA0") ||
        (!behind.empty() && std::string_view(" \n\r\t").find(behind[0]) != std::string_view::npos))
      return true;
  }
  return false;
}

// One reading that begins at a word; each step moves `at_` forward or leaves it.
class Reader {
 public:
  Reader(WordSpan words, std::size_t first, std::string_view text)
      : words_(words), text_(text), first_(first), at_(first) {}

  std::optional<SymbolReading> read() {
    if (number_at(words_, at_)) return number_first();
    return type_first();
  }

 private:
  // 05 nq tu · 05nqtu · 30 2020 nđ cp · 117 2025 qh 15: only with an organ, for "5 ct" alone may be anything.
  std::optional<SymbolReading> number_first() {
    symbol_.number = *number_at(words_, at_++);
    const std::uint16_t year = take_year();
    if (year != 0 && take_law()) {
      symbol_.year = year;
      return done();
    }
    if (!take_letters()) return std::nullopt;
    keep_year(year != 0 ? year : take_year());
    return done();
  }

  // nq 05 [tu] · nghị quyết [số] 05 [nq tu | của tỉnh ủy] · nghị định 30 2020 nđ cp
  std::optional<SymbolReading> type_first() {
    if (const SpokenName* type = find_type_name(words_, at_); type != nullptr) {
      symbol_.type = type->meaning;
      at_ += type->words.size();
    } else if (const auto letters = type_letters_at(words_, at_)) {
      symbol_.type = *letters;
      ++at_;
    } else {
      return std::nullopt;
    }
    const bool announced = is_word(words_, at_, "số");
    if (announced) ++at_;
    const auto number = number_at(words_, at_);
    if (!number || year_at(words_, at_) || (!announced && begins_line(at_))) return std::nullopt;
    symbol_.number = *number;
    ++at_;
    const std::string type = symbol_.type;
    const std::uint16_t year = take_year();
    const std::size_t after_year = at_;
    if (year != 0 && take_law()) {  // "luật số 117 2025 qh 15": no type in the symbol
      symbol_.year = year;
      symbol_.type.clear();
      return done();
    }
    if (type.empty()) return std::nullopt;
    if (!take_letters()) {  // "nghị quyết số 05 nq tu" says its type twice
      at_ = after_year;
      symbol_.type = type;
      symbol_.organ.clear();
      const std::size_t before_organ = at_;  // names first: "thu tuong" is not ThU
      if (is_word(words_, at_, "của")) ++at_;
      if (!take_organ_name() && !take_organ_letters()) at_ = before_organ;
    }
    keep_year(year != 0 ? year : take_year());
    return done();
  }

  bool begins_line(std::size_t at) const {
    return at > 0 && gap_before(words_, at, text_).find('\n') != std::string_view::npos;
  }

  // Type and organ as letters, apart or as one word.
  bool take_letters() {
    if (const auto glued = glued_letters_at(words_, at_)) {
      symbol_.type = glued->type;
      symbol_.organ = glued->organ;
      ++at_;
      return true;
    }
    const auto type = type_letters_at(words_, at_);
    if (!type) return false;
    symbol_.type = *type;
    ++at_;
    return take_organ_letters();
  }

  bool take_organ_letters() {
    const auto letters = organ_letters_at(words_, at_);
    if (!letters) return false;
    symbol_.organ = letters->organ;
    at_ += letters->words;
    return true;
  }

  bool take_organ_name() {
    const SpokenName* organ = find_organ_name(words_, at_);
    if (organ == nullptr) return false;
    symbol_.organ = organ->meaning;
    at_ += organ->words.size();
    return true;
  }

  // qh 15, ubtvqh 15
  bool take_law() {
    const auto term = number_at(words_, at_ + 1);
    if (!term || (words_[at_].text != "qh" && words_[at_].text != "ubtvqh")) return false;
    symbol_.organ = (words_[at_].text == "qh" ? "QH" : "UBTVQH") + std::to_string(*term);
    at_ += 2;
    return true;
  }

  // Only symbols of the State hold a year.
  void keep_year(std::uint16_t year) {
    if (year != 0 && !symbol_.organ.empty() && !is_party_organ(symbol_.organ)) symbol_.year = year;
  }

  // "2022", "năm 2022"; 0 if there is none.
  std::uint16_t take_year() {
    const std::size_t place = is_word(words_, at_, "năm") ? at_ + 1 : at_;
    const auto year = year_at(words_, place);
    if (!year) return 0;
    at_ = place + 1;
    return *year;
  }

  SymbolReading done() {
    if (!symbol_.organ.empty() && !is_party_organ(symbol_.organ)) symbol_.system = System::kState;
    return {symbol_, first_, at_};
  }

  WordSpan words_;
  std::string_view text_;
  std::size_t first_;
  std::size_t at_;
  Symbol symbol_;
};

}  // namespace

std::size_t sentence_end(WordSpan words, std::size_t at, std::string_view text) {
  if (text.empty()) return words.size();
  for (++at; at < words.size(); ++at)
    if (ends_sentence(gap_before(words, at, text))) return at;
  return words.size();
}

std::optional<SymbolReading> symbol_words_at(WordSpan words, std::size_t at, std::string_view text) {
  return at < words.size() ? Reader(words, at, text).read() : std::nullopt;
}

std::vector<SymbolReading> read_symbol_words(const Tokens& words, std::string_view text) {
  std::vector<SymbolReading> readings;
  std::size_t at = 0;
  std::size_t end = 0;
  while (at < words.size()) {
    if (at >= end) end = sentence_end(words, at, text);
    if (auto reading = symbol_words_at(WordSpan(words).first(end), at, text)) {
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
    if (const SpokenName* type = find_type_name(words, at)) {
      hints.types.push_back({std::string(type->type_name), at, at + type->words.size()});
      at += type->words.size() - 1;
    }
  }
  return hints;
}

}  // namespace vankien
