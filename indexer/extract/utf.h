#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vankien {

/// Offset of the first byte that cannot stand in UTF-8 (overlong forms, surrogates and values past U+10FFFF
/// cannot), or nothing when all of it is good: first_bad_utf8("Đ\xFF") == 2.
std::optional<std::size_t> first_bad_utf8(std::string_view bytes);

/// Appends one code point. Surrogates and values past U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

/// Appends UTF-16 code units to UTF-8 text. A surrogate without its partner becomes U+FFFD; the index of the
/// first one is returned, so that a strict caller can refuse the text.
std::optional<std::size_t> append_utf16(std::string& out, std::u16string_view units);

/// Letters and digits of a text, roughly: code points that are neither white space nor ASCII punctuation.
std::size_t count_letters(std::string_view utf8);

/// The ASCII shadow of Vietnamese text, in any normal form: `Số lượt xem: 363` → `so luot xem: 363`. Only for
/// recognising furniture and stamps while extracting; what is indexed goes through analyzers/.
/// White space of any kind is one blank, other foreign characters vanish.
std::string bare(std::string_view utf8);

}  // namespace vankien
