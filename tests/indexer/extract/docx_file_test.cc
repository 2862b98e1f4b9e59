// 1. Everything a reader sees is text, in his order; deleted and duplicated text is not.
// 2. Pages turn where Word last turned them, never inside a paragraph.
// 3. Letterhead tables stay two columns; stamps in headers are never lost.
// 4. Hostile archives end in an error of the right kind, quickly and in little memory.
#include <gtest/gtest.h>

#include "indexer/extract/formats.h"
#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {
namespace {

std::string text_of(const std::string& body) { return joined(extract_docx(docx_of(body), {})); }

std::string code_of(const std::string& bytes, const ExtractLimits& limits = {}) {
  return error_code_of([&] { extract_docx(bytes, limits); });
}

TEST(DocxFile, RunsAndBreaks) {
  const std::pair<const char*, const char*> cases[] = {
      {"<w:p><w:r><w:t>Nghị </w:t></w:r><w:r><w:t>quyết</w:t></w:r></w:p>", "Nghị quyết\n"},
      {"<w:p><w:r><w:t>15</w:t><w:noBreakHyphen/><w:t>NQ/TW</w:t></w:r></w:p>", "15-NQ/TW\n"},
      {"<w:p><w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r></w:p>",
       "a\u00AD"
       "b\n"},
      {"<w:p><w:pPr><w:tabs><w:tab "
       "w:pos=\"1\"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>",
       "a\tb\n"},
      {"<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r></w:p>", "a\nb\nc\n"},
      {"<w:p><w:r><w:t>a\nb &amp; c</w:t></w:r></w:p>", "a b & c\n"},
      {"<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p/><w:p/><w:p><w:r><w:t>b</w:t></w:r></w:p>", "a\n\nb\n"},
      {"<w:p><w:del><w:r><w:delText>cũ</w:delText><w:tab/></w:r></w:del><w:ins><w:r><w:t>mới</w:t></w:r></"
       "w:ins></w:p>",
       "mới\n"},
      {"<w:p><w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>x</w:t></w:r></w:moveTo></"
       "w:p>",
       "x\n"},
      {"<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>số</w:t></w:r></w:p>", "số\n"},
      {"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>MẬT</w:t></w:r></w:p></"
       "w:txbxContent>"
       "</mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:txbxContent></"
       "mc:Fallback>"
       "</mc:AlternateContent><w:t>Số 1</w:t></w:r></w:p>",
       "Số 1\nMẬT\n"},
  };
  for (const auto& [body, expected] : cases) EXPECT_EQ(text_of(body), expected) << body;
}

TEST(DocxFile, Pages) {
  const std::string turn = "<w:lastRenderedPageBreak/>";
  const std::pair<std::string, const char*> cases[] = {
      {paragraph("một") + "<w:p><w:r>" + turn + "<w:t>hai</w:t></w:r></w:p>", "một\n¶\nhai\n"},
      {"<w:p><w:r><w:t>nguồn nhân </w:t></w:r><w:r>" + turn + "<w:t>lực</w:t></w:r></w:p>" + paragraph("hai"),
       "nguồn nhân lực\n¶\nhai\n"},
      {"<w:p><w:r><w:t>một</w:t><w:br w:type=\"page\"/></w:r></w:p><w:p><w:r>" + turn +
           "<w:t>hai</w:t></w:r></w:p>",
       "một\n¶\nhai\n"},
  };
  for (const auto& [body, expected] : cases) EXPECT_EQ(text_of(body), expected);
}

TEST(DocxFile, LetterheadTable) {
  const std::string table = "<w:tbl><w:tr><w:tc>" + paragraph("TỈNH ỦY ĐÔNG GIANG") + paragraph("*") +
                            paragraph("Số 05-NQ/TU") + "</w:tc><w:tc>" + paragraph("ĐẢNG CỘNG SẢN VIỆT NAM") +
                            paragraph("") + paragraph("Giang Thành, ngày 01") + "</w:tc></w:tr></w:tbl>";
  EXPECT_EQ(text_of(table + paragraph("NGHỊ QUYẾT")),
            "TỈNH ỦY ĐÔNG GIANG\tĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 05-NQ/TU\tGiang Thành, ngày 01\nNGHỊ QUYẾT\n");
}

TEST(DocxFile, NotesStampsAndProperties) {
  const std::string w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  const auto text = extract_docx(
      docx_of(paragraph("thân"),
              {{"word/footnotes.xml", "<w:footnotes " + w + "><w:footnote w:type=\"separator\">" +
                                          paragraph("---") + "</w:footnote><w:footnote>" +
                                          paragraph("chú thích") + "</w:footnote></w:footnotes>"},
               {"word/header1.xml",
                "<w:hdr " + w + ">" + paragraph("TỐI  MẬT") + paragraph("trang 2") + "</w:hdr>"},
               {"docProps/core.xml",
                "<cp:c xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>Về "
                "việc</dc:title><dc:creator>Lan</dc:creator></cp:c>"}}),
      {});
  EXPECT_EQ(joined(text), "TỐI  MẬT\nthân\nchú thích\n");
  EXPECT_EQ(text.properties.at("title"), "Về việc");
  EXPECT_EQ(text.properties.at("author"), "Lan");
}

// Word's own watermark is an attribute, in a header as in the body.
TEST(DocxFile, WatermarksAreText) {
  const std::string mark =
      "<w:p xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:r><w:pict><v:shapetype><v:textpath "
      "on=\"t\"/></v:shapetype>"
      "<v:shape><v:textpath style=\"x\" string=\"TUYỆT MẬT\"/></v:shape></w:pict></w:r></w:p>";
  const std::string w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  const std::string header = "<w:hdr " + w + ">" + mark + paragraph("trang 2") + "</w:hdr>";
  EXPECT_EQ(
      joined(extract_docx(
          docx_of(paragraph("thân"), {{"word/header1.xml", header}, {"word/header2.xml", header}}), {})),
      "TUYỆT MẬT\nthân\n");
  EXPECT_NE(("\n" + text_of(mark + paragraph("thân"))).find("\nTUYỆT MẬT\n"), std::string::npos);
}

TEST(DocxFile, DiagramsAreReadWhereTheyStand) {
  const std::string diagram =
      "<w:p><w:r><w:drawing><dgm:relIds xmlns:dgm=\"d\" xmlns:r=\"r\" r:dm=\"rId7\" "
      "r:lo=\"rId8\"/></w:drawing>"
      "</w:r></w:p>";
  const std::string relations =
      "<Relationships><Relationship Id='rId7' Type='x/diagramData' Target='diagrams/data1.xml'/>"
      "<Relationship Id='rId8' Type='x/diagramLayout' Target='diagrams/layout1.xml'/></Relationships>";
  const auto shapes = [](const std::string& text) {
    return "<dataModel xmlns:a='a'><a:p><a:r><a:t>" + text + "</a:t></a:r></a:p></dataModel>";
  };
  EXPECT_EQ(joined(extract_docx(docx_of(paragraph("trước") + diagram + paragraph("sau"),
                                        {{"word/_rels/document.xml.rels", relations},
                                         {"word/diagrams/data1.xml", shapes("Ban Thường vụ")},
                                         {"word/diagrams/layout1.xml", shapes("mẫu")}}),
                                {})),
            "trước\n\nBan Thường vụ\nsau\n");
  EXPECT_EQ(text_of(paragraph("trước") + diagram), "trước\n") << "its part is missing";
}

TEST(DocxFile, StampsEndAtEveryLineEnd) {
  const std::string w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  const auto text = extract_docx(
      docx_of(paragraph("thân"),
              {{"word/header1.xml", "<w:hdr " + w + ">" + paragraph("MẬT\u2028trang 2") + "</w:hdr>"}}),
      {});
  EXPECT_EQ(joined(text), "MẬT\nthân\n");
}

// A TCVN3 stamp is a stamp, whatever the body is in: U+00CB is the letter ậ.
TEST(DocxFile, StampsInLegacyFonts) {
  const std::string w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  const auto text = extract_docx(
      docx_of(paragraph("thân"), {{"word/header1.xml", "<w:hdr " + w + ">" + paragraph("Tèi mËt") +
                                                           paragraph("trang 2") + "</w:hdr>"}}),
      {});
  EXPECT_EQ(joined(text), "Tèi mËt\nthân\n");
}

TEST(DocxFile, EntitiesAreRefused) {
  const auto document = [](const std::string& dtd, const std::string& text) {
    return zip_of(
        {{"word/document.xml", "<!DOCTYPE x [" + dtd + "]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>" +
                                   text + "</w:t></w:r></w:p></w:body></w:document>"}});
  };
  EXPECT_EQ(code_of(document("<!ENTITY x SYSTEM \"file:///etc/passwd\">", "&x;")), "damaged");
  std::string laughs = "<!ENTITY l0 \"ha\">";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "&l" + std::to_string(i - 1) + ";";
    laughs += "<!ENTITY l" + std::to_string(i) + " \"" + before + before + "\">";
  }
  EXPECT_EQ(code_of(document(laughs, "&l29;")), "damaged");
}

TEST(DocxFile, HostileArchives) {
  const std::string good = docx_of(paragraph("Điều 1. Phạm vi"));
  EXPECT_EQ(code_of(good), "none");
  EXPECT_EQ(code_of(good.substr(0, good.size() / 2)), "damaged");
  EXPECT_EQ(code_of(zip_of({{"xl/workbook.xml", "<x/>"}})), "unsupported_format");
  EXPECT_EQ(code_of(docx_of("")), "empty");
  EXPECT_EQ(code_of(docx_of("<w:p><w:r><w:drawing><a:blip xmlns:a=\"a\"/></w:drawing></w:r></w:p>")),
            "needs_ocr");
  EXPECT_EQ(code_of(docx_of("<w:p>")), "damaged");
  EXPECT_EQ(code_of(zip_of({{"word/document.xml", "<x/>"}}, "secret")), "encrypted");

  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<w:tbl><w:tr><w:tc>";
  EXPECT_EQ(code_of(docx_of(deep)), "damaged");

  ZipMembers many(10'001, {"", "x"});
  for (std::size_t i = 0; i < many.size(); ++i) many[i].first = "word/" + std::to_string(i);
  EXPECT_EQ(code_of(zip_of(many)), "too_large");
}

TEST(DocxFile, BombsStopAtTheLimit) {
  const std::string zeros(std::size_t{64} << 20, '\0');
  EXPECT_EQ(code_of(zip_of({{"word/document.xml", zeros}}), {.input_bytes = 8u << 20}), "too_large");
  const std::string blanks = docx_of(paragraph(std::string(std::size_t{8} << 20, 'a')));
  EXPECT_EQ(code_of(blanks, {.input_bytes = 64u << 20, .output_bytes = 1u << 20}), "too_large");
  // The same archive with a lie about its size: the directory says 10 bytes, out come 64 MB.
  std::string liar = zip_of({{"word/document.xml", zeros}});
  const auto directory = liar.rfind("PK\x01\x02");
  ASSERT_NE(directory, std::string::npos);
  liar.replace(directory + 24, 4, std::string("\x0A\0\0\0", 4));
  const std::string code = code_of(liar, {.input_bytes = 8u << 20});
  EXPECT_TRUE(code == "too_large" || code == "damaged") << code;
}

}  // namespace
}  // namespace vankien
