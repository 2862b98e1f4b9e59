#include "analyzers/keyboard.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vankien {
namespace {

bool is_vowel(char32_t letter) { return take_apart(letter).base != 0; }

char32_t circumflexed(char32_t key) { return key == U'a' ? U'â' : key == U'e' ? U'ê' : U'ô'; }

class Keyboard {
 public:
  explicit Keyboard(TypingMethod method) : method_(method) {}

  std::vector<Typed> type(std::u32string_view keys) {
    std::vector<Typed> readings = {{}};
    for (const char32_t key : keys) {
      next_.clear();
      for (const Typed& typed : readings) press(typed, key);
      std::swap(readings, next_);
      previous_ = key;
    }
    return readings;
  }

 private:
  void press(const Typed& typed, char32_t key) {
    if (method_ == TypingMethod::kTelex)
      press_telex(typed, key);
    else
      press_vni(typed, key);
  }

  void press_telex(const Typed& typed, char32_t key) {
    constexpr std::u32string_view tones = U"zfrxsj";  // in the order of Tone
    if (key == U'w') {
      // A w pressed twice takes its mark back; what is left has a w and is no syllable.
      if (previous_ == U'w') return;
      horn(typed);
      breve(typed);
      append(typed, U'ư');
    } else if (key == U'a' || key == U'e' || key == U'o') {
      circumflex(typed, key);
      append(typed, key);
    } else if (key == U'd' && !typed.letters.empty()) {
      stroke(typed);
    } else if (const auto place = tones.find(key);
               place != tones.npos && std::any_of(typed.letters.begin(), typed.letters.end(), is_vowel)) {
      tone(typed, static_cast<Tone>(place));
    } else {
      append(typed, key);
    }
  }

  void press_vni(const Typed& typed, char32_t key) {
    constexpr std::array<Tone, 6> tones = {Tone::kNone, Tone::kAcute, Tone::kGrave,
                                           Tone::kHook, Tone::kTilde, Tone::kDot};
    if (!is_digit(key)) {
      append(typed, key);
    } else if (key <= U'5') {
      // Unlike in Telex a second tone is not taken for a change of mind: khoa12 is "khóa 12".
      const Tone wanted = tones[key - U'0'];
      const bool vowel = std::any_of(typed.letters.begin(), typed.letters.end(), is_vowel);
      if (vowel && (typed.tone == Tone::kNone || wanted == Tone::kNone)) tone(typed, wanted);
    } else if (key == U'6') {
      for (const char32_t vowel : {U'a', U'e', U'o'}) circumflex(typed, vowel);
    } else if (key == U'7') {
      horn(typed);
    } else if (key == U'8') {
      breve(typed);
    } else {
      stroke(typed);
    }
  }

  void add(Typed typed) {
    if (std::find(next_.begin(), next_.end(), typed) == next_.end()) next_.push_back(std::move(typed));
  }

  void append(Typed typed, char32_t letter) {
    // No syllable is longer, nor has more than four vowels (the i of gi and three).
    if (typed.letters.size() == 7) return;
    if (is_vowel(letter) && std::count_if(typed.letters.begin(), typed.letters.end(), is_vowel) == 4) return;
    typed.letters.push_back(letter);
    add(std::move(typed));
  }

  // The same tone again, or none where there is none, takes back and leaves a letter that ends no syllable.
  void tone(Typed typed, Tone wanted) {
    if (typed.tone == wanted) return;
    typed.tone = wanted;
    add(std::move(typed));
  }

  void put(const Typed& typed, std::size_t place, char32_t letter) {
    Typed changed = typed;
    changed.letters[place] = letter;
    add(std::move(changed));
  }

  void circumflex(const Typed& typed, char32_t vowel) {
    for (std::size_t i = 0; i < typed.letters.size(); ++i) {
      const char32_t letter = typed.letters[i];
      if (strip_marks(letter) != vowel) continue;
      if (letter != circumflexed(vowel)) {
        put(typed, i, circumflexed(vowel));
      } else if (method_ == TypingMethod::kTelex) {  // taken back: ooo is oo
        Typed back = typed;
        back.letters[i] = vowel;
        append(std::move(back), vowel);
      }
    }
  }

  // On uo the horn sits on both; or on the o alone, as at a syllable's end (thuở).
  void horn(const Typed& typed) {
    const auto& letters = typed.letters;
    for (std::size_t i = 0; i < letters.size(); ++i) {
      const char32_t bare = strip_marks(letters[i]);
      const bool before_o = bare == U'u' && i + 1 < letters.size() && strip_marks(letters[i + 1]) == U'o' &&
                            letters[i + 1] != U'ơ';
      if (bare == U'u' && letters[i] != U'ư') {
        put(typed, i, U'ư');
        if (before_o) {
          Typed both = typed;
          both.letters[i] = U'ư';
          both.letters[i + 1] = U'ơ';
          add(std::move(both));
        }
      }
      if (bare == U'o' && letters[i] != U'ơ') put(typed, i, U'ơ');
    }
  }

  void breve(const Typed& typed) {
    for (std::size_t i = 0; i < typed.letters.size(); ++i)
      if (strip_marks(typed.letters[i]) == U'a' && typed.letters[i] != U'ă') put(typed, i, U'ă');
  }

  void stroke(const Typed& typed) {
    if (!typed.letters.empty() && typed.letters.front() == U'd') put(typed, 0, U'đ');
  }

  TypingMethod method_;
  char32_t previous_ = 0;
  std::vector<Typed> next_;
};

}  // namespace

std::vector<Typed> press_keys(TypingMethod method, std::u32string_view keys) {
  return Keyboard(method).type(keys);
}

}  // namespace vankien
