#pragma once

#include <string>
#include <string_view>

namespace vankien {

/// A word of the index as most people write it: the index folds y into i (kĩ, lí, qui), offices write kỹ, lý, quy.
///   "kĩ" → "kỹ"   "qui" → "quy"   "mĩ" → "mỹ"   "sĩ" → "sĩ"   "vị" → "vị"
/// For showing to people only; it is folded back by analyze_words. Words that end otherwise come back as they are.
std::string usual_spelling(std::string_view folded_word);

}  // namespace vankien
