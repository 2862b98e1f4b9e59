// 1. Everything a reader sees is text, in his order, whatever way a letter is written; instructions, deleted and
//    duplicated text are not.
// 2. Letters of legacy fonts keep their bytes, the soft hyphen among them, which is ư in TCVN3.
// 3. Letterhead tables stay two columns; stamps in headers are never lost.
// 4. Hostile and cut files end in an error of the right kind, quickly.
#include <gtest/gtest.h>

#include "indexer/extract/formats.h"
#include "indexer/extract/legacy.h"
#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {
namespace {

const std::string kHead =
    "{\\rtf1\\ansi\\ansicpg1258\\deff0{\\fonttbl{\\f0\\fcharset0 Times New Roman;}{\\f1\\fcharset163 Arial;}"
    "{\\f2\\fcharset162{\\*\\panose 02}.VnTimeH Tur;}{\\f3\\fcharset2 Symbol;}{\\f4\\fcharset238 Arial CE;}}"
    "{\\colortbl;\\red0;}{\\stylesheet{\\s0 Normal;}}\r\n";

std::string rtf_of(const std::string& body) { return kHead + body + "}"; }
std::string text_of(const std::string& body) { return joined(extract_rtf(rtf_of(body), {})); }
std::string code_of(const std::string& bytes, const ExtractLimits& limits = {}) {
  return error_code_of([&] { extract_rtf(bytes, limits); });
}

TEST(RtfFile, Letters) {
  const std::pair<const char*, const char*> cases[] = {
      {"Ngh\\u7883?\\par", "Nghị\n"},
      {"\\uc2 Ngh\\u7883\\'ea\\'f2 quy\\u7871e\\b0 t", "Nghị quyết\n"},
      {"\\uc0 a\\u273 b", "ađb\n"},
      {"{\\uc3 \\u7883 abc}d\\u7883?e", "ịdịe\n"},
      {"a\\u-10179?\\u-9216?b", "a\U0001F400b\n"},
      {"a\\u-10179?b", "a\uFFFDb\n"},
      {"\\f1 \\'d0i\\'ea\\'ccu",
       "Điề"
       "u\n"},
      {"\\f4 \\'f5", "ő\n"},
      {"a\\f3\\'b7\\f0 b", "ab\n"},
      {"a\\~b\\_c\\-d\\{e\\}f\\\\g",
       "a\u00A0b-c\u00AD"
       "d{e}f\\g\n"},
      {"15\\endash 16\\tab\\ldblquote x\\rdblquote", "15–16\t“x”\n"},
      {"a\\par b\\line c\\\nd", "a\nb\nc\nd\n"},
      {"a\r\nb", "ab\n"},
      {"a\\'0ab", "a b\n"},
  };
  for (const auto& [body, expected] : cases) {
    std::string text = text_of(body);
    EXPECT_EQ(text, expected) << body;
  }
}

TEST(RtfFile, LegacyFonts) {
  auto text = extract_rtf(rtf_of("{\\f2 Quy\\'d5t \\'ae\\'denh vi\\'d6c th\\'ad\\'eang tr\\'f9c, "
                                 "tr\\-\\'eang tr\\'ad\\'edc ng\\'b5y lao \\'ae\\'e9ng}"),
                          {});
  decode_legacy(text);
  EXPECT_EQ(joined(text), "Quyết định việc thường trực, trường trước ngày lao động\n");
}

TEST(RtfFile, WhatIsNoText) {
  const std::pair<const char*, const char*> cases[] = {
      {"a{\\*\\generator Riched;}b", "ab\n"},
      {"a{\\*\\unknown{\\b x}}b", "ab\n"},
      {"{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt trang}}", "trang\n"},
      {"a{\\deleted cũ}{\\v ẩn}b\\deleted c\\plain d", "abd\n"},
      {"a{\\pict\\wmetafile8 0102ff}b", "ab\n"},
      {"a{\\pict\\bin4 }}}}}b", "ab\n"},
      {"{\\upr{a?}{\\*\\ud{a\\u273?}}}", "ađ\n"},
      {"a{\\footnote\\pard ghi ch\\'fa}b\\par c", "ab\nghi chú\nc\n"},
      {"{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt HOA TOC\\par}}{\\shprslt{\\*\\do{\\dptxbxtext HOA "
       "TOC}}}}So 1",
       "So 1\nHOA TOC\n"},
      {"{\\object{\\*\\objdata 01}{\\result bang}}", "bang\n"},
      {"{\\listtext 1.\\tab}mot", "1.\tmot\n"},
  };
  for (const auto& [body, expected] : cases) EXPECT_EQ(text_of(body), expected) << body;
}

TEST(RtfFile, TablesAndPages) {
  const std::pair<const char*, const char*> cases[] = {
      {"\\trowd\\pard\\intbl TINH UY\\par *\\par So 05\\cell DANG\\par\\par ngay 01\\cell\\row\\pard NGHI "
       "QUYET\\par",
       "TINH UY\tDANG\n*\nSo 05\tngay 01\nNGHI QUYET\n"},
      {"\\trowd\\intbl\\cell\\cell c\\cell\\row\\trowd\\intbl a\\cell\\cell b\\cell\\row", "\t\tc\na\t\tb\n"},
      {"\\trowd\\intbl a\\cell b\\cell\\row\\pard\\trowd\\intbl c\\cell\\row", "a\tb\nc\n"},
      {"\\intbl a\\cell b\\cell\\pard c", "a\tb\nc\n"},
      {"mot\\par\\page hai", "mot\n¶\nhai\n"},
      {"mot\\par\\pard\\pagebb hai\\par", "mot\n¶\nhai\n"},
  };
  for (const auto& [body, expected] : cases) EXPECT_EQ(text_of(body), expected) << body;
}

TEST(RtfFile, StampsAndProperties) {
  const auto text =
      extract_rtf(rtf_of("{\\info{\\title V\\u7873? vi\\u7879?c}{\\author Lan}{\\author Lan}{\\operator "
                         "x}{\\creatim\\yr2004\\mo3\\dy5\\hr1}}"
                         "{\\header T\\u7888?I M\\u7852?T\\par trang 2}{\\footerf Tr. 3}th\\'e2n"),
                  {});
  EXPECT_EQ(joined(text), "TỐI MẬT\nthân\n");
  EXPECT_EQ(text.properties, (std::map<std::string, std::string>{
                                 {"title", "Về việc"}, {"author", "Lan"}, {"created", "2004-03-05"}}));
}

TEST(RtfFile, HostileFiles) {
  const std::string good = rtf_of("Dieu 1");
  const ExtractLimits small{.output_bytes = 1u << 20};
  struct Case {
    const char* what;
    std::string bytes;
    const char* code;
  };
  const Case cases[] = {
      {"good", good, "none"},
      {"cut", good.substr(0, good.size() - 1), "damaged"},
      {"cut in the head", kHead.substr(0, 60), "damaged"},
      {"what follows the end", good + "}}{{", "none"},
      {"deep", "{\\rtf1" + std::string(400'000, '{'), "damaged"},
      {"no letter", rtf_of("\\par\\par"), "empty"},
      {"picture only", rtf_of("{\\pict 01}"), "needs_ocr"},
      {"long", rtf_of(std::string(std::size_t{2} << 20, 'a')), "too_large"},
      {"lying \\bin", "{\\rtf1 a{\\pict\\bin2000000000 }b}", "damaged"},
      {"number too big", rtf_of("a\\uc99999999999\\u99999999999 b\\fs-"), "none"},
  };
  for (const Case& one : cases) EXPECT_EQ(code_of(one.bytes, small), one.code) << one.what;
}

}  // namespace
}  // namespace vankien
