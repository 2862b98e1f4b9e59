// 1. A stamp is found as a line or cell of its own, spaced out, split, without marks, beside its copy number,
// or
//    caught in a letterhead line, on the first and last lines, below a web page's menu and at the top of a
//    page.
// 2. Of contradicting stamps the higher counts.
// 3. Prose about secrets is no stamp: bảo mật, bí mật, mật mã, words broken at the line's end, entries of a
// list.
// 4. "Lưu hành nội bộ" and /nb are internal; without any stamp a paper is open.
// 5. What a person must look at is told: damaged, undecoded and contradictory stamps, stamps on later pages and inside
//    the text. Marks of declassification and copies lower nothing.

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
      {"ТUYỆТ МẬТ", "tuyet-mat"},  // Т and М of another alphabet
      {"Mật (A)", "mat"},
      {"Dấu chỉ độ mật: A", "tuyet-mat"},
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

std::string doubts_of(const std::vector<std::string>& pages) {
  std::string all;
  for (const GradeDoubt& doubt : read_metadata(pages).grade_doubts)
    all += (all.empty() ? "" : " | ") + (doubt.place.empty() ? "" : doubt.place + ": ") + doubt.reason;
  return all;
}

// Beside the shapes above: each of these is a stamp, certain or to be looked at.
TEST(Stamp, SixtyThatAre) {
  struct Case {
    const char* stamp;
    const char* grade;
    bool sure;
  };
  static constexpr Case kCases[] = {
      {"MẬT", "mat", true},
      {"Mật", "mat", true},
      {"[ MẬT ]", "mat", true},
      {"*MẬT*", "mat", true},
      {"“MẬT”", "mat", true},
      {"MẬT.", "mat", true},
      {"M.Ậ.T", "mat", true},
      {"MAT", "mat", true},
      {"TỐI MẬT", "toi-mat", true},
      {"TỐIMẬT", "toi-mat", true},
      {"Tối Mật", "toi-mat", true},
      {"tối mật", "toi-mat", true},
      {"T Ố I  M Ậ T", "toi-mat", true},
      {"TOI MAT", "toi-mat", true},
      {"TUYỆT MẬT", "tuyet-mat", true},
      {"TUYỆTMẬT", "tuyet-mat", true},
      {"Tuyệt mật", "tuyet-mat", true},
      {"(TUYỆT MẬT)", "tuyet-mat", true},
      {"TUYET MAT", "tuyet-mat", true},
      {"Độ mật: Mật", "mat", true},
      {"Độ mật: Tuyệt mật", "tuyet-mat", true},
      {"DẤU MẬT: MẬT", "mat", true},
      {"MẬT (Bản số 7)", "mat", true},
      {"TÀI LIỆU TỐI MẬT", "toi-mat", true},
      {"TÀI LIỆU TUYỆT MẬT", "tuyet-mat", true},
      {"HỎA TỐC - TỐI MẬT", "toi-mat", true},
      {"MẬT KHẨN", "mat", true},
      {"THƯỢNG KHẨN MẬT", "mat", true},
      {"LƯU HÀNH NỘI BỘ", "internal", true},
      {"Lưu hành trong nội bộ", "internal", true},
      {"NỘI BỘ", "internal", true},
      {"TÀI LIỆU NỘI BỘ", "internal", true},
      {"TÀI LIỆU THU HỒI", "internal", true},
      {"LUU HANH NOI BO", "internal", true},
      // Damaged.
      {"MẶT", "mat", false},
      {"MÂT", "mat", false},
      {"MẠT", "mat", false},
      {"MẤT", "mat", false},
      {"MẬ", "mat", false},
      {"MẬ1", "mat", false},
      {"MẬI", "mat", false},
      {"MẬL", "mat", false},
      {"lVlẬT", "mat", false},
      {"NẬT", "mat", false},
      {"IVIẬT", "mat", false},
      {"RNẬT", "mat", false},
      {"TÓI MẬT", "toi-mat", false},
      {"TÔI MẬT", "toi-mat", false},
      {"TỔI MẬT", "toi-mat", false},
      {"TỐl MẬT", "toi-mat", false},
      {"T0I MAT", "toi-mat", false},
      {"TỐ MẬT", "toi-mat", false},
      {"TUYẸT MẬT", "tuyet-mat", false},
      {"TUYÊT MÂT", "tuyet-mat", false},
      {"TUYÊT MẶT", "tuyet-mat", false},
      {"TUYT MẬT", "tuyet-mat", false},
      {"TUYỆI MẬT", "tuyet-mat", false},
      {"LƯU HÀNH NỘI B0", "internal", false},
      // Not decoded, in another encoding, behind a label.
      {"M\uFFFDT", "mat", false},
      {"M?T", "mat", false},
      {"T\uFFFDI M\uFFFDT", "toi-mat", false},
      {"T?I M?T", "toi-mat", false},
      {"TUY?T M?T", "tuyet-mat", false},
      {"TUY\uFFFDT M\uFFFDT", "tuyet-mat", false},
      {"M\u00CBT", "mat", false},
      // Letters of full width, ＭẬＴ and others, as UTF-8 read as Latin-1: no consonant is left.
      {"\u00EF\u00BC\u00AD\u00E1\u00BA\u00AC\u00EF\u00BC\u00B4", "mat", false},
      {"\u00EF\u00BC\u00AD\u00EF\u00BC\u00A1\u00EF\u00BC\u00B4", "mat", false},
      {"\u00EF\u00BC\u00B4\u00EF\u00BC\u00AF\u00EF\u00BC\u00A9 "
       "\u00EF\u00BC\u00AD\u00EF\u00BC\u00A1\u00EF\u00BC\u00B4",
       "toi-mat", false},
      {"ĐỘ MẬT: ###", "tuyet-mat", false},
      {"Độ mật: ????", "tuyet-mat", false},
      {"Mức độ mật: hạng ba", "tuyet-mat", false},
  };
  static_assert(std::size(kCases) >= 60);
  for (const Case& one : kCases) {
    const Metadata found = read_metadata({paper(one.stamp)});
    EXPECT_EQ(grade_name(found.grade), one.grade) << one.stamp;
    EXPECT_EQ(found.grade_doubts.empty(), one.sure) << one.stamp;
  }
}

TEST(Stamp, SixtyThatAreNone) {
  static constexpr const char* kCases[] = {
      "bảo mật",
      "Bảo mật",
      "BẢO MẬT",
      "bí mật",
      "BÍ MẬT",
      "BÍ MẬT NHÀ NƯỚC",
      "mật độ",
      "Mật độ",
      "MẬT ĐỘ DÂN SỐ",
      "mật ong",
      "Mật ong",
      "MẬT ONG RỪNG",
      "mật khẩu",
      "Mật khẩu",
      "MẬT KHẨU",
      "mật mã",
      "MẬT MÃ",
      "cơ mật",
      "CƠ MẬT",
      "thân mật",
      "Thân mật",
      "mật thiết",
      "Mật thiết",
      "mật vụ",
      "mật báo",
      "trù mật",
      "mật",
      "mắt",
      "Mắt",
      "Mất",
      "Mặt",
      "mặt trận",
      "Mặt trận",
      "MẶT TRẬN TỔ QUỐC",
      "MẶT BẰNG",
      "MẤT MÁT",
      "MẮT KÍNH",
      "mạt cưa",
      "nội bộ",
      "Bảo vệ chính trị nội bộ",
      "CHÍNH TRỊ NỘI BỘ",
      "thu hồi",
      "Thu hồi đất",
      "THU HỒI ĐẤT",
      "Độ mật:",
      "ĐỘ MẬT: ......",
      "Độ mật: Không",
      "Độ mật: Thường",
      "Độ khẩn: Hỏa tốc",
      "KHẨN",
      "HỎA TỐC",
      "TỐI",
      "TUYỆT ĐỐI",
      "TUYỆT CHỦNG",
      "NHẬT",
      "VẬT",
      "LUẬT",
      "THẬT",
      "ĐÔI MẮT",
      "MỌI MẶT",
      "Y TẾ",
      "HỎI ?",
      "M\u1EACT \u0110\u1ED8",
      "TOÀN VĂN",
      "MAI",
      "MÍT",
      "MỘT",
      "MÔ TẢ",
  };
  static_assert(std::size(kCases) >= 60);
  for (const char* text : kCases) {
    EXPECT_EQ(grade_of(paper(text)), "open") << text;
    EXPECT_EQ(grade_of(paper("") + text + "\n"), "open") << text;
    EXPECT_EQ(doubts_of({paper(text)}), "") << text;
  }
}

TEST(Stamp, Contradictions) {
  EXPECT_EQ(doubts_of({paper("MẬT") + "TUYỆT MẬT\n"}), "two stamps: mat and tuyet-mat");
  EXPECT_EQ(doubts_of({paper("MẬT"), "MẬT\n" + filler(60)}), "");
  EXPECT_EQ(doubts_of({paper("MẬT\nTài liệu thu hồi")}), "");
  EXPECT_EQ(doubts_of({paper("TỐI\nMẬT")}), "");
  EXPECT_EQ(doubts_of({paper(""), filler(60), "TỐI MẬT\n" + filler(60)}),
            "page 3: its first page has no stamp toi-mat");
  EXPECT_EQ(doubts_of({paper("MẬT"), "TỐI MẬT\n" + filler(60)}), "page 2: two stamps: mat and toi-mat");
}

TEST(Stamp, InsideTheText) {
  const std::string page = paper("") + filler(40) + "TỐI MẬT\n" + filler(60);
  EXPECT_EQ(grade_of(page), "toi-mat");
  EXPECT_EQ(doubts_of({page}), "a stamp stands inside the text: \"TỐI MẬT\"");
  EXPECT_EQ(grade_of(paper("") + filler(40) + "Tối mật\n" + filler(60)), "open");
  EXPECT_EQ(grade_of(paper("") + filler(40) + "MẶT\n" + filler(60)), "open");
}

TEST(Stamp, NothingLowersByItself) {
  EXPECT_EQ(grade_of(paper("MẬT\nGIẢI MẬT")), "mat");
  EXPECT_EQ(doubts_of({paper("MẬT\nGIẢI MẬT")}), "it is marked as declassified");
  EXPECT_EQ(grade_of(paper("ĐÃ GIẢI MẬT")), "tuyet-mat");
  const std::string copy = paper("MẬT") + "ĐẢNG CỘNG SẢN VIỆT NAM\nSố 5-BS/VPHU\nSAO Y BẢN CHÍNH\n";
  EXPECT_EQ(grade_of(copy), "mat");
  EXPECT_EQ(doubts_of({copy}), "it is a copy of a secret paper");
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
