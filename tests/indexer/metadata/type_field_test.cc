// 1. The title line decides between Quyết định and Quy định; the symbol never does.
// 2. Letters are Công văn: by CV, by "Kính gửi", by "V/v"; a state letter's "CT" is no Chỉ thị.
// 3. Without a title line the symbol decides where it has one meaning, or the word before the own symbol
// does.

#include "indexer/metadata/type_field.h"

#include <gtest/gtest.h>

#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

std::string type_of_paper(const std::string& text) {
  const Letterhead head = head_of(text);
  const auto own = read_own_symbol(head);
  return value_of(read_type(head, own ? std::optional(own->symbol) : read_blank_symbol(head)));
}

TEST(Type, Table) {
  const std::string party = "HUYỆN ỦY TÂN KHÁNH\tĐẢNG CỘNG SẢN VIỆT NAM\n";
  const std::string state = "CỤC ĐÊ ĐIỀU\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n";
  const std::pair<std::string, const char*> cases[] = {
      {party + "Số 3-QĐ/HU\nQUY ĐỊNH\nvề xe\n", "Quy định"},
      {party + "Số 3-QĐ/HU\nQUYẾT ĐỊNH\nvề xe\n", "Quyết định"},
      {party + "Số 3-QĐ/HU\n- Căn cứ Điều lệ Đảng;\n", "-"},
      {party + "Số 3-CTr/HU\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nvề xe\n", "Chương trình"},
      {party + "Số 3-CV/HU\nV/v xe\nKính gửi: Các chi bộ\n", "Công văn"},
      {party + "Số 3-TT/HU\n- Căn cứ Điều lệ Đảng;\n", "Thông tri"},
      {party + "Số     -BB/HU\n- Căn cứ Điều lệ Đảng;\n", "Biên bản"},
      {state + "Số: 530/CT-CS\nV/v đê\nKính gửi: Ông A\n", "Công văn"},
      {state + "Số: 53/CĐĐ-QL\nV/v đê\nNgày 1/2/2020 Cục nhận được thư\n", "Công văn"},
      {state + "Số: 5/VBHN-BNN\nTHÔNG TƯ\nvề đê\n", "Văn bản hợp nhất"},
      {"Quy định số 61-QĐ/TW\nĐiều 1. Xe\n", "Quy định"},
      {"Một bài báo không có gì.\n", "-"},
  };
  for (const auto& [text, type] : cases) EXPECT_EQ(type_of_paper(text), type) << text;
}

}  // namespace
}  // namespace vankien
