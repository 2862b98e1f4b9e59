#include "analyzers/settled_text.h"

#include <array>
#include <vector>

#include "analyzers/char_filters.h"
#include "analyzers/letters.h"
#include "analyzers/usual_letter.h"
#include "analyzers/word_tones.h"

namespace vankien {
namespace {

// What a letter is that fold_text has to do no more with than to fold it.
constexpr std::uint8_t kUnsettled = 1;
constexpr std::uint8_t kIsLetter = 2;
constexpr std::uint8_t kHasCapital = 4;

struct Letter {
  char16_t folded = 0;
  std::uint8_t tones = 0;
  std::uint8_t kind = kUnsettled;
};

constexpr std::size_t kKnown = 0x2040;

bool is_nfc_alone(char32_t c) {
  return c < 0x300 || (c >= 0x1EA0 && c <= 0x1EF9) || (c >= 0x2010 && c <= 0x203A);
}

bool is_settled(char32_t c) {
  MappedText text{{c}, {0, 1}};
  fold_look_alikes(text);
  return is_nfc_alone(c) && text.chars.front() == c && is_nfc_alone(fold_letter(c));
}

Letter look_at(char32_t c) {
  if (!is_settled(c)) return {};
  Letter letter{static_cast<char16_t>(fold_letter(c)), tone_bits(c), 0};
  if (is_letter(c)) letter.kind |= kIsLetter;
  if (is_letter(c) && capital_letter(c) != c) letter.kind |= kHasCapital;
  return letter;
}

using Letters = std::array<Letter, kKnown>;
const Letters& letters() {
  static const auto made = [] {
    Letters table;
    for (std::size_t i = 0; i < kKnown; ++i) table[i] = look_at(static_cast<char32_t>(i));
    return table;
  }();
  return made;
}

// Room for what is read: to fill that of each line with zeros first took longer than to copy what is read from here.
struct Room {
  std::vector<char32_t> chars;
  std::vector<std::uint32_t> offsets;
  void hold(std::size_t letters) {
    constexpr std::size_t kMostSpare = std::size_t{64} << 10;
    if (chars.size() > kMostSpare && letters < kMostSpare) *this = {};
    if (chars.size() >= letters) return;
    chars.resize(letters);
    offsets.resize(letters);
  }
};

class Walk {
 public:
  explicit Walk(std::string_view bytes) : bytes_(bytes) { room_.hold(bytes.size() + 1); }

  std::optional<SettledText> read() {
    const auto* const data = reinterpret_cast<const std::uint8_t*>(bytes_.data());
    const auto size = static_cast<std::int64_t>(bytes_.size());
    const Letters& known = letters();
    char32_t* const chars = room_.chars.data();
    std::uint32_t* const offsets = room_.offsets.data();
    WordTones tones;  // of the word that has begun
    std::uint8_t seen = 0;
    std::size_t count = 0;
    for (std::int64_t at = 0; at < size; ++count) {
      offsets[count] = static_cast<std::uint32_t>(at);
      char32_t c = data[at];
      const std::size_t bytes = c < 0x80 ? 1 : usual_letter(data, at, size, c);
      if (bytes == 0 || c >= kKnown) return std::nullopt;
      at += static_cast<std::int64_t>(bytes);
      const Letter letter = known[c];
      if (letter.kind == kUnsettled) return std::nullopt;
      seen |= letter.kind;
      chars[count] = letter.folded;
      if (letter.tones != 0) {
        tones.add(letter.tones);
      } else if (tones.size() > 0) {
        end_word(count, tones);
        tones = {};
      }
    }
    offsets[count] = static_cast<std::uint32_t>(size);
    if (tones.size() > 0) end_word(count, tones);
    return SettledText{{{chars, count}, {offsets, offsets + count + 1}},
                       (seen & (kIsLetter | kHasCapital)) == kIsLetter};
  }

 private:
  void end_word(std::size_t end, const WordTones& tones) {
    const std::size_t begin = end - tones.size();
    if (!tones.may_be_misplaced(room_.chars[begin])) return;
    MappedText word =
        decode_utf8(bytes_.substr(room_.offsets[begin], room_.offsets[end] - room_.offsets[begin]));
    place_tone_marks(word);
    for (std::size_t i = 0; i < word.chars.size(); ++i) room_.chars[begin + i] = fold_letter(word.chars[i]);
  }

  static Room& room_of_thread() {
    thread_local Room room;
    return room;
  }

  std::string_view bytes_;
  Room& room_ = room_of_thread();
};

}  // namespace

std::optional<SettledText> fold_settled(std::string_view bytes) { return Walk(bytes).read(); }

}  // namespace vankien
