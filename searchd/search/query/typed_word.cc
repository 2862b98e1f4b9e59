#include "searchd/search/query/typed_word.h"

#include <algorithm>

#include "analyzers/keyboard.h"
#include "analyzers/mapped_text.h"

namespace vankien {

TypedWord::TypedWord(std::string_view word, State state)
    : state_(state), word_(word), bare_(!has_marks(word)) {
  Pattern typed = take_tone(word);
  letters_ = typed.letters.size();
  add(typed);
  // The index folds a last y into i (kĩ); the word may go on: kyet → "kiết" is none, but tuy → tuyến.
  if (state == State::kBegun && letters_ > 0 && typed.letters.back() == U'i') {
    typed.letters.back() = U'y';
    add(typed);
  }
  if (state != State::kBegun) return;
  const std::u32string keys = decode_utf8(word).chars;
  if (!std::all_of(keys.begin(), keys.end(), [](char32_t key) { return key < 0x80; })) return;
  constexpr std::size_t kMostKeys = 12;
  if (keys.size() < 3 || keys.size() > kMostKeys) return;  // aa, dd: two letters begin too much to be keys
  for (Typed& read : press_keys(TypingMethod::kTelex, keys))
    if (read.letters != keys) add({std::move(read.letters), read.tone});
}

void TypedWord::add(Pattern pattern) {
  if (pattern.letters.empty()) return;
  const std::string beginning = bare_form(encode_utf8(pattern.letters));
  patterns_.push_back(std::move(pattern));
  if (std::find(beginnings_.begin(), beginnings_.end(), beginning) == beginnings_.end())
    beginnings_.push_back(beginning);
}

TypedWord::Pattern TypedWord::take_tone(std::string_view word) {
  Pattern pattern;
  pattern.letters = decode_utf8(word).chars;
  for (char32_t& letter : pattern.letters) {
    const Vowel vowel = take_apart(letter);
    if (vowel.base == 0) continue;
    letter = vowel.base;
    if (vowel.tone != Tone::kNone) pattern.tone = vowel.tone;
  }
  return pattern;
}

bool TypedWord::fits(std::string_view form) const {
  if (state_ == State::kExact) return form == word_;
  const Pattern parted = take_tone(form);
  return std::any_of(patterns_.begin(), patterns_.end(),
                     [&](const Pattern& pattern) { return fits(pattern, parted); });
}

bool TypedWord::fits(const Pattern& pattern, const Pattern& form) const {
  if (pattern.letters.size() > form.letters.size()) return false;
  if (state_ == State::kWhole && pattern.letters.size() != form.letters.size()) return false;
  if (pattern.tone != Tone::kNone && pattern.tone != form.tone) return false;
  const bool any_marks = bare_ || state_ == State::kBegun;
  for (std::size_t i = 0; i < pattern.letters.size(); ++i)
    if (pattern.letters[i] != form.letters[i] &&
        !(any_marks && pattern.letters[i] == strip_marks(form.letters[i])))
      return false;
  return true;
}

}  // namespace vankien
