// 1. A province's name is found in any case, tone placement and dash, and comes out in one spelling.
// 2. A former province leads to the units of today; today's lead to themselves, and so do places no one lists.
// 3. There are 34 units today.

#include "analyzers/schema/place.h"

#include <gtest/gtest.h>

#include <set>

namespace vankien {
namespace {

using Names = std::vector<std::string>;

TEST(Place, HasOneSpelling) {
  EXPECT_EQ(province_name("hoà bình"), "Hòa Bình");
  EXPECT_EQ(province_name("BÀ RỊA–VŨNG TÀU"), "Bà Rịa - Vũng Tàu");
  EXPECT_EQ(province_name("Đăk Nông"), "Đắk Nông");
  EXPECT_EQ(province_name("Đông Giang"), "");
  EXPECT_EQ(province_name(""), "");
}

TEST(Place, LiesInUnitsOfToday) {
  EXPECT_EQ(todays_places("Hà Giang"), Names{"Tuyên Quang"});
  EXPECT_EQ(todays_places("Tuyên Quang"), Names{"Tuyên Quang"});
  EXPECT_EQ(todays_places("Hải Hưng"), (Names{"Hải Phòng", "Hưng Yên"}));
  EXPECT_EQ(todays_places("Đông Giang"), Names{"Đông Giang"});
  EXPECT_EQ(todays_places("xã Tân Thuận"), Names{"xã Tân Thuận"});
}

TEST(Place, Has34UnitsToday) {
  // One of each: as many former provinces as it takes to reach them all.
  static constexpr const char* kFormer[] = {
      "Hà Giang",   "Cao Bằng",   "Lai Châu",  "Yên Bái",    "Bắc Kạn",    "Điện Biên",  "Lạng Sơn",
      "Sơn La",     "Hòa Bình",   "Bắc Giang", "Quảng Ninh", "Hà Tây",     "Hải Dương",  "Thái Bình",
      "Nam Định",   "Thanh Hóa",  "Nghệ An",   "Hà Tĩnh",    "Quảng Bình", "Huế",        "Quảng Nam",
      "Kon Tum",    "Bình Định",  "Phú Yên",   "Ninh Thuận", "Đắk Nông",   "Bình Phước", "Long An",
      "Bình Dương", "Tiền Giang", "Trà Vinh",  "Kiên Giang", "Sóc Trăng",  "Bạc Liêu"};
  std::set<std::string> today;
  for (const char* former : kFormer) {
    const Names units = todays_places(former);
    ASSERT_EQ(units.size(), 1u) << former;
    EXPECT_EQ(todays_places(units[0]), units) << "what is today's leads to itself";
    today.insert(units[0]);
  }
  EXPECT_EQ(today.size(), 34u);
}

}  // namespace
}  // namespace vankien
