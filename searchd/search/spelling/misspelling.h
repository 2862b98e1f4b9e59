#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vankien {

/// How people misspell Vietnamese: a mark or a tone left out or mistaken (hỏi for ngã), a letter missing, doubled, beside
/// the right one on the keyboard or before its neighbour, a key of Telex that stayed (quyêts), and sounds that a region
/// does not tell apart (ch tr, s x, d gi r, l n, i y, n ng at the end).

/// Bare forms that a bare word may have been meant as, itself among them: those of one slip.
///   "ngiem" → ngiem, nghiem, niem, ngien …
/// None of a word over `kLongestSlip` letters: no syllable is longer than seven, and the number of slips grows with the square.
inline constexpr std::size_t kLongestSlip = 12;
std::vector<std::string> bare_slips(const std::string& bare);

/// How unlikely it is that somebody who means `form` types `typed`, both folded: 0 the same, 1 a slip as people make them
/// every day (hỏi and ngã), 2 another slip, sums for several. Nothing that is further than `kFurthest` is worth a guess.
///   ("đôi", "đổi") 1     ("xố", "số") 1     ("nhâm", "nhân") 2     ("quyêts", "quyết") 1
double slip_cost(std::string_view typed, std::string_view form);

inline constexpr double kFurthest = 3;

}  // namespace vankien
