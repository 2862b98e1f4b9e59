#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/letters.h"

namespace vankien {

/// One word as somebody types it, and which words of an archive it may become. Marks that were typed hold, those that were
/// left out may be any; keys of a keyboard method that is switched off are read too.
///   TypedWord("quye", kBegun)    fits quyết, quyền, quyển
///   TypedWord("quyê", kBegun)    fits quyết, quyền, quyển, not quỹ
///   TypedWord("quyee", kBegun)   the same, as Telex
///   TypedWord("toà", kBegun)     fits tòa, toàn, not toán
///   TypedWord("ban", kWhole)     fits ban, bán, bản, not bang; kExact: ban alone
class TypedWord {
 public:
  enum class State { kBegun, kWhole, kExact };
  /// `word` is folded as the index folds it; invalid UTF-8 fits nothing. "kĩ" fits for what begins "ky" too.
  TypedWord(std::string_view word, State state);

  /// `form` is a word of the index.
  bool fits(std::string_view form) const;
  /// What the bare forms of fitting words begin with.
  const std::vector<std::string>& beginnings() const { return beginnings_; }
  /// Letters of a fitting form that were typed.
  std::size_t letters() const { return letters_; }
  State state() const { return state_; }

 private:
  struct Pattern {
    std::u32string letters;  ///< without tone
    Tone tone = Tone::kNone;
  };
  void add(Pattern pattern);
  bool fits(const Pattern& pattern, const Pattern& form) const;
  static Pattern take_tone(std::string_view word);

  State state_;
  std::string word_;
  bool bare_;
  std::size_t letters_ = 0;
  std::vector<Pattern> patterns_;
  std::vector<std::string> beginnings_;
};

}  // namespace vankien
