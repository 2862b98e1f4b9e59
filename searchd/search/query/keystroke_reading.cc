#include "searchd/search/query/keystroke_reading.h"

#include "analyzers/analyzer.h"
#include "analyzers/keystrokes.h"
#include "analyzers/schema/bigram_term.h"
#include "analyzers/schema/schema.h"

namespace vankien {
namespace {

class Reader {
 public:
  Reader(std::string_view q, const Xapian::Database& database)
      : q_(q), database_(database), syllables_(find_keystrokes(q)) {
    for (const TypedSyllable& syllable : syllables_)
      words_.push_back(holds(typed(syllable)) ? std::string() : likeliest(syllable.readings));
  }

  KeystrokeReading read() {
    KeystrokeReading reading;
    std::size_t at = 0;
    for (std::size_t i = 0; i < syllables_.size(); ++i) {
      if (words_[i].empty() || !(syllables_[i].certain || has_evidence(i))) continue;
      const TypedSyllable& syllable = syllables_[i];
      reading.text.append(q_.substr(at, syllable.begin - at)).append(words_[i]);
      reading.understood.push_back(
          {Understanding::How::kKeystrokes, std::string(typed(syllable)), {words_[i]}});
      at = syllable.end;
    }
    reading.text.append(q_.substr(at));
    return reading;
  }

 private:
  std::string_view typed(const TypedSyllable& syllable) const {
    return q_.substr(syllable.begin, syllable.end - syllable.begin);
  }

  bool holds(std::string_view text) const {
    const Tokens words = analyze_words(text);
    if (words.size() != 1) return false;  // VNI: its digits part it into pieces that say nothing
    const std::string term = make_term("", words.front().text);
    return database_.term_exists(term) || database_.synonyms_begin(term) != database_.synonyms_end(term);
  }

  std::string likeliest(const std::vector<std::string>& readings) const {
    std::string best;
    Xapian::doccount most = 0;
    for (const std::string& reading : readings)
      if (const auto documents = database_.get_termfreq(make_term("", reading)); documents > most) {
        best = reading;
        most = documents;
      }
    return best;
  }

  // tinh3 uy3, Nghi5 quyết: with its neighbour it is a pair of words that the archive holds. (dieu5 khoan2 are numbers run
  // together with their words: "điệu khoàn" is nowhere.)
  bool has_evidence(std::size_t i) const {
    const auto holds_pair = [&](const std::string& left, const std::string& right) {
      return !left.empty() && !right.empty() && database_.term_exists(bigram_term(left, right));
    };
    return holds_pair(words_[i], word_after(i)) || holds_pair(word_before(i), words_[i]);
  }

  // The neighbours: one blank away, read as keys if they may be.
  std::string word_after(std::size_t i) const {
    const std::uint32_t begin = syllables_[i].end + 1;
    if (i + 1 < syllables_.size() && syllables_[i + 1].begin == begin) return words_[i + 1];
    if (begin >= q_.size() || q_[begin - 1] != ' ') return {};
    const auto end = std::min(q_.find(' ', begin), q_.size());
    return only_word(q_.substr(begin, end - begin));
  }
  std::string word_before(std::size_t i) const {
    const std::uint32_t begin = syllables_[i].begin;
    if (i > 0 && syllables_[i - 1].end + 1 == begin) return words_[i - 1];
    if (begin < 2 || q_[begin - 1] != ' ') return {};
    const auto blank = q_.rfind(' ', begin - 2);
    const std::size_t from = blank == std::string_view::npos ? 0 : blank + 1;
    return only_word(q_.substr(from, begin - 1 - from));
  }
  static std::string only_word(std::string_view text) {
    const Tokens words = analyze_words(text);
    return words.size() == 1 ? words.front().text : std::string();
  }

  std::string_view q_;
  const Xapian::Database& database_;
  std::vector<TypedSyllable> syllables_;
  std::vector<std::string> words_;  ///< by syllable: what it would be read as; empty = left alone
};

}  // namespace

KeystrokeReading read_keystrokes(std::string_view q, const Xapian::Database& database) {
  return Reader(q, database).read();
}

}  // namespace vankien
