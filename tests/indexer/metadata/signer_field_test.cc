// 1. Authority, office and name are read in columns, below each other, on one line and in a PDF's order.
// 2. Titles, ranks and "(đã ký)" are no part of a name; names in capitals are names.
// 3. The first signature counts, not that of an annex, of a form or of a copy.
// 4. Prose and recipients give none.

#include "indexer/metadata/signer_field.h"

#include <gtest/gtest.h>

#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

std::string signature_of(const std::string& text) {
  const Signature found = read_signature(read_closing({text}));
  return value_of(found.signer) + " | " + value_of(found.position) + " | " + value_of(found.authority);
}

TEST(Signer, Layouts) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"Nơi nhận:\tT/M BAN THƯỜNG VỤ\n- Các chi bộ,\tPHÓ BÍ THƯ\n- Lưu Văn phòng.\t\n\tLê Thị Sen\n",
       "Lê Thị Sen | PHÓ BÍ THƯ | T/M BAN THƯỜNG VỤ"},
      {"Nơi nhận:\tCHÁNH VĂN PHÒNG\n- Các ban,\n- Lưu.\tTrần Khải\n", "Trần Khải | CHÁNH VĂN PHÒNG | -"},
      {"Nơi nhận:\n- Các ban,\n- Lưu.\nK/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN THƯỜNG TRỰC\n\n\nChu Hoài An\n",
       "Chu Hoài An | PHÓ TRƯỞNG BAN THƯỜNG TRỰC | K/T TRƯỞNG BAN"},
      {"TM. CHÍNH PHỦ KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG [đã ký] Vũ Văn Bảo\n",
       "Vũ Văn Bảo | PHÓ THỦ TƯỚNG | TM. CHÍNH PHỦ, KT. THỦ TƯỚNG"},
      {"KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nLê Tấn Sang\n", "Lê Tấn Sang | THỨ TRƯỞNG | KT. BỘ TRƯỞNG"},
      {"TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Lê Hải An\n", "Lê Hải An | CHỦ TỊCH | TM. ỦY BAN NHÂN DÂN"},
      {"TL. BỘ TRƯỞNG\nKT. CHÁNH VĂN PHÒNG PHÓ CHÁNH VĂN PHÒNG Mai Sơn Ca\n",
       "Mai Sơn Ca | PHÓ CHÁNH VĂN PHÒNG | TL. BỘ TRƯỞNG, KT. CHÁNH VĂN PHÒNG"},
      {"KT. TỔNG GIÁM ĐỐC\nPHÓ TỔNG GIÁM ĐỐC\nHà Thu\n", "Hà Thu | PHÓ TỔNG GIÁM ĐỐC | KT. TỔNG GIÁM ĐỐC"},
      {"KT.CHỦ TỊCH\nPHÓ CHỦ TỊCH\nY Krông Siu\n", "Y Krông Siu | PHÓ CHỦ TỊCH | KT.CHỦ TỊCH"},
      {"TL. CỤC TRƯỞNG\nTRƯỞNG BAN CHÍNH SÁCH,\nTHUẾ QUỐC TẾ\nBùi Thế Nhân\n",
       "Bùi Thế Nhân | TRƯỞNG BAN CHÍNH SÁCH, THUẾ QUỐC TẾ | TL. CỤC TRƯỞNG"},
      {"Q. GIÁM ĐỐC\nĐỗ Hương\n", "Đỗ Hương | - | Q. GIÁM ĐỐC"},
      {"Nơi nhận:\n\nK/T TRƯỞNG BAN\n\n- Ban Bí thư,\n\nPHÓ\n\nTRƯỞNG BAN\n- Các tỉnh ủy,\n- Lưu VP.\n\nVõ "
       "Thanh Bình\n",
       "Võ Thanh Bình | PHÓ TRƯỞNG BAN | K/T TRƯỞNG BAN"},
      {"thực hiện./.\nCHỦ TỊCH QUỐC HỘI\n\nTrần Minh\n", "Trần Minh | CHỦ TỊCH QUỐC HỘI | -"},
      {"TM.\nỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Hải An\n", "Lê Hải An | CHỦ TỊCH | TM. ỦY BAN NHÂN DÂN"},
      {"T/M BAN BÍ THƯ Lê Hải An\n", "Lê Hải An | - | T/M BAN BÍ THƯ"},
      {"T/M BAN BÍ THƯ\n", "- | - | T/M BAN BÍ THƯ"},
  };
  for (const auto& [text, wanted] : kCases) EXPECT_EQ(signature_of(text), wanted) << text;
}

TEST(Signer, TheBareName) {
  for (const char* line :
       {"(Đã ký)\nGS.TS. Ngô Bảo An\n", "(đã ký) Ngô Bảo An\n", "Thiếu tướng Ngô Bảo An\n",
        "PGS, TS Ngô Bảo An\n", "Đ/c Ngô Bảo An\n", "NGÔ BẢO AN\n", "đã ký\n\nNgô Bảo An.\n"})
    EXPECT_EQ(signature_of(std::string("T/M BAN THƯỜNG VỤ\nBÍ THƯ\n") + line),
              "Ngô Bảo An | BÍ THƯ | T/M BAN THƯỜNG VỤ")
        << line;
}

TEST(Signer, TheFirstSignatureCounts) {
  const std::string first = "Nơi nhận:\tT/M BAN THƯỜNG VỤ\n- Lưu.\tBÍ THƯ\n\tLê Sen\n";
  EXPECT_EQ(signature_of(first + "\nPHỤ LỤC\nbảng kê\nTM. TỔ CHỨC\nGIÁM ĐỐC\nPhan Hai\n"),
            "Lê Sen | BÍ THƯ | T/M BAN THƯỜNG VỤ");
  EXPECT_EQ(signature_of(first + "\nĐẢNG CỘNG SẢN VIỆT NAM\nSAO Y\nK/T CHÁNH VĂN PHÒNG\nPhan Hai\n"),
            "Lê Sen | BÍ THƯ | T/M BAN THƯỜNG VỤ");
  EXPECT_EQ(signature_of("TM. CƠ QUAN, TỔ CHỨC\n(Ký, ghi rõ họ tên)\nPhan Hai\n"), "- | - | -");
  EXPECT_EQ(signature_of("Nơi nhận:\n- ……;\nTHỦ TRƯỞNG ĐƠN VỊ\n(Ký tên và đóng dấu)\n"), "- | - | -");
}

TEST(Signer, ProseGivesNone) {
  for (const char* text : {"", "Đồng chí Lê Sen phát biểu.\n", "Nơi nhận:\n- Văn Phòng,\n- Công Báo;\n",
                           "TM 2025 là tên máy.\n", "Nơi nhận hồ sơ: Bộ phận một cửa\nLê Sen\n"})
    EXPECT_EQ(signature_of(text), "- | - | -") << text;
}

}  // namespace
}  // namespace vankien
