// Capitals that a .VnTimeH font drew come back as such; names, symbols and small text keep their case.
#include "analyzers/legacy/capitals.h"

#include <gtest/gtest.h>

#include "analyzers/mapped_text.h"

namespace vankien {
namespace {

TEST(Capitals, Restored) {
  const std::pair<const char32_t*, const char32_t*> cases[] = {
      {U"NGHị QUYếT", U"NGHỊ QUYẾT"},
      {U"ủY BAN NHâN DâN", U"ỦY BAN NHÂN DÂN"},
      {U"Bộ Y Tế", U"BỘ Y TẾ"},  // all its ASCII letters are capitals
      {U"Bộ Y tế", U"Bộ Y tế"},
      {U"Tỉnh ủy", U"Tỉnh ủy"},
      {U"Số 05-NQ/TU", U"Số 05-NQ/TU"},
      {U"CHỉ THị của Ban Bí thư", U"CHỈ THỊ của Ban Bí thư"},
      {U"UBND tỉnh ở Hà Nội", U"UBND tỉnh ở Hà Nội"},
      {U"ở", U"ở"},
      {U"", U""}};
  for (const auto& [before, after] : cases) {
    std::u32string line = before;
    restore_capitals(line);
    EXPECT_EQ(encode_utf8(line), encode_utf8(after));
  }
}

}  // namespace
}  // namespace vankien
