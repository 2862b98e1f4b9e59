// 1. A finished book is one zip file, whole in its pieces, and leaves nothing in the temporary folder.
// 2. A book that is not finished is let go.
// (tests/e2e/reports.test.mjs opens one with a spreadsheet's own reader.)

#include "searchd/sheets/workbook.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace vankien::sheets {
namespace {

std::string read_all(const std::function<std::optional<std::string>()>& read) {
  std::string bytes;
  while (const auto piece = read()) bytes += *piece;
  return bytes;
}

TEST(Workbook, OneFileInPieces) {
  std::string bytes;
  {
    Workbook book("Văn bản");
    book.add({std::string("Số, ký hiệu"), std::string("Số trang")});
    for (std::uint64_t i = 0; i < 6'000; ++i)
      book.add(
          {std::string("=1+") + std::to_string(i * 7919), std::string(i == 0 ? 40'000 : 1, 'x'), i * 104729});
    EXPECT_EQ(book.rows(), 6'001u);
    bytes = read_all(book.finish());
  }
  EXPECT_GT(bytes.size(), 64u * 1024);
  EXPECT_EQ(bytes.substr(0, 2), "PK");
  EXPECT_NE(bytes.find("PK\x05\x06"), std::string::npos);  // the directory at the end
}

TEST(Workbook, AnUnfinishedOneIsLetGo) {
  Workbook book("a");
  book.add({std::string("x")});
}

}  // namespace
}  // namespace vankien::sheets
