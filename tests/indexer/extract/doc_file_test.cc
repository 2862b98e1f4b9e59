// 1. What a reader of a Word document sees is text: tables in two columns, tabs, footnotes, text boxes; stamps in
//    page headers are never lost.
// 2. Damaged and foreign files end in an error of the right kind.
// data/watering.* were made by LibreOffice from a text of our own.
#include <gtest/gtest.h>

#include "indexer/extract/child.h"
#include "indexer/extract/formats.h"
#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {
namespace {

const std::filesystem::path kData = std::filesystem::path(VANKIEN_SOURCE_DIR) / "tests/indexer/extract/data";

const ExtractLimits kPatient{.seconds = 300};

TEST(DocFile, WhatAReaderSees) {
  const auto text = extract_file(kData / "watering.doc", kPatient);
  const std::string all = joined(text);
  for (const char* line :
       {"TỐI MẬT\n",
        "HUYỆN ỦY BẾN SAY\tĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 12-KH/HU\tBến Say, ngày 05 tháng 3 năm 2024\n",
        "KẾ HOẠCH\nvề việc tưới nước", "Điều một.   Người trực vườn", "Trừ ngày mưa lớn.\n", "HỎA TỐC\n",
        "STT\tVườn\tSố cây\n1\tVườn ươm Đồi Sim\t1.250\n"}) {
    EXPECT_NE(all.find(line), std::string::npos) << line << "in\n" << all;
  }
  EXPECT_EQ(all.find("trang đầu"), std::string::npos);
  EXPECT_EQ(text.properties.at("author"), "VANTHU");
  EXPECT_EQ(text.format, "doc");
}

TEST(DocFile, TheSameTextAsRtf) {
  const auto text = extract_file(kData / "watering.rtf", {});
  EXPECT_EQ(joined(text),
            "TỐI MẬT\n"
            "HUYỆN ỦY BẾN SAY\tĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 12-KH/HU\tBến Say, ngày 05 tháng 3 năm 2024\n"
            "KẾ HOẠCH\nvề việc tưới nước cho vườn ươm mùa khô\n"
            "Điều một.   Người trực vườn\ttưới hai lần mỗi ngày.\n\tTrừ ngày mưa lớn.\n"
            "Khung chữ nằm cạnh câu này.\nHỎA TỐC\n¶\n"
            "Trang thứ hai: thước đo mực nước đặt ở bờ mương.\n"
            "STT\tVườn\tSố cây\n1\tVườn ươm Đồi Sim\t1.250\n");
}

TEST(DocFile, AnyExtensionOfADocument) {
  const TestFolder folder;
  EXPECT_EQ(extract_file(folder.write("a.docx", bytes_of(kData / "watering.doc")), kPatient).format, "doc");
  EXPECT_EQ(extract_file(folder.write("a.doc", bytes_of(kData / "watering.rtf")), {}).format, "rtf");
  EXPECT_EQ(extract_file(folder.write("b.doc", "<html><p>Điều 1. Phạm vi</p></html>"), {}).format, "html");
}

TEST(DocFile, DamagedFiles) {
  const std::string good = bytes_of(kData / "watering.doc");
  std::string locked = good;  // the bit fEncrypted of the file information block
  const auto block = good.find(std::string_view("\xEC\xA5", 2));
  ASSERT_NE(block, std::string::npos);
  locked[block + 11] = static_cast<char>(locked[block + 11] | 1);
  struct Case {
    const char* what;
    std::string bytes;
    const char* code;
  };
  const Case cases[] = {
      {"good", good, "none"},
      {"under a password", locked, "encrypted"},
      {"half", good.substr(0, good.size() / 2), "damaged"},
      {"head only", good.substr(0, 600), "damaged"},
      {"no document", "xin chào", "damaged"},
  };
  const TestFolder folder;
  for (const Case& one : cases) {
    const auto file = folder.write("a.doc", one.bytes);
    EXPECT_EQ(error_code_of([&] { extract_file(file, kPatient); }), one.code) << one.what;
  }
  const auto file = folder.write("-x $(id).doc", good);
  EXPECT_EQ(error_code_of([&] { extract_file(file, {.output_bytes = 100}); }), "too_large");
  EXPECT_EQ(error_code_of([&] { extract_file(file, kPatient); }), "none");
}

// What LibreOffice says where it reads, the small programs lose: ư of TCVN3 and, with it, the stamp in the header.
TEST(DocFile, StampsAndLettersOfLegacyFonts) {
  const std::string expected =
      "Lưu hành nội bộ\nHuyện ủy Bến Say\nSố 07-TB/HU\nThông báo\nvề việc trồng nấm rơm trong hầm chứa\n"
      "Thường trực Huyện ủy giao cho tổ vườn ươm dọn sạch hầm chứa cũ, phơi khô rơm và giữ cho nước trong bể "
      "luôn đủ "
      "dùng.\nNgười phụ trách ghi lại lượng nước tưới mỗi ngày, đo độ ẩm ở bốn góc hầm và báo với văn phòng "
      "khi có hiện "
      "tượng bất thường.\nSố\tViệc\tNgười làm\n1\tPhơi rơm\tLượng\n2\tTưới nước\tPhương\nNơi nhận: văn "
      "phòng\n";
  const std::string by_office = bytes_of(kData / "cellar.doc");
  const TestFolder folder;
  for (const std::string& bytes : {by_office, with_letters_as_word_does(by_office)}) {
    const auto text = extract_file(folder.write("a.doc", bytes), kPatient);
    EXPECT_EQ(joined(text), expected);
    ASSERT_EQ(text.warnings.size(), 1u);
    EXPECT_EQ(text.warnings[0].code, "decoded_legacy");
  }
}

// LibreOffice is not given the time: the letters are all there, the grade is as it should be, and a warning says so.
TEST(DocFile, WithoutLibreOfficeNothingIsLost) {
  const auto text = extract_file(kData / "cellar.doc", {.seconds = 1});
  const std::string all = joined(text);
  EXPECT_TRUE(all.starts_with("Lưu hành nội bộ\n")) << all;
  EXPECT_NE(all.find("giữ cho nước trong bể luôn đủ dùng.\n"), std::string::npos) << all;
}

}  // namespace
}  // namespace vankien
