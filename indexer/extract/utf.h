#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/mapped_text.h"

namespace vankien {

/// Appends UTF-16 code units to UTF-8 text. A surrogate without its partner becomes U+FFFD; the index of the
/// first one is returned, so that a strict caller can refuse the text.
std::optional<std::size_t> append_utf16(std::string& out, std::u16string_view units);

/// Letters and digits of a text, roughly: code points that are neither white space nor ASCII punctuation.
std::size_t count_letters(std::string_view utf8);

/// Every line end of Unicode becomes a line feed: U+2028, U+2029, U+0085 and the vertical tab.
void unify_line_ends(std::string& utf8);

/// The ASCII shadow of Vietnamese text, in any normal form: `Số lượt xem: 363` → `so luot xem: 363`, for
/// recognising furniture and stamps. Folded by the one chain there is (analyzers/char_filters.h). White space
/// of any kind is one blank, other foreign characters vanish.
std::string bare(std::string_view utf8);

}  // namespace vankien
