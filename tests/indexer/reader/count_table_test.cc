// 1. Documents are counted by the columns asked for, in their order; rows sort as Vietnamese readers expect.
// 2. The text is aligned whatever letters it has and ends with the total; what is not known is a dash.
// 3. The values are quoted as RFC 4180 has it.

#include "indexer/reader/count_table.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace vankien {
namespace {

const CountedFields kResolution = {"Nghị quyết", "2022", "Tỉnh ủy Đông Giang"};
const CountedFields kDirective = {"Chỉ thị", "2021", "Ban \"Tổ chức\", tỉnh"};
const CountedFields kDecision = {"Đề án", "", ""};
const CountedFields kDispatch = {"Công văn", "2022", "Tỉnh ủy Đông Giang"};

TEST(CountTable, AlignsAndAddsUp) {
  CountTable table({"type", "year"});
  for (const auto& fields : {kResolution, kDecision, kDirective, kResolution, kDispatch}) table.add(fields);
  EXPECT_EQ(table.text(),
            "type        year  documents\n"
            "Chỉ thị     2021          1\n"
            "Công văn    2022          1\n"
            "Đề án       -             1\n"
            "Nghị quyết  2022          2\n"
            "total                     5\n");
}

TEST(CountTable, QuotesValues) {
  CountTable table({"issuer", "type", "year"});
  table.add(kDirective);
  table.add(kDecision);
  EXPECT_EQ(table.csv(),
            "issuer,type,year,documents\r\n"
            ",Đề án,,1\r\n"
            "\"Ban \"\"Tổ chức\"\", tỉnh\",Chỉ thị,2021,1\r\n");
}

TEST(CountTable, SeesNoWidthInMarks) {
  CountTable table({"type"});
  table.add({"Quye\u0302\u0301t", "", ""});
  table.add({"Quyết", "", ""});
  const std::string text = table.text();
  EXPECT_NE(text.find("Quye\u0302\u0301t          1\n"), std::string::npos) << text;
  EXPECT_NE(text.find("Quyết          1\n"), std::string::npos) << text;
}

TEST(CountTable, RefusesOtherColumns) {
  EXPECT_THROW(CountTable({"grade"}), std::runtime_error);
  EXPECT_THROW(CountTable({}), std::runtime_error);
}

}  // namespace
}  // namespace vankien
