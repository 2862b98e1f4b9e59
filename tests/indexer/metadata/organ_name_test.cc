// 1. Names in capitals come back in the capitals of prose, proper names kept, old tone placement.
// 2. The abbreviations of letterheads are written out.
// 3. A word that is an organ's head elsewhere stays part of a proper name (Hải Phòng, Vụ Bản).

#include "indexer/metadata/organ_name.h"

#include <gtest/gtest.h>

#include "analyzers/char_filters.h"

namespace vankien {
namespace {

TEST(OrganName, Table) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"TỈNH UỶ AN PHONG", "Tỉnh ủy An Phong"},
      {"BAN CHẤP HÀNH TRUNG ƯƠNG", "Ban Chấp hành Trung ương"},
      {"BỘ CHÍNH TRỊ", "Bộ Chính trị"},
      {"BAN TUYÊN GIÁO VÀ DÂN VẬN TRUNG ƯƠNG", "Ban Tuyên giáo và Dân vận Trung ương"},
      {"VĂN PHÒNG TRUNG ƯƠNG ĐẢNG", "Văn phòng Trung ương Đảng"},
      {"ĐẢNG UỶ CÁC CƠ QUAN ĐẢNG TỈNH AN PHONG", "Đảng ủy các cơ quan Đảng tỉnh An Phong"},
      {"ĐẢNG ỦY SỞ Y TẾ", "Đảng ủy Sở Y tế"},
      {"CHI BỘ ẤP BẾN MỚI", "Chi bộ ấp Bến Mới"},
      {"CHI BỘ TRƯỜNG TIỂU HỌC LÊ LAI", "Chi bộ Trường Tiểu học Lê Lai"},
      {"ĐẠI HỘI ĐẠI BIỂU LẦN THỨ XVI", "Đại hội đại biểu lần thứ XVI"},
      {"UBND TỈNH AN PHONG", "Ủy ban nhân dân tỉnh An Phong"},
      {"UBND TP.AN PHONG", "Ủy ban nhân dân thành phố An Phong"},
      {"HĐND THỊ XÃ AN LÃNH", "Hội đồng nhân dân thị xã An Lãnh"},
      {"BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"},
      {"BỘ VĂN HOÁ, THỂ THAO VÀ DU LỊCH", "Bộ Văn hóa, Thể thao và Du lịch"},
      {"BỘ NỘI VỤ - BỘ CÔNG THƯƠNG", "Bộ Nội vụ - Bộ Công Thương"},
      {"SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN", "Sở Nông nghiệp và Phát triển nông thôn"},
      {"BẢO HIỂM XÃ HỘI VIỆT NAM", "Bảo hiểm xã hội Việt Nam"},
      {"ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân Thành phố Hồ Chí Minh"},
      {"THÀNH ỦY HẢI PHÒNG", "Thành ủy Hải Phòng"},
      {"HUYỆN ỦY VỤ BẢN", "Huyện ủy Vụ Bản"},
      {"HUYỆN ỦY ĐĂK GLEI", "Huyện ủy Đăk Glei"},
      {"CÔNG TY TNHH MTV MÍA ĐƯỜNG", "Công ty TNHH MTV Mía đường"},
  };
  for (const auto& [paper, name] : kCases)
    EXPECT_EQ(spell_organ_name(expand_organ(fold_text(paper).chars)), name) << paper;
}

TEST(OrganName, TellsOrgansFromOtherLines) {
  const auto names = [](const char* text) { return names_organ(read_lines(text, 1).at(0).cells[0]); };
  for (const char* organ :
       {"HUYỆN ỦY TÂN KHÁNH", "BAN DÂN VẬN", "UBND XÃ AN LÃNH", "CHI BỘ 3", "TÒA ÁN NHÂN DÂN"})
    EXPECT_TRUE(names(organ)) << organ;
  for (const char* other : {"TỈNH AN PHONG", "LẦN THỨ IX", "NGHỊ QUYẾT", "VỀ VIỆC BAN HÀNH",
                            "Huyện ủy Tân Khánh", "BANG GIAO", "TỐI MẬT"})
    EXPECT_FALSE(names(other)) << other;
}

}  // namespace
}  // namespace vankien
