// 1. Everything a reader sees is text, in his order; what was deleted, and comments, are not.
// 2. Pages turn at page breaks, and where the writing program last turned them, never inside a paragraph.
// 3. Letterhead tables stay two columns; stamps in headers are never lost.
// 4. Hostile archives end in an error of the right kind, quickly and in little memory.
#include <gtest/gtest.h>

#include "indexer/extract/formats.h"
#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {
namespace {

const std::string kNames =
    "xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:draw='d' xmlns:style='s' xmlns:fo='f' "
    "xmlns:meta='m' xmlns:dc='c'";

/// A text document whose office:text holds `body`.
std::string odt_of(const std::string& body, ZipMembers parts = {}) {
  parts.insert(parts.begin(),
               {{"mimetype", "application/vnd.oasis.opendocument.text"},
                {"content.xml",
                 "<office:document-content " + kNames +
                     "><office:automatic-styles><style:style style:name='P1'><style:paragraph-properties "
                     "fo:break-before='page'/></style:style></office:automatic-styles>"
                     "<office:body><office:text>" +
                     body + "</office:text></office:body></office:document-content>"}});
  return zip_of(parts);
}

std::string p(const std::string& text) { return "<text:p>" + text + "</text:p>"; }

std::string text_of(const std::string& body) { return joined(extract_odt(odt_of(body), {})); }

std::string code_of(const std::string& bytes, const ExtractLimits& limits = {}) {
  return error_code_of([&] { extract_odt(bytes, limits); });
}

TEST(OdtFile, Text) {
  const std::pair<std::string, const char*> cases[] = {
      {"<text:h>Điều 1</text:h>" + p("Phạm  \n vi"), "Điều 1\nPhạm vi\n"},
      {p("<text:span>Nghị </text:span><text:span>quyết</text:span>"), "Nghị quyết\n"},
      {p("a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d"), "a   b\tc\nd\n"},
      {p("a") + p("") + p("") + p("b"), "a\n\nb\n"},
      {p("<text:a>liên kết</text:a> ngày <text:date>5/3/2024</text:date>"), "liên kết ngày 5/3/2024\n"},
      {"<text:list><text:list-item>" + p("một") + "</text:list-item></text:list>", "một\n"},
      {"<text:tracked-changes><text:deletion>" + p("cũ") + "</text:deletion></text:tracked-changes>" +
           p("mới<text:change/>"),
       "mới\n"},
      {p("a<office:annotation><dc:creator>Lan</dc:creator>" + p("ý kiến") + "</office:annotation>b"), "ab\n"},
      {p("a<text:note><text:note-citation>1</text:note-citation><text:note-body>" + p("chú thích") +
         "</text:note-body></text:note>b"),
       "ab\nchú thích\n"},
      {p("<draw:frame><draw:text-box>" + p("HỎA TỐC") + "</draw:text-box></draw:frame>Số 1"),
       "Số 1\nHỎA TỐC\n"},
      {"<text:sequence-decls/>" +
           p("<draw:frame><draw:image/><svg:desc xmlns:svg='v'>ảnh</svg:desc></draw:frame>a"),
       "a\n"},
  };
  for (const auto& [body, expected] : cases) EXPECT_EQ(text_of(body), expected) << body;
}

TEST(OdtFile, Tables) {
  const auto cell = [](const std::string& content, const std::string& attributes = "") {
    return "<table:table-cell " + attributes + ">" + content + "</table:table-cell>";
  };
  const auto row = [](const std::string& cells) {
    return "<table:table-row>" + cells + "</table:table-row>";
  };
  EXPECT_EQ(text_of("<table:table>" +
                    row(cell(p("HUYỆN ỦY BẾN SAY") + p("*") + p("Số 12-KH/HU")) +
                        cell(p("ĐẢNG CỘNG SẢN VIỆT NAM") + p("") + p("Bến Say, ngày 05"))) +
                    "</table:table>" + p("KẾ HOẠCH")),
            "HUYỆN ỦY BẾN SAY\tĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 12-KH/HU\tBến Say, ngày 05\nKẾ HOẠCH\n");
  EXPECT_EQ(text_of("<table:table>" +
                    row(cell(p("a"), "table:number-columns-spanned='2'") + "<table:covered-table-cell/>" +
                        cell(p("b"))) +
                    row(cell("", "table:number-columns-repeated='2'") + cell(p("c"))) + "</table:table>"),
            "a\t\tb\n\t\tc\n");
  // A spreadsheet's last cell is repeated to the edge; here it must not become a million tabs.
  const std::string wide =
      text_of("<table:table>" + row(cell("", "table:number-columns-repeated='4000000000'") + cell(p("x"))) +
              "</table:table>");
  EXPECT_LT(wide.size(), 100u);
}

TEST(OdtFile, Pages) {
  const std::pair<std::string, const char*> cases[] = {
      {p("một") + "<text:p text:style-name='P1'>hai</text:p>", "một\n¶\nhai\n"},
      {p("nguồn nhân <text:soft-page-break/>lực") + p("hai"), "nguồn nhân lực\n¶\nhai\n"},
      {p("một") + p("<text:soft-page-break/>hai"), "một\n¶\nhai\n"},
      {p("một") + "<text:soft-page-break/>" + p("hai"), "một\n¶\nhai\n"},
  };
  for (const auto& [body, expected] : cases) EXPECT_EQ(text_of(body), expected) << body;
}

TEST(OdtFile, StampsAndProperties) {
  const auto text = extract_odt(
      odt_of(p("thân"),
             {{"styles.xml", "<office:document-styles " + kNames + "><style:header-style/><style:header>" +
                                 p("TỐI  MẬT") + p("trang 2") + "</style:header><style:footer-first>" +
                                 p("Lưu hành nội bộ") + "</style:footer-first></office:document-styles>"},
              {"meta.xml", "<office:document-meta " + kNames +
                               "><office:meta><dc:title>Về việc</dc:title><dc:creator>Sau</dc:creator>"
                               "<meta:initial-creator>Lan</meta:initial-creator>"
                               "<meta:creation-date>2024-03-05</meta:creation-date></office:meta>"
                               "</office:document-meta>"}}),
      {});
  EXPECT_EQ(joined(text), "TỐI MẬT\nLưu hành nội bộ\nthân\n");
  EXPECT_EQ(text.properties, (std::map<std::string, std::string>{
                                 {"title", "Về việc"}, {"author", "Lan"}, {"created", "2024-03-05"}}));
}

TEST(OdtFile, HostileArchives) {
  const std::string good = odt_of(p("Điều 1. Phạm vi"));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<table:table><table:table-row><table:table-cell>";
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
      {"no content", zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}}), "damaged"},
      {"unclosed", odt_of("<text:p>"), "damaged"},
      {"no letter", odt_of(p("")), "empty"},
      {"picture only", odt_of(p("<draw:frame><draw:image/></draw:frame>")), "needs_ocr"},
      {"zip under a password", zip_of({{"content.xml", "<x/>"}}, "secret"), "encrypted"},
      {"under a password",
       zip_of({{"META-INF/manifest.xml",
                "<m:manifest xmlns:m='m'><m:file-entry><m:encryption-data/>"
                "</m:file-entry></m:manifest>"},
               {"content.xml", "\x93\x01noise"}}),
       "encrypted"},
      {"under a password, LibreOffice 24", zip_of({{"encrypted-package", "noise"}}), "encrypted"},
      {"deep", odt_of(deep), "damaged"},
      {"laughs", zip_of({{"content.xml", "<!DOCTYPE x [<!ENTITY l \"ha\">]><x>&l;</x>"}}), "damaged"},
      {"bomb", zip_of({{"content.xml", zeros}}), "too_large"},
      {"long", odt_of(p(std::string(std::size_t{2} << 20, 'a'))), "too_large"},
      {"blanks", odt_of(p("a<text:s text:c='4000000000'/>b")), "none"},
  };
  for (const Case& one : cases) EXPECT_EQ(code_of(one.bytes, small), one.code) << one.what;
}

}  // namespace
}  // namespace vankien
