#include "searchd/search/keystroke_reading.h"

#include "analyzers/analyzer.h"
#include "analyzers/keystrokes.h"
#include "analyzers/schema/schema.h"

namespace vankien {
namespace {

bool holds(const Xapian::Database& database, std::string_view typed) {
  const Tokens words = analyze_words(typed);
  if (words.size() != 1) return false;  // VNI: its digits part it into pieces that say nothing
  const std::string term = make_term("", words.front().text);
  return database.term_exists(term) || database.synonyms_begin(term) != database.synonyms_end(term);
}

std::string likeliest(const Xapian::Database& database, const std::vector<std::string>& readings) {
  std::string best;
  Xapian::doccount most = 0;
  for (const std::string& reading : readings)
    if (const auto documents = database.get_termfreq(make_term("", reading)); documents > most) {
      best = reading;
      most = documents;
    }
  return best;
}

}  // namespace

KeystrokeReading read_keystrokes(std::string_view q, const Xapian::Database& database) {
  KeystrokeReading reading;
  std::size_t at = 0;
  for (const TypedSyllable& syllable : find_keystrokes(q)) {
    if (!syllable.certain) continue;
    const std::string_view typed = q.substr(syllable.begin, syllable.end - syllable.begin);
    if (holds(database, typed)) continue;
    const std::string word = likeliest(database, syllable.readings);
    if (word.empty()) continue;
    reading.text.append(q.substr(at, syllable.begin - at)).append(word);
    reading.understood.push_back({Understanding::How::kKeystrokes, std::string(typed), {word}});
    at = syllable.end;
  }
  reading.text.append(q.substr(at));
  return reading;
}

}  // namespace vankien
