// 1. A crop is about as long as asked, around the matches, cut at words, and says where it was cut.
// 2. The passage with the most weight of different terms wins, terms side by side before terms apart, rare ones before
//    frequent ones; forms of one bare word count once.
// 3. Passages begin and end at sentences where they are near, lie on one page and tell which, and do not overlap.
// 4. What one passage has said counts little for the next.
// 5. No text takes long: words without end, pages without end, a stop after every word.

#include "searchd/search/passages/passages.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace vankien {
namespace {

std::string show(const std::string& text, const Crop& crop) {
  return (crop.cut_front ? "…" : "") + text.substr(crop.window.begin, crop.window.end - crop.window.begin) +
         (crop.cut_back ? "…" : "");
}

std::string crop(const std::string& text, const QueryTerms& terms, std::size_t words) {
  return show(text, crop_around(text, Matcher(terms).match(text), words));
}

std::vector<std::string> passages(const std::string& text, const QueryTerms& terms, std::size_t words,
                                  std::size_t count) {
  std::vector<std::string> shown;
  for (const Passage& passage : best_passages(text, Matcher(terms).match(text), words, count))
    shown.push_back(std::to_string(passage.page) + ": " + show(text, passage.crop));
  return shown;
}

using Lines = std::vector<std::string>;

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
    const TextMatches found = Matcher(terms).match(text);
    const Crop window = crop_around(text, found, 2);
    RC_ASSERT(window.window.begin <= window.window.end);
    RC_ASSERT(window.window.end <= text.size());
    std::uint32_t matched = 0;
    for (const Passage& passage : best_passages(text, found, 2, 3)) {
      RC_ASSERT(passage.crop.window.begin < passage.crop.window.end);
      RC_ASSERT(passage.crop.window.end <= text.size());
      ++matched;
    }
    RC_ASSERT((matched > 0) == !found.matches.empty());
  });
}

TEST(Passages, TermsSideBySideBeatTermsApart) {
  EXPECT_EQ(passages("nhân x lực x x x x x nhân lực x", {{"nhân", "lực"}, {}, {}}, 3, 1),
            Lines{"1: …nhân lực x"});
}

TEST(Passages, RareTermsBeatFrequentOnes) {
  const QueryTerms terms{{"của", "rừng"}, {}, {}, {{"của", 0.1}, {"rừng", 5}}};
  EXPECT_EQ(passages("của x của x x x x x rừng", terms, 2, 1), Lines{"1: …x rừng"});
}

TEST(Passages, FormsOfOneBareWordCountOnce) {
  EXPECT_EQ(passages("đảng đang đáng x x x x đảng bộ x", {{"đảng", "đang", "đáng", "bộ"}, {}, {}}, 3, 1),
            Lines{"1: …đảng bộ x"});
}

TEST(Passages, SymbolsOutweighWords) {
  EXPECT_EQ(passages("nghị quyết số mới x x x x x 05-NQ/TU x",
                     {{"nghị", "quyết", "số", "mới"}, {"5|NQ|TU|"}, {}}, 4, 1),
            Lines{"1: …05-NQ/TU x"});
}

TEST(Passages, BeginAndEndWithSentences) {
  const std::string text = "Một câu trước đó. Rừng là của dân. Câu sau dài lắm, dài lắm, dài lắm.";
  EXPECT_EQ(passages(text, {{"dân"}, {}, {}}, 7, 1), Lines{"1: …Rừng là của dân.…"});
  EXPECT_EQ(passages("a 1.000 rừng b c d e f", {{"rừng"}, {}, {}}, 3, 1), Lines{"1: …000 rừng b…"})
      << "a point within a number ends no sentence";
}

TEST(Passages, TellTheirPage) {
  const std::string text = "Trang một.\f\fTrang ba có rừng.\fTrang bốn có rừng và biển.";
  EXPECT_EQ(passages(text, {{"rừng", "biển"}, {}, {}}, 20, 3),
            (Lines{"4: Trang bốn có rừng và biển.", "3: Trang ba có rừng."}));
  EXPECT_EQ(passages("biển\frừng", {{"rừng", "biển"}, {}, {}}, 20, 3), (Lines{"1: biển", "2: rừng"}));
  EXPECT_TRUE(passages(text, {{"núi"}, {}, {}}, 20, 3).empty());
  EXPECT_TRUE(passages("", {{"núi"}, {}, {}}, 20, 3).empty());
}

TEST(Passages, SayNewThings) {
  const std::string text = "rừng biển x x x x rừng biển x x x x núi x x x x";
  EXPECT_EQ(passages(text, {{"rừng", "biển", "núi"}, {}, {}}, 2, 2), (Lines{"1: rừng biển…", "1: …núi x…"}));
}

TEST(Passages, DoNotOverlap) {
  rc::check([] {
    const auto piece = rc::gen::elementOf(std::vector<std::string>{"a ", "b ", "x ", "y. ", "\f", "\n\n"});
    std::string text;
    for (const auto& part : *rc::gen::container<Lines>(piece)) text += part;
    const QueryTerms terms{{"a", "b"}, {}, {}};
    const auto found = best_passages(text, Matcher(terms).match(text), 4, 5);
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Span window = found[i].crop.window;
      const std::string shown = text.substr(window.begin, window.end - window.begin);
      RC_ASSERT(shown.find('\f') == std::string::npos);
      RC_ASSERT(shown.find_first_of("ab") != std::string::npos);
      RC_ASSERT(static_cast<std::size_t>(std::count(text.begin(), text.begin() + window.begin, '\f')) + 1 ==
                found[i].page);
      for (std::size_t k = 0; k < i; ++k)
        RC_ASSERT(found[k].crop.window.end <= window.begin || window.end <= found[k].crop.window.begin);
    }
  });
}

TEST(Passages, HostileTexts) {
  QueryTerms terms{{"a"}, {}, {}};
  for (int i = 0; i < 2'000; ++i) terms.words.insert("w" + std::to_string(i));
  std::string words, pages, stops;
  for (int i = 0; i < 50'000; ++i) {
    words += "a ";
    pages += "a\f";
    stops += "a. ";
  }
  EXPECT_EQ(passages(words, terms, 35, 10).size(), 10u);
  EXPECT_EQ(passages(pages, terms, 35, 10).size(), 10u);
  EXPECT_EQ(passages(stops, terms, 35, 10).size(), 10u);
  EXPECT_EQ(
      passages("a" + std::string(500'000, '.') + std::string(500'000, '\n') + "a", terms, 35, 10).size(), 1u);
}

}  // namespace
}  // namespace vankien
