// 1. Rows, cells, quotes and line ends as RFC 4180 has them, with the line each row begins on.
// 2. A quote never closed, and letters after a closing one, are told; a quote inside a cell is a letter.
// 3. The delimiter is the one the table says or has most of in its first row.

#include "indexer/extract/csv_reader.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

/// "line:cell|cell …" of each row, problems in brackets.
std::string rows_of(std::string_view text, char delimiter = ',') {
  std::string all;
  read_csv(text, delimiter, [&](const CsvRow& row) {
    all += std::to_string(row.line) + "+" + std::to_string(row.lines) + ":";
    for (const std::string& cell : row.cells) all += cell + "|";
    if (!row.problem.empty()) all += "[" + row.problem + "]";
    all += " ";
    return true;
  });
  return all;
}

TEST(CsvReader, ReadsRows) {
  EXPECT_EQ(rows_of("a,b\nc,d\n"), "1+1:a|b| 2+1:c|d| ");
  EXPECT_EQ(rows_of("a,b\r\nc,\r\n,d"), "1+1:a|b| 2+1:c|| 3+1:|d| ");
  EXPECT_EQ(rows_of("a,b\rc,d"), "1+1:a|b| 2+1:c|d| ");
  EXPECT_EQ(rows_of("\"x, \"\"y\"\"\",b\n"), "1+1:x, \"y\"|b| ");
  EXPECT_EQ(rows_of("\"x\r\ny\nz\",b\nc,d\n"), "1+3:x\ny\nz|b| 4+1:c|d| ");
  EXPECT_EQ(rows_of("\n\na\n\n\"\"\n"), "3+1:a| ");
  EXPECT_EQ(rows_of("a;b,c;d", ';'), "1+1:a|b,c|d| ");
  EXPECT_EQ(rows_of(""), "");
}

TEST(CsvReader, TellsWhatIsWrong) {
  EXPECT_EQ(rows_of("a\n\"b,c\nd\n"), "1+1:a| 2+3:b,c\nd\n|[a quote in line 2 is never closed] ");
  EXPECT_EQ(rows_of("\"a\"b,c\nd\n"), "1+1:ab|c|[letters after a closing quote in line 1] 2+1:d| ");
  EXPECT_EQ(rows_of("tàu 5\" lớn,b\n"), "1+1:tàu 5\" lớn|b| ");
}

TEST(CsvReader, StopsWhenTold) {
  int rows = 0;
  read_csv("a\nb\nc\n", ',', [&](const CsvRow&) { return ++rows < 2; });
  EXPECT_EQ(rows, 2);
}

TEST(CsvReader, FindsTheDelimiter) {
  EXPECT_EQ(dialect_of_csv("sep=;\r\na,b;c").delimiter, ';');
  EXPECT_TRUE(dialect_of_csv("sep=;\r\na,b;c").has_sep_line);
  EXPECT_EQ(dialect_of_csv("a;b;\"c,,,,d\"\n1,2,3,4,5\n").delimiter, ';');
  EXPECT_EQ(dialect_of_csv("a\tb\tc,d\n").delimiter, '\t');
  EXPECT_EQ(dialect_of_csv("một cột\n").delimiter, ',');
  EXPECT_FALSE(dialect_of_csv("a,b").has_sep_line);
}

}  // namespace
}  // namespace vankien
