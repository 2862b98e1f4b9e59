// 1. The issuer's name tells the level, the lowest place it names.
// 2. "Thành ủy" has two meanings: the symbol's organ decides, then the list of central cities, then the date.
// 3. Without an issuer the symbol's organ decides; without both there is no level.

#include "indexer/metadata/level_field.h"

#include <gtest/gtest.h>

#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

struct Case {
  const char* issuer;
  const char* symbol;
  const char* date;
  const char* level;
};

TEST(Level, Table) {
  static constexpr Case kCases[] = {
      {"Ban Chấp hành Trung ương", "", "", "trung ương"},
      {"Ủy ban Kiểm tra Trung ương", "", "", "trung ương"},
      {"Bộ Nội vụ", "", "", "trung ương"},
      {"Tỉnh ủy An Phong", "", "", "tỉnh"},
      {"Ban Tổ chức Tỉnh ủy An Phong", "", "", "tỉnh"},
      {"Sở Y tế tỉnh An Phong", "", "", "tỉnh"},
      {"Huyện ủy Tân Khánh", "", "", "huyện"},
      {"Văn phòng Thị ủy An Lãnh", "", "", "huyện"},
      {"Ủy ban nhân dân thị xã An Lãnh", "", "", "huyện"},
      {"Đảng ủy xã An Lãnh", "", "", "xã"},
      {"Đảng ủy đặc khu Hòn Mun", "", "", "xã"},
      {"Chi bộ 7 Đảng ủy xã An Lãnh", "", "", "chi bộ"},
      {"Bảo hiểm xã hội Việt Nam", "", "", "trung ương"},
      {"Thành ủy An Phong", "01-NQ/TU", "2012-01-01", "tỉnh"},
      {"Thành ủy An Phong", "01-NQ/ThU", "2012-01-01", "huyện"},
      {"Ban Tổ chức Thành ủy An Phong", "01-NQ/BTCThU", "2012-01-01", "huyện"},
      {"Thành ủy Hà Nội", "", "2012-01-01", "tỉnh"},
      {"Thành ủy An Phong", "", "2012-01-01", "huyện"},
      {"Thành ủy An Phong", "", "2026-01-01", "tỉnh"},
      {"", "12-KL/UBKTHU", "", "huyện"},
      {"", "12-KL/TW", "", "trung ương"},
      {"", "12-NQ/CB", "", "chi bộ"},
      {"", "12/QĐ-UBND", "", "-"},
      {"", "", "", "-"},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(value_of(read_level(c.issuer, parse_symbol(c.symbol), c.date)), c.level)
        << c.issuer << c.symbol;
}

}  // namespace
}  // namespace vankien
