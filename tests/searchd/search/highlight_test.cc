// 1. Marks stand on the original's own letters, in whatever form they were stored.
// 2. A symbol marks whole; a phrase marks only where all its words stand together.
// 3. A crop is about as long as asked, around the matches, cut at words, and says where it was cut.

#include "searchd/search/highlight.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace vankien {
namespace {

std::string mark(const std::string& text, const QueryTerms& terms) {
  std::string out;
  std::size_t at = 0;
  for (const Span& span : find_matches(text, terms)) {
    out += text.substr(at, span.begin - at) + "[" + text.substr(span.begin, span.end - span.begin) + "]";
    at = span.end;
  }
  return out + text.substr(at);
}

TEST(Highlight, MarksTheOriginalLetters) {
  const QueryTerms terms{{"đảng", "ủy"}, {}, {}};
  EXPECT_EQ(mark("Đảng ủy xã", terms), "[Đảng] [ủy] xã");
  EXPECT_EQ(mark("\u00D0ảng uỷ xã", terms), "[\u00D0ảng] [uỷ] xã");
  EXPECT_EQ(mark("\u0110a\u0309ng u\u0309y xa\u0303", terms), "[\u0110a\u0309ng] [u\u0309y] xa\u0303");
  EXPECT_EQ(mark("ĐẢNG UỶ", terms), "[ĐẢNG] [UỶ]");
  EXPECT_EQ(mark("đảngủy", terms), "đảngủy");
}

TEST(Highlight, MarksSymbolsWhole) {
  const QueryTerms terms{{}, {"5|NQ|TU|"}, {}};
  EXPECT_EQ(mark("Số 05 – NQ/TU và 105-NQ/TU", terms), "Số [05 – NQ/TU] và 105-NQ/TU");
  EXPECT_EQ(mark("30/2020/NĐ-CP", {{}, {"30|ND|CP|"}, {}}), "[30/2020/NĐ-CP]")
      << "asked without year and marks";
}

TEST(Highlight, MarksPhrasesTogether) {
  const QueryTerms terms{{}, {}, {{{"bộ"}, {"máy"}}}};
  EXPECT_EQ(mark("bộ máy; bộ và máy", terms), "[bộ] [máy]; bộ và máy");
}

std::string crop(const std::string& text, const QueryTerms& terms, std::size_t words) {
  const Crop window = crop_around(text, find_matches(text, terms), words);
  return (window.cut_front ? "…" : "") +
         text.substr(window.window.begin, window.window.end - window.window.begin) +
         (window.cut_back ? "…" : "");
}

TEST(Crop, StandsAroundTheMatches) {
  const std::string text = "một hai ba bốn năm sáu bảy tám chín mười";
  EXPECT_EQ(crop(text, {{"sáu"}, {}, {}}, 3), "…năm sáu bảy…");
  EXPECT_EQ(crop(text, {{"một"}, {}, {}}, 3), "một hai ba…");
  EXPECT_EQ(crop(text, {{"mười"}, {}, {}}, 3), "…tám chín mười");
  EXPECT_EQ(crop(text, {{}, {}, {}}, 3), "một hai ba…");
  EXPECT_EQ(crop(text, {{"ba"}, {}, {}}, 50), text);
  EXPECT_EQ(crop("ba ba ba x x x x ba bốn x", {{"ba", "bốn"}, {}, {}}, 2), "…ba bốn…")
      << "different words beat the same again";
}

TEST(Crop, NeverLeavesTheText) {
  rc::check([](const std::string& text) {
    const QueryTerms terms{{"a", "b"}, {}, {}};
    const Crop window = crop_around(text, find_matches(text, terms), 2);
    RC_ASSERT(window.window.begin <= window.window.end);
    RC_ASSERT(window.window.end <= text.size());
  });
}

}  // namespace
}  // namespace vankien
