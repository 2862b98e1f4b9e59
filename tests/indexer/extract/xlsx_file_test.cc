// 1. Every cell's text stands in its row, shown as on the paper; sheets in their order, each a page with its name.
// 2. Stamps in printed headers and text in shapes are never lost.
// 3. Hostile archives end in an error of the right kind, quickly and in little memory.
#include <gtest/gtest.h>

#include "indexer/extract/formats.h"
#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {
namespace {

/// A workbook of one sheet whose sheetData holds `rows`; `after` follows it.
std::string xlsx_of(const std::string& rows, const std::string& after = "", ZipMembers parts = {}) {
  parts.insert(
      parts.begin(),
      {{"xl/workbook.xml",
        "<workbook xmlns:r='r'><sheets><sheet name='Biểu 2' sheetId='1' r:id='rId7'/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='rId7' Type='http://x/worksheet' Target='worksheets/sheet1.xml'/>"
        "</Relationships>"},
       {"xl/sharedStrings.xml",
        "<sst><si><t>Họ tên</t></si><si><r><t>Nguyễn "
        "</t></r><r><t>Lan</t></r><rPh><t>x</t></rPh></si></sst>"},
       {"xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/></numFmts><cellStyleXfs><xf "
        "numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf "
        "numFmtId='3'/></cellXfs></styleSheet>"},
       {"xl/worksheets/sheet1.xml",
        "<worksheet><sheetData>" + rows + "</sheetData>" + after + "</worksheet>"}});
  return zip_of(parts);
}

std::string text_of(const std::string& rows) { return joined(extract_xlsx(xlsx_of(rows), {})); }

std::string code_of(const std::string& bytes, const ExtractLimits& limits = {}) {
  return error_code_of([&] { extract_xlsx(bytes, limits); });
}

TEST(XlsxFile, Cells) {
  const std::pair<std::string, const char*> cases[] = {
      {"<row><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>", "Họ tên\tNguyễn Lan\n"},
      {"<row><c t='inlineStr'><is><t>chữ</t></is></c><c><v>1250</v></c></row>", "chữ\t1250\n"},
      {"<row><c s='1'><v>45356</v></c><c s='2'><v>1250</v></c></row>", "05/03/2024\t1.250\n"},
      {"<row><c s='2'><f>A1*2</f><v>2500</v></c><c t='str'><f>B1</f><v>kết quả</v></c></row>",
       "2.500\tkết quả\n"},
      {"<row><c t='b'><v>1</v></c><c t='e'><v>#REF!</v></c><c t='d'><v>2024-03-05</v></c></row>",
       "TRUE\t#REF!\t2024-03-05\n"},
      {"<row><c t='s'><v>99</v></c><c t='s'><v>x</v></c><c><v>y</v></c></row>", "y\n"},
      {"<row><c r='A1' t='inlineStr'><is><t>TỈNH ỦY</t></is></c><c r='F1' "
       "t='inlineStr'><is><t>ĐẢNG</t></is></c></row>"
       "<row><c r='F2' t='inlineStr'><is><t>ngày</t></is></c></row>",
       "TỈNH ỦY\tĐẢNG\n\tngày\n"},
      {"<row><c t='inlineStr'><is><t>a\nb</t></is></c><c t='inlineStr'><is><t>c\nd</t></is></c></row>",
       "a\tc\nb\td\n"},
      {"<row><c r='XFD1048576'><v>1</v></c></row>", "1\n"},
      {"<row><c><f>A1</f></c><c><v>2</v></c></row>", "\t2\n"},
  };
  for (const auto& [rows, expected] : cases) {
    const std::string text = text_of(rows);
    // A formula that was never calculated has no value to show.
    EXPECT_EQ(text, std::string("Biểu 2\n") + (rows.find("<f>A1</f>") == rows.npos ? expected : "2\n"))
        << rows;
  }
}

TEST(XlsxFile, SheetsStampsShapesProperties) {
  const auto text = extract_xlsx(
      xlsx_of("<row><c><v>1</v></c></row>",
              "<headerFooter><oddHeader>&amp;L&amp;\"Arial,Bold\"&amp;14MẬT&amp;CTrang "
              "&amp;P</oddHeader></headerFooter>",
              {{"xl/worksheets/_rels/sheet1.xml.rels",
                "<Relationships><Relationship Id='a' Type='x/drawing' Target='../drawings/drawing1.xml'/>"
                "</Relationships>"},
               {"xl/drawings/drawing1.xml",
                "<wsDr xmlns:a='a'><a:p><a:r><a:t>trong khung</a:t></a:r></a:p></wsDr>"},
               {"xl/drawings/_rels/drawing1.xml.rels",
                "<Relationships><Relationship Id='a' Type='x/diagramData' Target='../diagrams/data1.xml'/>"
                "</Relationships>"},
               {"xl/diagrams/data1.xml",
                "<dataModel xmlns:a='a'><a:p><a:r><a:t>trong sơ đồ</a:t></a:r></a:p></dataModel>"},
               {"docProps/core.xml", "<c><title>Biểu mẫu</title><creator>Lan</creator></c>"}}),
      {});
  EXPECT_EQ(joined(text), "MẬT\nBiểu 2\n1\ntrong khung\ntrong sơ đồ\n");
  EXPECT_EQ(text.properties.at("title"), "Biểu mẫu");
}

TEST(XlsxFile, HostileArchives) {
  const std::string row = "<row><c t='s'><v>0</v></c></row>";
  const std::string good = xlsx_of(row);
  std::string rows;
  for (int i = 0; i < 200'000; ++i) rows += row;
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<row><c>";
  const std::string zeros(std::size_t{64} << 20, '\0');
  const ExtractLimits small{.input_bytes = 8u << 20, .output_bytes = 1u << 20};
  struct Case {
    const char* what;
    std::string bytes;
    const char* code;
  };
  const Case cases[] = {
      {"good", good, "none"},
      {"cut", good.substr(0, good.size() / 2), "damaged"},
      {"no sheet", zip_of({{"xl/workbook.xml", "<workbook><sheets><sheet name='a'/></sheets></workbook>"}}),
       "damaged"},
      {"no sheets", zip_of({{"xl/workbook.xml", "<workbook/>"}}), "empty"},
      {"under a password", zip_of({{"xl/workbook.xml", "<workbook/>"}}, "secret"), "encrypted"},
      {"one string many times", xlsx_of(rows), "too_large"},
      {"deep", xlsx_of(deep), "damaged"},
      {"laughs", zip_of({{"xl/workbook.xml", "<!DOCTYPE x [<!ENTITY l \"ha\">]><x>&l;</x>"}}), "damaged"},
      {"bomb", zip_of({{"xl/workbook.xml", zeros}}), "too_large"},
      {"outside",
       xlsx_of(row, "",
               {{"xl/worksheets/_rels/sheet1.xml.rels",
                 "<R><Relationship Id='a' Type='x/drawing' Target='../../../../etc/passwd'/></R>"}}),
       "none"},
  };
  for (const Case& one : cases) EXPECT_EQ(code_of(one.bytes, small), one.code) << one.what;
}

}  // namespace
}  // namespace vankien
