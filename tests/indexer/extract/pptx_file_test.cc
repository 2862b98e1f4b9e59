// 1. Slides come in the order they are shown, each a page, its notes at its end; slide numbers are no text.
//    Stamps on what they are drawn upon count.
// 2. Hostile archives end in an error of the right kind.
#include <gtest/gtest.h>

#include "indexer/extract/formats.h"
#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {
namespace {

std::string line(const std::string& text) { return "<a:p><a:r><a:t>" + text + "</a:t></a:r></a:p>"; }
std::string shapes(const std::string& body) { return "<p:sld xmlns:p='p' xmlns:a='a'>" + body + "</p:sld>"; }

/// Two slides: the second file is shown first.
std::string pptx_of(const std::string& first, const std::string& second, ZipMembers parts = {}) {
  parts.insert(
      parts.begin(),
      {{"ppt/presentation.xml",
        "<p:presentation xmlns:p='p' xmlns:r='r'><p:sldIdLst><p:sldId id='256' r:id='rId2'/><p:sldId "
        "id='257' "
        "r:id='rId1'/></p:sldIdLst></p:presentation>"},
       {"ppt/_rels/presentation.xml.rels",
        "<R><Relationship Id='rId1' Type='x/slide' Target='slides/slide1.xml'/><Relationship Id='rId2' "
        "Type='x/slide' Target='/ppt/slides/slide2.xml'/></R>"},
       {"ppt/slides/slide1.xml", shapes(second)},
       {"ppt/slides/slide2.xml", shapes(first)}});
  return zip_of(parts);
}

std::string code_of(const std::string& bytes, const ExtractLimits& limits = {}) {
  return error_code_of([&] { extract_pptx(bytes, limits); });
}

TEST(PptxFile, SlidesAndNotes) {
  const auto text = extract_pptx(
      pptx_of(line("Quán triệt nghị quyết") +
                  "<a:p><a:r><a:t>một</a:t></a:r><a:br/><a:r><a:t>hai</a:t></a:r></a:p>",
              "<a:tbl><a:tr><a:tc>" + line("STT") + "</a:tc><a:tc>" + line("Việc") +
                  "</a:tc></a:tr></a:tbl>" + "<a:p><a:fld type='slidenum'><a:t>2</a:t></a:fld></a:p>",
              {{"ppt/slides/_rels/slide2.xml.rels",
                "<R><Relationship Id='n' Type='x/notesSlide' Target='../notesSlides/n1.xml'/></R>"},
               {"ppt/notesSlides/n1.xml", shapes(line("lời người nói"))},
               {"docProps/core.xml", "<c><title>Bài nói</title></c>"}}),
      {});
  EXPECT_EQ(joined(text), "Quán triệt nghị quyết\nmột\nhai\nlời người nói\n¶\nSTT\tViệc\n");
  EXPECT_EQ(text.properties.at("title"), "Bài nói");
}

// A stamp may be on the master only, as page headers are in Word; what no slide shows is a template's.
TEST(PptxFile, StampsOfLayoutsAndMasters) {
  const auto relation = [](const char* type, const char* target) {
    return std::string("<R><Relationship Id='l' Type='x/") + type + "' Target='" + target + "'/></R>";
  };
  const auto text = extract_pptx(
      pptx_of(line("một"), line("hai"),
              {{"ppt/slides/_rels/slide1.xml.rels", relation("slideLayout", "../slideLayouts/l1.xml")},
               {"ppt/slideLayouts/l1.xml", shapes(line("Bấm để sửa") + line("KHẨN"))},
               {"ppt/slideLayouts/_rels/l1.xml.rels", relation("slideMaster", "../slideMasters/m1.xml")},
               {"ppt/slideMasters/m1.xml", shapes(line("TỐI MẬT"))},
               {"ppt/slideMasters/_rels/m1.xml.rels", relation("slideLayout", "../slideLayouts/l1.xml")},
               {"ppt/slideLayouts/unused.xml", shapes(line("TUYỆT MẬT"))}}),
      {});
  EXPECT_EQ(joined(text), "KHẨN\nTỐI MẬT\nmột\n¶\nhai\n");
}

TEST(PptxFile, HostileArchives) {
  const std::string good = pptx_of(line("a"), line("b"));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a:tr><a:tc>";
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
      {"no slide", zip_of({{"ppt/presentation.xml", "<p xmlns:r='r'><sldId r:id='x'/></p>"}}), "damaged"},
      {"no slides", zip_of({{"ppt/presentation.xml", "<p/>"}}), "empty"},
      {"pictures", pptx_of("<a:blip/>", ""), "needs_ocr"},
      {"under a password", zip_of({{"ppt/presentation.xml", "<p/>"}}, "secret"), "encrypted"},
      {"deep", pptx_of(deep, ""), "damaged"},
      {"long", pptx_of(line(std::string(std::size_t{2} << 20, 'a')), ""), "too_large"},
      {"bomb", zip_of({{"ppt/presentation.xml", zeros}}), "too_large"},
      {"laughs", zip_of({{"ppt/presentation.xml", "<!DOCTYPE x [<!ENTITY l \"ha\">]><x>&l;</x>"}}),
       "damaged"},
  };
  for (const Case& one : cases) EXPECT_EQ(code_of(one.bytes, small), one.code) << one.what;
  EXPECT_EQ(code_of(good, {.pages = 1}), "too_large");
}

}  // namespace
}  // namespace vankien
