#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "analyzers/token.h"

namespace vankien {

/// What stands between a word and the word before it.
enum class Gap : std::uint8_t {
  kNone,   ///< nothing: letters turn into digits, or two glued words were split
  kBlank,  ///< one blank, no-break space or tab
  kSpace,  ///< other white space
  kLine,   ///< white space with one line feed
  kBreak,  ///< a blank line or anything else: no bigram reads over it
};

/// What a word is worth as a piece of a broken one.
enum class Piece : std::uint8_t {
  kWhole,      ///< a word of the language, or too long to be a piece
  kConsonant,  ///< letters without a vowel: "tr", "n"; list labels and abbreviations look alike
  kVowel,      ///< has a vowel and is no syllable of the language: "điề", "ản"
};

struct PhraseWord {
  std::uint32_t begin = 0;  ///< bytes [begin, end) of the original
  std::uint32_t end = 0;
  std::uint32_t text = 0;  ///< where it begins in the text of the phrases
  std::uint32_t size = 0;
  TokenKind kind = TokenKind::kWord;
  Gap gap = Gap::kBreak;
  Piece piece = Piece::kWhole;
};

/// Words in a row, folded and joined by single blanks, so that a word and a bigram are both a piece of one string. A phrase
/// has nothing but white space between its words; before the first of the next phrase stands Gap::kBreak.
///   "Nghị quyết\nsố 05, ngày"  →  text "nghị quyết số 5 ngày ", words {nghị, quyết, số, 5, ngày}, bigram 2 = "số 5"
class Phrases {
 public:
  /// Adds a word; its fields `text` and `size` are set here.
  void add(const PhraseWord& word, std::string_view folded) {
    std::memcpy(place(word, folded.size(), folded.size()), folded.data(), folded.size());
  }
  /// The same for a word of at most that many bytes, all of which can be read: a copy of known size costs less.
  template <std::size_t kPadded>
  void add_padded(const PhraseWord& word, const char* folded, std::size_t size) {
    char* const text = place(word, size, kPadded);
    std::memcpy(text, folded, kPadded);
    text[size] = ' ';
  }

  std::size_t size() const { return count_; }
  const PhraseWord& operator[](std::size_t i) const { return words_[i]; }
  std::string_view word(std::size_t i) const { return {text_.data() + words_[i].text, words_[i].size}; }
  /// True if words i and i + 1 are in one phrase.
  bool has_bigram(std::size_t i) const { return i + 1 < count_ && words_[i + 1].gap != Gap::kBreak; }
  /// Word i, a blank, word i + 1.
  std::string_view bigram(std::size_t i) const {
    return {text_.data() + words_[i].text, words_[i + 1].text + words_[i + 1].size - words_[i].text};
  }
  void clear() { used_ = count_ = 0; }
  /// Bytes of text there is room for.
  std::size_t room() const { return text_room_; }

 private:
  char* place(const PhraseWord& word, std::size_t size, std::size_t room) {
    if (used_ + room >= text_room_ || count_ == word_room_) grow(room);
    PhraseWord& placed = words_[count_++];
    placed = word;
    placed.text = static_cast<std::uint32_t>(used_);
    placed.size = static_cast<std::uint32_t>(size);
    char* const text = text_.data() + used_;
    text[size] = ' ';
    used_ += size + 1;
    return text;
  }

  void grow(std::size_t room) {
    text_room_ = 2 * (text_room_ + room) + 512;
    word_room_ = 2 * word_room_ + 64;
    text_.resize(text_room_);
    words_.resize(word_room_);
  }

  // Both longer than what is used of them.
  std::vector<char> text_;
  std::vector<PhraseWord> words_;
  std::size_t text_room_ = 0;
  std::size_t word_room_ = 0;
  std::size_t used_ = 0;
  std::size_t count_ = 0;
};

}  // namespace vankien
