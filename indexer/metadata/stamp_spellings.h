#pragma once

#include <array>
#include <string_view>

#include "analyzers/schema/grade.h"

namespace vankien {

/// How the letters of a stamp are spelt without blanks, without marks and with them, in small letters.
struct StampSpelling {
  std::u32string_view bare;
  std::u32string_view marked;
  Grade grade;
};
inline constexpr std::array<StampSpelling, 5> kStampSpellings = {
    {{U"tuyetmat", U"tuyệtmật", Grade::kTuyetMat},
     {U"toimat", U"tốimật", Grade::kToiMat},
     {U"mat", U"mật", Grade::kMat},
     {U"luuhanhnoibo", U"lưuhànhnộibộ", Grade::kInternal},
     {U"luuhanhtrongnoibo", U"lưuhànhtrongnộibộ", Grade::kInternal}}};

}  // namespace vankien
