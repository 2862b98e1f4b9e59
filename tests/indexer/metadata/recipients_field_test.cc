// 1. "Kính gửi" and "Nơi nhận" are read in every layout, entries over two lines and several on one.
// 2. Entries that name nobody and the file copy are left out; each entry is there once.
// 3. A form's dots and a procedure's "Nơi nhận hồ sơ" give none.

#include "indexer/metadata/recipients_field.h"

#include <gtest/gtest.h>

#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

std::string recipients_of(const std::string& text) {
  std::string all;
  for (const auto& one : read_recipients(head_of(text), read_closing({text})))
    all += (all.empty() ? "" : " | ") + one;
  return all;
}

TEST(Recipients, Layouts) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"Nơi nhận:\tT/M BAN THƯỜNG VỤ\n- Các ban,\tBÍ THƯ\n- Văn phòng Tỉnh ủy (để báo cáo),\n- Lưu VT.\tLê "
       "Sen\n",
       "Các ban | Văn phòng Tỉnh ủy (để báo cáo)"},
      {"Nơi nhận:\n- Các ban đảng ở\nTrung ương;\n- Lưu.\nBÍ THƯ\nLê Sen\n", "Các ban đảng ở Trung ương"},
      {"Nơi nhận:\n- Các ban, - Các vụ; - Lưu VT.\n", "Các ban | Các vụ"},
      {"__Nơi nhận__:\n- Như trên;\n- Các ban;\n- Các ban;\n- Lưu: VT.\n", "Các ban"},
      {"| Nơi nhận:\n- Như Điều 3,\n- Các ban,\n- Lưu. |\n", "Các ban"},
      {"ĐẢNG CỘNG SẢN VIỆT NAM\nSố 1-CV/HU\nV/v chợ\n\nKính gửi: Văn phòng Tỉnh ủy; Ban Dân vận.\n\nNội "
       "dung.\n\n"
       "Nơi nhận:\n- Như kính gửi,\n- Thường trực (b/c),\n- Lưu.\n",
       "Văn phòng Tỉnh ủy | Ban Dân vận | Thường trực (b/c)"},
      {"ĐẢNG CỘNG SẢN VIỆT NAM\nSố 1-CV/HU\n\nKính gửi:\n- Văn phòng Tỉnh ủy;\n- Ban Dân vận.\n\nNội dung.\n",
       "Văn phòng Tỉnh ủy | Ban Dân vận"},
      {"ĐẢNG CỘNG SẢN VIỆT NAM\nSố 1-CV/HU\n\nKính gửi: Các đảng ủy xã, phường,\nđặc khu\n\nNội dung.\n",
       "Các đảng ủy xã, phường, đặc khu"},
      {"ĐẢNG CỘNG SẢN VIỆT NAM\nSố 1-CV/HU\n\nKính gửi: Ban Dân vận.\n\n- Đề nghị mở chợ.\n", "Ban Dân vận"},
      {"Nơi nhận:\n- ……;\n- Lưu.\n", ""},
      {"Nơi nhận hồ sơ: Bộ phận một cửa\n- Tờ khai\n", ""},
      {"Không có gì.\n", ""},
  };
  for (const auto& [text, wanted] : kCases) EXPECT_EQ(recipients_of(text), wanted) << text;
}

}  // namespace
}  // namespace vankien
