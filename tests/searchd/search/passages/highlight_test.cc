// 1. Marks stand on the original's own letters, in whatever form they were stored.
// 2. A symbol marks whole; a phrase marks only where all its words stand together.
// 3. Phrases of any number and length are found in one walk, and as the plain way finds them.

#include "searchd/search/passages/highlight.h"

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

TEST(Highlight, OverlappingPhrasesMarkEachWordOnce) {
  const QueryTerms terms{{}, {}, {{{"a"}, {"b"}}, {{"b"}, {"c"}}, {{"a"}, {"b"}, {"c"}, {"d"}}}};
  EXPECT_EQ(mark("a b c d; a b x b c; a c", terms), "[a] [b] [c] [d]; [a] [b] x [b] [c]; a c");
  // A word that stands at several places of one phrase, and forms of a bare word.
  EXPECT_EQ(mark("đi đi đi lại", {{}, {}, {{{"đi"}, {"đi"}, {"lại", "lai"}}}}), "đi [đi] [đi] [lại]");
}

TEST(Highlight, LongPhrasesInOneWalk) {
  // Longer than a machine word has bits; and a text made to match all but its end again and again.
  std::vector<std::unordered_set<std::string>> phrase(3'000, {"a"});
  phrase.push_back({"b"});
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "a ";
  QueryTerms terms{{}, {}, {phrase}};
  EXPECT_TRUE(find_matches(text, terms).empty());
  EXPECT_EQ(find_matches(text + "b", terms).size(), 3'001u);
  phrase.pop_back();
  terms.phrases = {phrase};
  EXPECT_EQ(find_matches(text, terms).size(), 20'000u);
}

// The plain way: every phrase tried at every word.
std::vector<Span> find_plainly(const std::vector<std::string>& words, const QueryTerms& terms) {
  std::vector<bool> marked(words.size(), false);
  for (const auto& phrase : terms.phrases)
    for (std::size_t i = 0; i + phrase.size() <= words.size(); ++i) {
      std::size_t length = 0;
      while (length < phrase.size() && phrase[length].contains(words[i + length])) ++length;
      if (length == phrase.size())
        for (std::size_t k = i; k < i + length; ++k) marked[k] = true;
    }
  std::vector<Span> spans;
  for (std::uint32_t i = 0; i < words.size(); ++i)
    if (marked[i]) spans.push_back({2 * i, 2 * i + 1});
  return spans;
}

TEST(Highlight, MarksAsThePlainWayDoes) {
  rc::check([] {
    const auto letter = rc::gen::elementOf(std::vector<std::string>{"a", "b", "c"});
    const auto words = *rc::gen::container<std::vector<std::string>>(letter);
    QueryTerms terms;
    const auto phrases = *rc::gen::container<std::vector<std::vector<std::string>>>(
        rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(letter)));
    for (const auto& phrase : phrases) {
      terms.phrases.emplace_back();
      for (const auto& word : phrase) terms.phrases.back().push_back({word});
    }
    std::string text;
    for (const auto& word : words) text += word + " ";
    RC_ASSERT(find_matches(text, terms) == find_plainly(words, terms));
  });
}

}  // namespace
}  // namespace vankien
