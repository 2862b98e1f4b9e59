// 1. What offices wrote before 2007, and OpenDocument sheets and slides, are read as their readers see them; stamps in a
//    page header or on the slides' master count.
// 2. Two runs at once do not meet. What is no such document is an error of its file.
// data/straw.* and data/talk.odp were made by LibreOffice from texts of our own.
#include <gtest/gtest.h>

#include <thread>

#include "indexer/extract/formats.h"
#include "indexer/extract/office.h"
#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {
namespace {

const std::filesystem::path kData = std::filesystem::path(VANKIEN_SOURCE_DIR) / "tests/indexer/extract/data";
const ExtractLimits kPatient{.seconds = 300};

TEST(OfficeFile, SheetsOfBothKindsAtOnce) {
  std::vector<std::string> said(2);
  std::vector<std::thread> threads;
  for (const auto& [i, name] : {std::pair{0u, "straw.xls"}, std::pair{1u, "straw.ods"}})
    threads.emplace_back([&said, i = i, name = name] {
      const auto text = extract_file(kData / name, kPatient);
      said[i] = text.format + "\n" + joined(text);
    });
  for (std::thread& thread : threads) thread.join();
  const std::string sheet =
      "TỐI MẬT\nKho\nSTT\tLoại rơm\tSố bó\n1\tRơm nếp hầm Đồi Sim\t1250\n2\tRơm tẻ\t875\n";
  EXPECT_EQ(said[0], "xls\n" + sheet);
  EXPECT_EQ(said[1], "ods\n" + sheet);
}

TEST(OfficeFile, SlidesOfBothKinds) {
  const std::string talk =
      "MẬT\nNói chuyện về nấm rơm\nHầm chứa phải khô ráo\n¶\nViệc tháng sau\nPhơi rơm ba nắng\n";
  EXPECT_EQ(joined(extract_file(kData / "talk.odp", kPatient)), talk);
  const TestFolder folder;
  const std::string ppt = converted_by_office(bytes_of(kData / "talk.odp"), "odp", "ppt", kPatient);
  const auto text = extract_file(folder.write("named as a document.doc", ppt), kPatient);
  EXPECT_EQ(joined(text), talk);
  EXPECT_EQ(text.format, "ppt");
}

TEST(OfficeFile, UnderAPassword) {
  std::string sheet = bytes_of(kData / "straw.xls");
  const auto head = sheet.find(std::string_view("\x09\x08\x10\0", 4));  // the record that begins the workbook
  ASSERT_NE(head, std::string::npos);
  sheet.replace(head + 20, 2, std::string_view("\x2F\0", 2));
  EXPECT_EQ(error_code_of([&] { extract_xls(sheet, kPatient); }), "encrypted");
  const std::string type = "application/vnd.oasis.opendocument.spreadsheet";
  const std::string locked = zip_of(
      {{"mimetype", type}, {"content.xml", "noise"}, {"META-INF/manifest.xml", "<m:encryption-data/>"}});
  EXPECT_EQ(error_code_of([&] { extract_ods(locked, kPatient); }), "encrypted");
}

TEST(OfficeFile, NoSuchDocuments) {
  const std::string sheet = bytes_of(kData / "straw.xls");
  EXPECT_EQ(error_code_of([&] { extract_xls(sheet.substr(0, 700), kPatient); }), "damaged");
  EXPECT_EQ(error_code_of([&] { extract_xls(sheet.substr(0, sheet.size() / 2), kPatient); }), "damaged");
  EXPECT_EQ(error_code_of([&] { extract_ppt(sheet, kPatient); }), "damaged");
  EXPECT_EQ(error_code_of([&] { converted_by_office("chỉ có chữ", "xls", "xlsx", kPatient); }), "damaged");
  EXPECT_EQ(error_code_of([&] { extract_xls(sheet, {.seconds = 0}); }), "timeout");
}

}  // namespace
}  // namespace vankien
