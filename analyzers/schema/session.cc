#include "analyzers/schema/session.h"

#include <algorithm>

#include "analyzers/schema/numerals.h"
#include "analyzers/schema/session_finder.h"

namespace vankien {
namespace {

/// Moves over the words of one meeting's name.
class Reader {
 public:
  Reader(WordSpan words, std::size_t first) : words_(words), first_(first), at_(first) {}

  std::optional<SessionReading> read() {
    if (take("đại hội")) return congress();
    const bool named = take("hội nghị") || take("hn");
    if (named && take_ordinal_after_times()) return plenum_before_committee();
    return committee_before_plenum(named);
  }

 private:
  bool take(std::string_view phrase) {
    const std::size_t count = match_phrase(words_, at_, phrase);
    at_ += count;
    return count > 0;
  }

  bool take_committee() {
    if (take("hntw") || take("bchtw")) {
      session_.organ = "TW";
      return true;
    }
    const std::size_t back = at_;
    const bool committee = take("ban chấp hành") || take("bch");
    if (take("trung ương") || take("tw") || take_point_tw()) {
      session_.organ = "TW";
    } else if (committee && take("đảng bộ")) {
      session_.organ = take_level();
      if (session_.organ.empty()) return reset(back);
      return true;
    } else {
      return reset(back);
    }
    take("đảng");
    return true;
  }
  bool reset(std::size_t back) {
    at_ = back;
    return false;
  }

  // TƯ, T.Ư; never bare: "tu" is Tỉnh ủy.
  bool take_point_tw() {
    if (at_ < words_.size() && words_[at_].text == "tư") {
      ++at_;
      return true;
    }
    if (at_ + 1 < words_.size() && words_[at_].text == "t" &&
        (words_[at_ + 1].text == "ư" || words_[at_ + 1].text == "w")) {
      at_ += 2;
      return true;
    }
    return false;
  }

  // Whose party organisation: letters its committee has in symbols.
  std::string take_level() {
    if (take("tỉnh") || take("thành phố")) return "TU";
    if (take("huyện")) return "HU";
    if (take("quận")) return "QU";
    if (take("thị xã")) return "ThU";
    if (take("xã") || take("phường") || take("đặc khu")) return "ĐU";
    return {};
  }

  bool take_ordinal_after_times() {
    const std::size_t back = at_;
    return (take("lần thứ") || take("lần") || take("thứ")) && take_ordinal() ? true : reset(back);
  }
  bool take_ordinal() {
    const auto ordinal = ordinal_at(words_, at_);
    if (!ordinal) return false;
    value_ = ordinal->value;
    at_ += ordinal->words;
    return true;
  }

  // hội nghị lần thứ tư [của] ban chấp hành trung ương đảng [khóa XII]; without its committee any meeting.
  std::optional<SessionReading> plenum_before_committee() {
    take("của");
    if (!take_committee()) return std::nullopt;
    return plenum(true);
  }

  // [hội nghị] trung ương [lần thứ] 4 [ban chấp hành trung ương đảng] [khóa XII]
  std::optional<SessionReading> committee_before_plenum(bool named) {
    if (!take_committee()) return std::nullopt;
    if (!take_ordinal_after_times() && !take_arabic_or_roman()) return std::nullopt;
    const std::size_t back = at_;
    const std::string organ = session_.organ;
    if (!take_committee() || session_.organ != organ) at_ = back;
    session_.organ = organ;
    return plenum(named || match_phrase(words_, first_, "hntw") > 0);
  }
  // "trung ương 4", "trung ương IV"; not "trung ương hai", which is prose.
  bool take_arabic_or_roman() {
    if (at_ >= words_.size()) return false;
    return (number_at(words_, at_) || parse_roman(words_[at_].text)) && take_ordinal();
  }

  std::optional<SessionReading> plenum(bool named) {
    session_.plenum = value_;
    const std::size_t back = at_;
    take("của");
    take("đảng");
    if (const auto term = term_at(words_, at_)) {
      session_.term = term->term;
      at_ += term->words;
    } else {
      at_ = back;
    }
    return SessionReading{session_, first_, at_, named};
  }

  std::optional<SessionReading> congress() {
    session_.organ = "TW";
    take("đại biểu");
    if (take("đảng bộ")) {
      session_.organ = take_level();
      if (session_.organ.empty()) return std::nullopt;
      // The name of the place: "đảng bộ tỉnh Đông Giang lần thứ XVI".
      for (int i = 0; i < 4 && at_ < words_.size() && match_phrase(words_, at_, "lần thứ") == 0 &&
                      words_[at_].kind == TokenKind::kWord;
           ++i)
        ++at_;
    } else {
      take("đảng");
      take("toàn quốc");
      take("của đảng");
    }
    take("khóa");
    if (!take_ordinal_after_times() && !take_arabic_or_roman()) return std::nullopt;
    take("của đảng");
    session_.term = roman(value_);
    return SessionReading{session_, first_, at_, true};
  }

  WordSpan words_;
  std::size_t first_;
  std::size_t at_;
  std::uint16_t value_ = 0;
  Session session_;
};

bool may_begin(WordSpan words, std::size_t at) {
  return at + 1 < words.size() && may_begin_session(short_key(words[at].text), short_key(words[at + 1].text));
}

bool follows_type(WordSpan words, std::size_t at) {
  if (at >= 1 && (words[at - 1].text == "nq" || words[at - 1].text == "kl")) return true;
  return at >= 2 &&
         (match_phrase(words, at - 2, "nghị quyết") > 0 || match_phrase(words, at - 2, "kết luận") > 0);
}

// "nqtw 4": the letters of type and committee as one word.
std::optional<SessionReading> glued_at(WordSpan words, std::size_t at) {
  if (words[at].text != "nqtw" && words[at].text != "kltw") return std::nullopt;
  std::vector<Token> apart(words.begin() + static_cast<std::ptrdiff_t>(at),
                           words.begin() + static_cast<std::ptrdiff_t>(std::min(at + 12, words.size())));
  apart.front().text = "tw";
  auto reading = session_at(apart, 0);
  if (!reading) return std::nullopt;
  reading->first = at;
  reading->last += at;
  return reading;
}

}  // namespace

std::string Session::key() const {
  return organ + "|" + (plenum == 0 ? std::string("ĐH") : std::to_string(plenum)) + "|" + term;
}

std::optional<SessionReading> session_at(WordSpan words, std::size_t at) {
  if (!may_begin(words, at)) return std::nullopt;
  return Reader(words, at).read();
}

std::optional<SessionReading> told_session_at(WordSpan words, std::size_t at) {
  if (!may_begin(words, at)) return std::nullopt;
  if (auto glued = glued_at(words, at)) return glued;
  auto reading = session_at(words, at);
  if (reading && (reading->named || !reading->session.term.empty() || follows_type(words, at)))
    return reading;
  return std::nullopt;
}

std::vector<SessionReading> read_sessions(WordSpan words) {
  std::vector<SessionReading> found;
  std::size_t at = 0;
  while (at < words.size()) {
    if (auto reading = told_session_at(words, at)) {
      at = reading->last;
      found.push_back(std::move(*reading));
    } else {
      ++at;
    }
  }
  return found;
}

std::optional<TermReading> term_at(WordSpan words, std::size_t at) {
  if (is_word(words, at, "khóa")) {
    const auto number = ordinal_at(words, at + 1);
    if (!number) return std::nullopt;
    return TermReading{roman(number->value), 1 + number->words};
  }
  const std::size_t count = match_phrase(words, at, "nhiệm kì");
  if (count == 0) return std::nullopt;
  const auto begin = year_at(words, at + count);
  const auto end = year_at(words, at + count + 1);
  if (!begin || !end || *end <= *begin) return std::nullopt;
  return TermReading{std::to_string(*begin) + "-" + std::to_string(*end), count + 2};
}

}  // namespace vankien
