// 1. The province that the issuer names is the place; else the province above it in the head; else the province of the date
// line; else the issuer's own district or commune.
// 2. Real provinces come out in one spelling.
// 3. Central bodies have no place, and neither has a paper whose head names none.

#include "indexer/metadata/place_field.h"

#include <gtest/gtest.h>

#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

struct Case {
  const char* issuer;
  const char* level;
  const char* place;
};

TEST(Place, OfTheIssuer) {
  static constexpr Case kCases[] = {
      {"Tỉnh ủy Đông Giang", "tỉnh", "Đông Giang"},
      {"Ban Tổ chức Tỉnh ủy Đông Giang", "tỉnh", "Đông Giang"},
      {"Sở Giáo dục và Đào tạo tỉnh Nam Lĩnh", "tỉnh", "Nam Lĩnh"},
      {"Hội đồng nhân dân tỉnh Nam Lĩnh khóa XV", "tỉnh", "Nam Lĩnh"},
      {"Ủy ban nhân dân huyện Sơn Khê, tỉnh Nam Lĩnh", "huyện", "Nam Lĩnh"},
      {"Tỉnh ủy Bà Rịa – Vũng Tàu", "tỉnh", "Bà Rịa - Vũng Tàu"},
      {"Tỉnh uỷ Đăk Lăk", "tỉnh", "Đắk Lắk"},
      {"Ban Tuyên giáo Tỉnh ủy Thừa Thiên - Huế", "tỉnh", "Thừa Thiên Huế"},
      {"Thành ủy Hà Nội", "tỉnh", "Hà Nội"},
      {"Thành ủy Thành phố Hồ Chí Minh", "tỉnh", "Hồ Chí Minh"},
      {"Thành ủy Thanh Hải", "tỉnh", "Thanh Hải"},
      {"Thành ủy Thanh Hải", "huyện", "thành phố Thanh Hải"},
      {"Huyện ủy Sơn Khê", "huyện", "huyện Sơn Khê"},
      {"Quận ủy 3", "huyện", "quận 3"},
      {"Văn phòng Thị ủy An Lãnh", "huyện", "thị xã An Lãnh"},
      {"Ủy ban nhân dân thị xã An Lãnh", "huyện", "thị xã An Lãnh"},
      {"Đảng ủy phường Lĩnh Đông", "xã", "phường Lĩnh Đông"},
      {"Chi bộ 3 Đảng ủy xã Tân Thuận", "chi bộ", "xã Tân Thuận"},
      {"Bảo hiểm xã hội tỉnh Nam Lĩnh", "tỉnh", "Nam Lĩnh"},
      {"Bộ Lao động - Thương binh và Xã hội", "trung ương", "-"},
      {"Ủy ban Kiểm tra Trung ương", "trung ương", "-"},
      {"Chi bộ 7", "chi bộ", "-"},
      {"Đảng ủy Công ty Cao su", "", "-"},
      {"", "", "-"},
  };
  for (const Case& c : kCases) EXPECT_EQ(value_of(place_of_issuer(c.issuer, c.level)), c.place) << c.issuer;
}

TEST(Place, OfTheHead) {
  const auto read = [](const char* text, const char* issuer, const char* level) {
    const auto place = read_place(head_of(text), issuer, level);
    return place ? place->value + " (" + place->from + ")" : "-";
  };
  EXPECT_EQ(read("ĐẢNG BỘ TỈNH ĐÔNG GIANG\tĐẢNG CỘNG SẢN VIỆT NAM\nHUYỆN ỦY THẠCH LÂM\n*\n"
                 "Số 12-NQ/HU\tThạch Lâm, ngày 06 tháng 02 năm 2017\nNGHỊ QUYẾT\n",
                 "Huyện ủy Thạch Lâm", "huyện"),
            "Đông Giang (letterhead)");
  EXPECT_EQ(read("HUYỆN ỦY ĐỒNG VĂN\tĐẢNG CỘNG SẢN VIỆT NAM\n*\n"
                 "Số 12-NQ/HU\tHà Giang, ngày 06 tháng 02 năm 2017\nNGHỊ QUYẾT\n",
                 "Huyện ủy Đồng Văn", "huyện"),
            "Hà Giang (date line)");
  EXPECT_EQ(read("HUYỆN ỦY ĐỒNG VĂN\tĐẢNG CỘNG SẢN VIỆT NAM\n*\n"
                 "Số 12-NQ/HU\tĐồng Văn, ngày 06 tháng 02 năm 2017\nNGHỊ QUYẾT\n",
                 "Huyện ủy Đồng Văn", "huyện"),
            "huyện Đồng Văn (letterhead)");
  EXPECT_EQ(read("BAN CHẤP HÀNH TRUNG ƯƠNG\tĐẢNG CỘNG SẢN VIỆT NAM\n*\n"
                 "Số 12-NQ/TW\tHà Nội, ngày 06 tháng 02 năm 2017\nNGHỊ QUYẾT\n",
                 "Ban Chấp hành Trung ương", "trung ương"),
            "-");
  EXPECT_EQ(
      read("\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 12-NQ/ĐU\tHà Nội, ngày 06 tháng 02 năm 2017\nNGHỊ QUYẾT\n", "", ""),
      "-");
}

}  // namespace
}  // namespace vankien
