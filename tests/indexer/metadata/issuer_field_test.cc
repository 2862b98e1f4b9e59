// 1. The lowest body of the left column, with what of those above tells it apart.
// 2. Names broken over lines, glued together or printed twice are one name each.
// 3. Read in small letters where the capitals of the head were lost.
// 4. Stamps, rules, headings and titles in capitals are no bodies; without a letterhead there is no issuer.

#include "indexer/metadata/issuer_field.h"

#include <gtest/gtest.h>

#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

TEST(Issuer, Party) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"TỈNH UỶ AN PHONG", "Tỉnh ủy An Phong"},
      {"TỈNH ỦY AN PHONG\nBAN TỔ CHỨC", "Ban Tổ chức Tỉnh ủy An Phong"},
      {"TỈNH ỦY AN PHONG\nBAN TỔ CHỨC\n\nBAN TỔ CHỨC", "Ban Tổ chức Tỉnh ủy An Phong"},
      {"ĐẢNG BỘ TỈNH AN PHONG\nHUYỆN ỦY TÂN KHÁNH", "Huyện ủy Tân Khánh"},
      {"TỈNH ỦY AN PHONG\nHUYỆN ỦY TÂN KHÁNH\nỦY BAN KIỂM TRA", "Ủy ban Kiểm tra Huyện ủy Tân Khánh"},
      {"ĐẢNG ỦY XÃ AN LÃNH\nCHI BỘ 7", "Chi bộ 7 Đảng ủy xã An Lãnh"},
      {"ĐẢNG BỘ TỈNH AN PHONG\nBAN CHẤP HÀNH", "Ban Chấp hành Đảng bộ tỉnh An Phong"},
      {"ĐẢNG BỘ TỈNH AN PHONG\nBAN TỔ CHỨC TỈNH ỦY", "Ban Tổ chức Tỉnh ủy An Phong"},
      {"BAN CHẤP HÀNH TRUNG ƯƠNG", "Ban Chấp hành Trung ương"},
      {"BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN BÍ THƯ", "Ban Bí thư"},
      {"BAN CHẤP HÀNH TRUNG ƯƠNG\nVĂN PHÒNG", "Văn phòng Trung ương Đảng"},
      {"BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TUYÊN GIÁO\nVÀ DÂN VẬN", "Ban Tuyên giáo và Dân vận Trung ương"},
      {"BAN CHẤP HÀNH TRUNG ƯƠNG BAN NỘI CHÍNH", "Ban Nội chính Trung ương"},
      {"BAN CHẤP HÀNH TRUNG ƯƠNG\nĐẢNG ĐOÀN QUỐC HỘI", "Đảng đoàn Quốc hội"},
      {"ĐẠI HỘI ĐẠI BIỂU TOÀN QUỐC\nLẦN THỨ IX", "Đại hội đại biểu toàn quốc lần thứ IX"},
  };
  for (const auto& [left, issuer] : kCases)
    EXPECT_EQ(
        value_of(read_issuer(head_of(
            std::string(left) + "\n*\nSố 4-NQ/TU\nMẬT\n\nĐẢNG CỘNG SẢN VIỆT NAM\n-----\nAn Phong, ngày 3 "
                                "tháng 4 năm 2019\n\nNGHỊ QUYẾT\nBAN HÀNH QUY CHẾ\n"))),
        issuer)
        << left;
}

TEST(Issuer, State) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"ỦY BAN NHÂN DÂN\nTỈNH AN PHONG", "Ủy ban nhân dân tỉnh An Phong"},
      {"UBND TỈNH AN PHONG\nSỞ Y TẾ", "Sở Y tế tỉnh An Phong"},
      {"UBND TỈNH AN PHONG\nVĂN PHÒNG", "Văn phòng Ủy ban nhân dân tỉnh An Phong"},
      {"BỘ TÀI CHÍNH\nCỤC DỰ TRỮ", "Cục Dự trữ"},
      {"BỘ TÀI CHÍNH CỤC DỰ TRỮ", "Cục Dự trữ"},
      {"ỦY BAN NHÂN DÂN TỈNH AN PHONG SỞ Y TẾ", "Sở Y tế tỉnh An Phong"},
      {"UBND THÀNH PHỐ BẾN ĐÁ TRUNG TÂM HÀNH CHÍNH CÔNG", "Trung tâm Hành chính công thành phố Bến Đá"},
      {"UBND TỈNH AN PHONG\nBQL CÁC KHU CÔNG NGHIỆP\nAN PHONG",
       "Ban Quản lý các khu công nghiệp tỉnh An Phong"},
      {"CỤC THUẾ THUẾ TỈNH AN PHONG", "Thuế tỉnh An Phong"},
      {"CỤC THUẾ TỈNH AN PHONG", "Cục Thuế tỉnh An Phong"},
      {"ỦY BAN NHÂN DÂN\nTỈNH AN PHONG\nXV12", "Ủy ban nhân dân tỉnh An Phong"},
      {"QUỐC HỘI\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quốc hội"},
      {"BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI\n\nBỘ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI",
       "Bộ Lao động - Thương binh và Xã hội"},
      {"BỘ Y TẾ -\nBỘ TÀI CHÍNH", "Bộ Y tế - Bộ Tài chính"},
      {"NGÂN HÀNG NHÀ NƯỚC\nVIỆT NAM", "Ngân hàng Nhà nước Việt Nam"},
      {"CHỦ TỊCH ỦY BAN NHÂN DÂN\nTỈNH AN PHONG", "Chủ tịch Ủy ban nhân dân tỉnh An Phong"},
      {"VĂN BẢN QUY PHẠM PHÁP LUẬT\nCHÍNH PHỦ\n______", "Chính phủ"},
  };
  for (const auto& [left, issuer] : kCases)
    EXPECT_EQ(
        value_of(read_issuer(head_of(
            std::string(left) + "\nSố: 4/QĐ-X\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh "
                                "phúc\n\nQUYẾT ĐỊNH\nVỀ CHỢ\nBỘ TRƯỞNG BỘ NỘI VỤ\n"))),
        issuer)
        << left;
}

TEST(Issuer, HeadingBrokenInTwo) {
  EXPECT_EQ(value_of(read_issuer(
                head_of("SỞ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA\n\tVIỆT NAM\nSố: 4/QĐ-SYT\nQUYẾT ĐỊNH\n"))),
            "Sở Y tế");
}

TEST(Issuer, CapitalsLost) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"bộ thuỷ sản", "Bộ Thủy sản"},
      {"Uỷ ban nhân dân\ntỉnh an phong", "Ủy ban nhân dân tỉnh An Phong"},
      {"tỉnh uỷ an phong\nban tổ chức\n*", "Ban Tổ chức Tỉnh ủy An Phong"},
  };
  for (const auto& [left, issuer] : kCases) {
    const std::string state = std::string(left) + "\nSố: 4/QĐ-X\tcộng hoà xã hội chủ nghĩa Việt nam\n";
    const std::string party = std::string(left) + "\nSố 4-QĐ/X\tđảng cộng sản việt nam\n";
    for (const std::string& head : {state, party})
      EXPECT_EQ(
          value_of(read_issuer(head_of(head + "An Phong, ngày 2 tháng 3 năm 1999\n\nquyết định\nvề chợ\n"))),
          issuer)
          << head;
  }
}

TEST(Issuer, SmallBesideCapitals) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"Bộ Thuỷ sản\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 4/QĐ-BTS\n", "Bộ Thủy sản"},
      {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nAn Phong, ngày 2 tháng 3 năm 2019\nUỷ ban nhân dân\ntỉnh An "
       "Phong\nSố: "
       "4/QĐ-UBND\n",
       "Ủy ban nhân dân tỉnh An Phong"},
      {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 4/UBND-KT\nV/v góp ý dự thảo của\nSở Y tế\n\nKính gửi: Sở Y "
       "tế\n",
       "-"},
  };
  for (const auto& [head, issuer] : kCases) EXPECT_EQ(value_of(read_issuer(head_of(head))), issuer) << head;
}

TEST(Issuer, NothingIsGuessed) {
  EXPECT_EQ(value_of(read_issuer(head_of("HUYỆN ỦY TÂN KHÁNH TỔ CHỨC HỘI NGHỊ\nSáng nay, Huyện ủy …\n"))),
            "-");
  EXPECT_EQ(value_of(read_issuer(head_of(""))), "-");
}

}  // namespace
}  // namespace vankien
