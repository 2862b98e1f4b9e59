// 1. The own symbol is the one behind "Số" in the head, as people type it, also over a broken line.
//    Numbers filled in by hand between dots and the l, I, O of scans are read; where a letter stands before the
//    digits no number is made up.
// 2. Symbols of the legal basis, of summaries and of "kèm theo" are other documents'.
// 3. A blank number gives no symbol, but the letters behind it are still read.
// 4. Without a letterhead a heading that is nothing but type and symbol counts; an article's does not.

#include "indexer/metadata/symbol_field.h"

#include <gtest/gtest.h>

#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

std::string own(const std::string& text) {
  const auto symbol = read_own_symbol(head_of(text));
  return symbol ? symbol->symbol.canonical() : "-";
}

TEST(OwnSymbol, BehindSo) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"Số 05-NQ/HU", "05-NQ/HU"},
      {"Số : 5 - NQ/HU", "05-NQ/HU"},
      {"Số5\u2013NQ/HU\tTân Khánh, ngày 1 tháng 2 năm 2020", "05-NQ/HU"},
      {"Số:\n12\n- KL/HU", "12-KL/HU"},
      {"Số: 3/2021/TTLT-BYT-\nBTC", "03/2021/TTLT-BYT-BTC"},
      {"Luật số: 88/2031/QH17", "88/2031/QH17"},
      {"Số: ..12../NQ-HU", "12-NQ/HU"},
      {"Số …05…-NQ/HU", "05-NQ/HU"},
      {"Số: .7.-NQ/HU", "07-NQ/HU"},
      {"Số:_12_/QĐ-UBND", "12/QĐ-UBND"},
      {"Số ..5.NQ/HU", "05-NQ/HU"},
      {"Số: 66.16/2026/NQ-CP", "66.16/2026/NQ-CP"},
      {"Số: l2/QĐ-UBND", "12/QĐ-UBND"},
      {"Số: O5-NQ/HU", "05-NQ/HU"},
      {"Số: A5-NQ/HU", "-"},
      {"Sô: 12/QĐ-UBND", "12/QĐ-UBND"},
      {"So 5-NQ/HU", "05-NQ/HU"},
      {"* Số 5-NQ/HU", "05-NQ/HU"},
      {"(Số: 12/QĐ-UBND)", "12/QĐ-UBND"},
      {"Sở 5-NQ/HU", "-"},
      {"Số: …/QĐ-UBND", "-"},
      {"Số ........-NQ/HU", "-"},
      {"Số      -NQ/HU", "-"},
      {"Số\n- HD/BTCTU", "-"},
  };
  for (const auto& [line, symbol] : kCases)
    EXPECT_EQ(own("HUYỆN ỦY TÂN KHÁNH\tĐẢNG CỘNG SẢN VIỆT NAM\n" + std::string(line) +
                  "\n\nKẾT LUẬN\nvề chợ\n- Căn cứ Nghị quyết số 99-NQ/TW;\n"),
              symbol)
        << line;
}

TEST(OwnSymbol, OthersAreNotOwn) {
  EXPECT_EQ(own("ĐẢNG CỘNG SẢN VIỆT NAM\nKẾ HOẠCH\nthực hiện Chỉ thị\nsố 44-CT/TW ngày 1/2/2020\n"), "-");
  EXPECT_EQ(own("QUY CHẾ\nlàm việc\n(Ban hành kèm theo Quyết định số 7-QĐ/HU)\n"), "-");
  EXPECT_EQ(own("ĐẢNG CỘNG SẢN VIỆT NAM\nSố lượng bản in kèm theo Quyết định 7-QĐ/HU: 3\nKẾ HOẠCH\nvề xe\n"),
            "-");
  EXPECT_EQ(own("Nơi nhận:\nSố 5-CV/HU\n"), "-");
  const auto outer =
      read_enclosing_symbol(head_of("QUY CHẾ\nlàm việc\n(Ban hành kèm theo Quyết định số 7-QĐ/HU)\n"));
  ASSERT_TRUE(outer);
  EXPECT_EQ(outer->canonical(), "07-QĐ/HU");
  const auto by_hand =
      read_enclosing_symbol(head_of("QUY ĐỊNH\nvề chợ\n( Ban hành kèm theo Quyết định số …05…./2006/ "
                                    "QĐ-UBND,\nngày …25..tháng 1 năm 2006 )\n"));
  ASSERT_TRUE(by_hand);
  EXPECT_EQ(by_hand->canonical(), "05/2006/QĐ-UBND");
}

TEST(OwnSymbol, FirstHeadOfACopy) {
  EXPECT_EQ(own("HUYỆN ỦY TÂN KHÁNH\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 9-TB/HU\nTHÔNG BÁO\nvề đê\nvăn bản\n"
                "VĂN PHÒNG\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 31-BS/VPHU\nBẢN SAO\n"),
            "09-TB/HU");
}

TEST(OwnSymbol, BlankNumberKeepsItsLetters) {
  for (const char* line : {"Số      -BB/BTGTU", "Số\n- BB/BTGTU", "Số:..... - BB/BTGTU"}) {
    const auto symbol =
        read_blank_symbol(head_of("ĐẢNG CỘNG SẢN VIỆT NAM\n" + std::string(line) + "\nBIÊN BẢN\n"));
    ASSERT_TRUE(symbol) << line;
    EXPECT_EQ(symbol->type, "BB");
    EXPECT_EQ(symbol->organ, "BTGTU");
  }
}

TEST(OwnSymbol, WithoutALetterhead) {
  EXPECT_EQ(own("Kết luận số 61-KL/TW\nSau ba năm thực hiện …\n"), "61-KL/TW");
  EXPECT_EQ(own("Kết luận số 61-KL/TW ngày 1/2/2033\nSau ba năm …\n"), "61-KL/TW");
  EXPECT_EQ(own("Hội nghị quán triệt Kết luận số 61-KL/TW tại Tân Khánh\n"), "-");
  EXPECT_EQ(own("NGHỊ ĐỊNH\nCỦA CHÍNH PHỦ SỐ 77/2004/NĐ-CP NGÀY 1 THÁNG 2 NĂM 2004\nvề chợ\n"),
            "77/2004/NĐ-CP");
}

}  // namespace
}  // namespace vankien
