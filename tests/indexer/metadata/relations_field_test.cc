// 1. The legal basis is read clause by clause: acts with and without a symbol, meetings, chains; not what they are about.
// 2. What a document does to others is read where it speaks of itself, in its articles and in lists below them.
// 3. What it tells of others, proposes or repeats, and its own symbol, are none.
// 4. Enclosures and copies name the act they belong to.

#include "indexer/metadata/relations_field.h"

#include <gtest/gtest.h>

#include "indexer/metadata/symbol_field.h"
#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

std::string show(const std::vector<Relation>& relations) {
  std::string all;
  for (const Relation& one : relations) {
    all += std::string(all.empty() ? "" : "\n") + std::string(relation_name(one.kind)) + " " +
           (one.symbol.empty() ? "<" + one.text + ">" : one.symbol);
    if (!one.type.empty()) all += " (" + one.type + ")";
    if (!one.date.empty()) all += " " + one.date;
  }
  return all;
}

std::string relations_of(const std::string& text, OwnPaper own = {}) {
  const Letterhead head = head_of(text);
  if (own.type.empty()) own.type = "Quyết định";
  own.enclosed_with = read_enclosing_symbol(head);
  return show(read_relations(head, {text}, read_last_lines(text, 40), own));
}

std::string basis_of(const std::string& lines) {
  return relations_of("ĐẢNG CỘNG SẢN VIỆT NAM\nSố 1-QĐ/TU\n\nQUYẾT ĐỊNH\nvề chợ\n\n" + lines +
                      "\nĐiều 1. Mở chợ.\n");
}

TEST(Relations, Basis) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"- Căn cứ Nghị quyết số 39-NQ/TW, ngày 05/11/2017 của Ban Chấp hành về chợ;",
       "căn cứ 39-NQ/TW (Nghị quyết) 2017-11-05"},
      {"Căn cứ Luật Tổ chức chợ ngày 19 tháng 6 năm 2015;\n",
       "căn cứ <Luật Tổ chức chợ ngày 19 tháng 6 năm 2015> (Luật) 2015-06-19"},
      {"Căn cứ Luật Đê số 31/2024/QH15;", "căn cứ 31/2024/QH15 (Luật)"},
      {"Căn cứ Luật A ngày 1/2/2003; Luật B ngày 3/4/2005;",
       "căn cứ <Luật A ngày 1/2/2003> (Luật) 2003-02-01\ncăn cứ <Luật B ngày 3/4/2005> (Luật) 2005-04-03"},
      {"Căn cứ Nghị định số 30/2020/NĐ-CP\nngày 05 tháng 3 năm 2020 của Chính phủ;",
       "căn cứ 30/2020/NĐ-CP (Nghị định) 2020-03-05"},
      {"Căn cứ Nghị định số 1/2020/NĐ-CP ngày 5/3/2020 và Nghị định số 2/2021/NĐ-CP ngày 6/4/2021;",
       "căn cứ 01/2020/NĐ-CP (Nghị định) 2020-03-05\ncăn cứ 02/2021/NĐ-CP (Nghị định) 2021-04-06"},
      {"Căn cứ Kế hoạch số 7-KH/TU về thực hiện Nghị quyết số 9-NQ/TW;", "căn cứ 07-KH/TU (Kế hoạch)"},
      {"Căn cứ Nghị định số 1/2020/NĐ-CP được sửa đổi bởi Nghị định số 2/2021/NĐ-CP;",
       "căn cứ 01/2020/NĐ-CP (Nghị định)"},
      {"- Căn cứ Điều lệ Đảng;", "căn cứ <Điều lệ Đảng> (Điều lệ)"},
      {"Căn cứ Điều lệ Đảng, Quy định số 294-QĐ/TW, ngày 26/5/2025;",
       "căn cứ <Điều lệ Đảng> (Điều lệ)\ncăn cứ 294-QĐ/TW (Quy định) 2025-05-26"},
      {"Thực hiện Nghị quyết Trung ương 4 khóa XII, Ban Thường vụ quyết định:",
       "thực hiện <Nghị quyết Trung ương 4 khóa XII> (Nghị quyết)"},
      {"Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016, căn cứ tình hình chợ.",
       "thực hiện 05-CT/TW (Chỉ thị) 2016-05-15"},
      {"Căn cứ tình hình thực tế của chợ;", ""},
      {"Theo đề nghị của Ban Tổ chức tại Tờ trình số 5-TTr/BTCTU;", ""},
      {"Xét Tờ trình số 5-TTr/BTCTU;", ""},
  };
  for (const auto& [lines, wanted] : kCases) EXPECT_EQ(basis_of(lines), wanted) << lines;
}

TEST(Relations, WhatTheTextDoes) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"Điều 11. Quy định này thay thế Quyết định số 411-QĐ/TU, ngày 22/6/2012 của Tỉnh ủy và có hiệu lực từ "
       "ngày ký.",
       "thay thế 411-QĐ/TU (Quyết định) 2012-06-22"},
      {"Quyết định này có hiệu lực từ ngày 1/1/2020 và thay thế các Quyết định số 5/QĐ-UBND, số 6/QĐ-UBND.",
       "thay thế 05/QĐ-UBND (Quyết định)\nthay thế 06/QĐ-UBND (Quyết định)"},
      {"Điều 2. Bãi bỏ Quyết định số 5/QĐ-UBND ngày 2/3/2019.", "bãi bỏ 05/QĐ-UBND (Quyết định) 2019-03-02"},
      {"2. Bãi bỏ toàn bộ Quyết định số 5/QĐ-UBND.", "bãi bỏ 05/QĐ-UBND (Quyết định)"},
      {"2. Bãi bỏ khoản 3 Điều 4 của Quyết định số 5/QĐ-UBND.", "sửa đổi, bổ sung 05/QĐ-UBND (Quyết định)"},
      {"Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 5/2019/TT-BNV như sau:",
       "sửa đổi, bổ sung 05/2019/TT-BNV (Thông tư)"},
      {"Quyết định số 5/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
       "hết hiệu lực 05/QĐ-UBND (Quyết định)"},
      {"Quyết định số 5/QĐ-UBND được thay thế bằng Quyết định này.", "thay thế 05/QĐ-UBND (Quyết định)"},
      {"Các văn bản sau đây hết hiệu lực:\na) Thông tư số 5/2019/TT-BNV ngày 1/2/2019;\nb) Thông tư số "
       "6/2020/TT-BNV.\n"
       "3. Thông tư số 7/2021/TT-BNV còn hiệu lực.",
       "hết hiệu lực 05/2019/TT-BNV (Thông tư) 2019-02-01\nhết hiệu lực 06/2020/TT-BNV (Thông tư)"},
      {"Bãi bỏ các văn bản sau:\n- Quyết định số 5/QĐ-UBND;\n- Quyết định số 6/QĐ-UBND.",
       "bãi bỏ 05/QĐ-UBND (Quyết định)\nbãi bỏ 06/QĐ-UBND (Quyết định)"},
  };
  for (const auto& [text, wanted] : kCases)
    EXPECT_EQ(relations_of("1. Mở chợ.\n" + std::string(text) + "\n"), wanted) << text;
}

TEST(Relations, OfOthersAreNone) {
  for (const char* text :
       {"Nghị định số 8/2020/NĐ-CP thay thế Nghị định số 9/2015/NĐ-CP.",
        "Theo Quyết định số 5/QĐ-UBND, chợ họp ngày lẻ.",
        "Đề nghị Ủy ban xem xét, bãi bỏ Quyết định số 5/QĐ-UBND.",
        "Luật sửa đổi, bổ sung một số điều của Luật Đê số 60/2020/QH14 quy định việc này.",
        "Chợ này thay thế chợ cũ theo Quyết định số 5/QĐ-UBND.",
        "Nghị định này quy định chợ theo Luật Chợ số 60/2020/QH14 được sửa đổi bởi Luật số 96/2025/QH15.",
        "Thông tư số 5/2019/TT-BNV được sửa đổi bởi Thông tư số 6/2020/TT-BNV."})
    EXPECT_EQ(relations_of("1. Mở chợ.\n" + std::string(text) + "\n"), "") << text;
  // A plan proposes; a consolidated text repeats.
  const std::string order = "1. Mở chợ.\n2. Bãi bỏ Quyết định số 5/QĐ-UBND.\n";
  EXPECT_EQ(relations_of(order, {{}, "", "", "Kế hoạch", {}}), "");
  EXPECT_EQ(relations_of(order, {{}, "", "", "Văn bản hợp nhất", {}}), "");
  EXPECT_EQ(relations_of(order, {{}, "", "Ban hành Chương trình hành động", "Quyết định", {}}), "");
}

TEST(Relations, ASymbolBrokenAtTheMarginIsPrintedWhole) {
  const std::string text = "1. Mở chợ.\nQuy chế này thay thế Quy chế số 07-\nQC/TU, ngày 12/9/2006.\n";
  const auto found = read_relations(head_of(text), {text}, {}, {{}, "", "", "Quy chế", {}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].text, "Quy chế số 07-QC/TU, ngày 12/9/2006");
}

TEST(Relations, OwnSymbol) {
  const std::string text = "1. Mở chợ.\nNghị quyết này thay thế Nghị quyết số 05-NQ/TU, ngày 1/2/2016.\n";
  EXPECT_EQ(relations_of(text, {parse_symbol("05-NQ/TU"), "2016-02-01", "", "Nghị quyết", {}}), "");
  EXPECT_EQ(relations_of(text, {parse_symbol("05-NQ/TU"), "2022-06-01", "", "Nghị quyết", {}}),
            "thay thế 05-NQ/TU (Nghị quyết) 2016-02-01");
}

TEST(Relations, Title) {
  const auto of = [](const char* title) {
    return relations_of("1. Mở chợ.\n", {{}, "", title, "Kế hoạch", {}});
  };
  EXPECT_EQ(of("Thực hiện Chỉ thị số 5-CT/TW ngày 1/2/2016 của Bộ Chính trị"),
            "thực hiện 05-CT/TW (Chỉ thị) 2016-02-01");
  EXPECT_EQ(of("Tổng kết 5 năm thực hiện Nghị quyết Trung ương 4 khóa XII"),
            "thực hiện <Nghị quyết Trung ương 4 khóa XII> (Nghị quyết)");
  EXPECT_EQ(of("Sửa đổi, bổ sung một số điều của Quy định số 7-QĐ/TU"),
            "sửa đổi, bổ sung 07-QĐ/TU (Quy định)");
  EXPECT_EQ(of("Về việc bãi bỏ Quyết định số 7-QĐ/TU"), "bãi bỏ 07-QĐ/TU (Quyết định)");
  EXPECT_EQ(of("Về chợ đầu mối"), "");
}

TEST(Relations, EnclosuresAndCopies) {
  EXPECT_EQ(relations_of("QUY CHẾ\nlàm việc\n(Ban hành kèm theo Quyết định số 7-QĐ/HU,\nngày 1/2/2019)\n"),
            "ban hành kèm theo 07-QĐ/HU (Quyết định) 2019-02-01");
  EXPECT_EQ(
      relations_of(
          "THÔNG BÁO\nvề đê\n\nvăn bản\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 56-BS/VPTU\tGiang Thành, ngày 26 tháng "
          "02 năm 2003\n\nSAO NGUYÊN VĂN BẢN CHÍNH\n"),
      "sao 56-BS/VPTU (Bản sao) 2003-02-26");
}

}  // namespace
}  // namespace vankien
