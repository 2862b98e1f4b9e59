// 1. A stamp is found as a line or cell of its own, spaced out, split, without marks, beside its copy number,
// or
//    caught in a letterhead line, on the first and last lines, below a web page's menu and at the top of a
//    page.
// 2. Of contradicting stamps the higher counts.
// 3. Prose about secrets is no stamp: bảo mật, bí mật, mật mã, words broken at the line's end, entries of a
// list.
// 4. "Lưu hành nội bộ" and /nb are internal; without any stamp a paper is open.

#include "indexer/metadata/grade_field.h"

#include <gtest/gtest.h>

#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

std::string filler(int lines) {
  std::string text;
  for (int i = 0; i < lines; ++i) text += "Chợ họp vào ngày lẻ trong tháng.\n";
  return text;
}

std::string grade_of(const std::string& page, const std::string& next = "") {
  std::vector<std::string> pages{page};
  if (!next.empty()) pages.push_back(next);
  return std::string(grade_name(read_metadata(pages).grade));
}

std::string paper(const std::string& stamp) {
  return "HUYỆN ỦY TÂN KHÁNH\tĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 1-BC/HU\tTân Khánh, ngày 1 tháng 2 năm 2019\n" +
         stamp + "\nBÁO CÁO\nvề chợ\n-----\n" + filler(60);
}

TEST(Stamp, Shapes) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"MẬT", "mat"},
      {"TỐI MẬT", "toi-mat"},
      {"TUYỆT MẬT", "tuyet-mat"},
      {"Tối mật", "toi-mat"},
      {"M Ậ T", "mat"},
      {"M    Ậ    T", "mat"},
      {"T U Y Ệ T   M Ậ T", "tuyet-mat"},
      {"TỐI\nMẬT", "toi-mat"},
      {"TUYỆT\t\tMẬT", "tuyet-mat"},
      {"TOI MAT", "toi-mat"},
      {"MA\u0302\u0323T", "mat"},
      {"[MẬT]", "mat"},
      {"| MẬT |", "mat"},
      {"ĐỘ MẬT: MẬT", "mat"},
      {"Mức độ mật: Tối mật", "toi-mat"},
      {"TỐI MẬT (Bản số 03)", "toi-mat"},
      {"MẬT - HỎA TỐC", "mat"},
      {"TÀI LIỆU MẬT", "mat"},
      {"Số 1-BC/HU\tMẬT", "mat"},
      {"Lưu hành nội bộ", "internal"},
      {"(lưu hành nội bộ)", "internal"},
      {"TÀI LIỆU LƯU HÀNH NỘI BỘ", "internal"},
      {"Tài liệu thu hồi", "internal"},
      {"Độ mật:", "open"},
      {"HỎA TỐC", "open"},
      {"", "open"},
  };
  for (const auto& [stamp, grade] : kCases) EXPECT_EQ(grade_of(paper(stamp)), grade) << stamp;
}

TEST(Stamp, CaughtInALetterheadLine) {
  EXPECT_EQ(grade_of("HUYỆN ỦY TÂN KHÁNH TỐI MẬT ĐẢNG CỘNG SẢN VIỆT NAM\nBÁO CÁO\nvề chợ\n"), "toi-mat");
  EXPECT_EQ(grade_of("CỤC QUẢN LÝ MẬT MÃ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBÁO CÁO\nvề chợ\n"), "open");
  EXPECT_EQ(grade_of("PHÒNG BẢO MẬT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBÁO CÁO\nvề chợ\n"), "open");
}

TEST(Stamp, WhereItMayStand) {
  EXPECT_EQ(grade_of(paper("") + "Nơi nhận:\nMẬT\n- Lưu.\n"), "mat");
  EXPECT_EQ(grade_of(filler(40) + paper("MẬT")), "mat");                // a menu above
  EXPECT_EQ(grade_of(paper(""), "TỐI MẬT\n" + filler(60)), "toi-mat");  // an enclosure's own stamp
  EXPECT_EQ(grade_of(std::string(300, '\n') + paper("MẬT")), "mat");
}

TEST(Stamp, TheHigherCounts) {
  EXPECT_EQ(grade_of(paper("MẬT\nLưu hành nội bộ")), "mat");
  EXPECT_EQ(grade_of(paper("MẬT") + "TUYỆT MẬT\n"), "tuyet-mat");
}

TEST(Stamp, ProseIsNone) {
  static constexpr const char* kCases[] = {
      "V- BẢO MẬT",
      "BÍ MẬT NHÀ NƯỚC",
      "V/v bảo vệ bí\nmật",
      "Về chế độ bảo mật",
      "Văn bản mật được giữ riêng.",
      "IV- ĐỘ MẬT",
      "chính trị\nnội bộ",
      "thu hồi",
  };
  for (const char* text : kCases) {
    EXPECT_EQ(grade_of(paper(text)), "open") << text;
    EXPECT_EQ(grade_of(paper("") + text + "\n"), "open") << text;
  }
  // A heading of the text; above the type line capitals would be taken for a stamp, to be safe.
  EXPECT_EQ(grade_of(paper("") + "VĂN BẢN MẬT\n"), "open");
  EXPECT_EQ(grade_of(paper("VĂN BẢN MẬT")), "mat");
  // A table of grades in the text.
  EXPECT_EQ(grade_of(paper("") + "1\tPhương án chợ\tMật\n2\tPhương án đê\tTối mật\n"), "open");
}

TEST(Stamp, InternalBySymbol) {
  const auto found =
      read_metadata({"HUYỆN ỦY TÂN KHÁNH\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 1-CV/HU/nb\nV/v chợ\nKính gửi: A\n"});
  EXPECT_EQ(found.grade, Grade::kInternal);
  EXPECT_EQ(found.grade_from, "symbol");
  EXPECT_EQ(read_metadata({paper("MẬT")}).grade_from, "stamp");
  EXPECT_EQ(read_metadata({}).grade_from, "no stamp");
}

}  // namespace
}  // namespace vankien
