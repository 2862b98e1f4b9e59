#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vankien {

/// Mends what OCR of Vietnamese gets wrong for certain, and nothing else:
///   Ð (U+00D0), ð           → Đ, đ
///   câp, nhât, quyêt        → cấp, nhất, quyết: a syllable that ends in p, t, c, ch has a tone, and the one that vanishes
///                             into a circumflex is the acute
///   thâm quyền, CHỈ BỘ      → thẩm quyền, CHI BỘ: pairs of words that nobody writes (ocr_pairs.h)
/// NFC, line by line. Lines without a letter or digit, which rules and stains leave, become one empty line, as a
/// paragraph's end is; blanks at line ends go. Ends in '\n' unless empty.
std::string mend_ocr(std::string_view text);

/// How much of a text is Vietnamese by the shape of its words: abbreviations in capitals and numbers do not count.
struct SyllableShare {
  std::size_t words = 0;
  std::size_t valid = 0;
  double share() const { return words == 0 ? 0 : static_cast<double>(valid) / static_cast<double>(words); }
};
SyllableShare count_syllables(std::string_view text);

/// Whether a page read by OCR is poor: hard to find by its words, its stamps not to be trusted. `confidence` is the
/// engine's, 0 to 100.
bool is_poor(const SyllableShare& share, int confidence);

}  // namespace vankien
