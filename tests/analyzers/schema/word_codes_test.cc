// 1. No word's code is the beginning of another's, and each word has its own.
// 2. A phrase stands in a row where its words stand in order with nothing between, each in one of its forms; never from one
//    field into the next, nor from inside a code.
// 3. It says what comparing the words says, for any words.
// 4. Damaged rows are read to their end and no further.

#include "analyzers/schema/word_codes.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace vankien {
namespace {

using Words = std::vector<std::string>;
using Forms = std::vector<Words>;

std::string row(const Words& words) {
  std::string codes;
  for (const auto& word : words) codes += word.empty() ? std::string(1, kFieldGap) : word_code(word);
  return codes;
}

Words sample_words() {
  return {"của",
          "định",
          "hòa",
          "2020",
          "5",
          "a",
          "162",
          "ơn",
          "đắk",
          "plei",
          "xuồng",
          "zz",
          "nghị",
          "ngh",
          "ị",
          "\xFF",
          "\x01",
          std::string(93, 'x'),
          std::string(94, 'x'),
          std::string(240, 'x'),
          std::string(240, 'y')};
}

TEST(WordCodes, AreToldApart) {
  std::set<std::string> codes;
  for (const auto& word : sample_words()) EXPECT_TRUE(codes.insert(word_code(word)).second) << word;
  for (const auto& a : codes)
    for (const auto& b : codes) EXPECT_TRUE(a == b || !b.starts_with(a));
  EXPECT_EQ(word_code("định").size(), 1u);
  EXPECT_EQ(word_code("ơn").size(), 2u);
  EXPECT_EQ(word_code("plei"), "\xA4plei");
  EXPECT_EQ(word_code(std::string(240, 'x')).size(), 17u);
}

TEST(WordCodes, PhrasesStandInRows) {
  const std::string codes = row({"nghị", "quyết", "", "về", "hòa", "bình", "5", "plei", "ku"});
  const auto holds = [&](const Forms& words) { return CodedPhrase(words).stands_in(codes); };
  EXPECT_TRUE(holds({{"nghị"}, {"quyết"}}));
  EXPECT_TRUE(holds({{"nghi", "nghị"}, {"quyết"}}));
  EXPECT_TRUE(holds({{"hòa"}, {"bình"}, {"5"}, {"plei"}, {"ku"}}));
  EXPECT_FALSE(holds({{"quyết"}, {"nghị"}}));
  EXPECT_FALSE(holds({{"quyết"}, {"về"}})) << "another field";
  EXPECT_FALSE(holds({{"hòa"}, {"5"}}));
  EXPECT_FALSE(holds({{"ku"}, {"nghị"}}));
  EXPECT_FALSE(holds({{"plei"}, {}})) << "a word without forms";
  // "\xA2\x01\x02" is one word of two letters, not one letter and a frequent word.
  EXPECT_FALSE(CodedPhrase({{"của"}}).stands_in(row({"\x02\x02"})));
}

RC_GTEST_PROP(WordCodes, SayWhatWordsSay, ()) {
  const auto words = rc::gen::elementOf(Words{"của", "ơn", "plei", "b", ""});
  const Words text = *rc::gen::container<Words>(words);
  const auto phrase =
      *rc::gen::nonEmpty(rc::gen::container<Words>(rc::gen::elementOf(Words{"của", "ơn", "plei", "b"})));
  Forms forms;
  for (const auto& word : phrase) forms.push_back({word, "ơn"});
  bool found = false;
  for (std::size_t i = 0; i + phrase.size() <= text.size(); ++i) {
    std::size_t same = 0;
    while (same < phrase.size() && (text[i + same] == phrase[same] || text[i + same] == "ơn")) ++same;
    found = found || same == phrase.size();
  }
  RC_ASSERT(CodedPhrase(forms).stands_in(row(text)) == found);
}

RC_GTEST_PROP(WordCodes, DamagedRowsEnd, (const std::string& bytes)) {
  RC_ASSERT(!CodedPhrase({{"không"}, {std::string(240, 'q')}}).stands_in(bytes));
}

}  // namespace
}  // namespace vankien
