// 1. No word's code is the beginning of another's, and each word has its own.
// 2. A phrase stands in a row where its words stand in order with nothing between, each in one of its forms; never from one
//    field into the next, nor from inside a code.
// 3. It says what comparing the words says, for any words.
// 4. So it does where bytes of codes look like the begin of others: second bytes like first ones, spelled words, hashes.
// 5. Damaged rows are read to their end and no further.

#include "analyzers/schema/word_codes.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
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
          std::string(108, 'x'),
          std::string(109, 'x'),
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
  EXPECT_EQ(word_code("plei"), "\xFE\x04plei");
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
  // "\xFE\x02\x02\x02" is one word of two letters, not one letter and a frequent word.
  EXPECT_FALSE(CodedPhrase({{"của"}}).stands_in(row({"\x02\x02"})));
}

// "\x01" and "\x02" are spelled with bytes that are frequent words' codes elsewhere.
RC_GTEST_PROP(WordCodes, SayWhatWordsSay, (bool several)) {
  const Words known = {"định", "của", "ơn", "plei", "b", "\x01", "\x02"};
  Words standing = known;
  standing.emplace_back();
  const Words text = *rc::gen::container<Words>(rc::gen::elementOf(standing));
  const auto phrase = *rc::gen::nonEmpty(rc::gen::container<Words>(rc::gen::elementOf(known)));
  Forms forms;
  for (const auto& word : phrase) forms.push_back(several ? Words{word, "ơn"} : Words{word});
  bool found = false;
  for (std::size_t i = 0; i + phrase.size() <= text.size(); ++i) {
    std::size_t same = 0;
    while (same < phrase.size() && (text[i + same] == phrase[same] || (several && text[i + same] == "ơn")))
      ++same;
    found = found || same == phrase.size();
  }
  RC_ASSERT(CodedPhrase(forms).stands_in(row(text)) == found);
}

TEST(WordCodes, PhrasesBeginWhereWordsDo) {
  EXPECT_EQ(word_code("của"), "\x02");
  const std::string inside = row({"\x02\x02\x01", "b", "\x02"});
  const auto holds = [](const std::string& codes) {
    return CodedPhrase({{"của"}, {"định"}}).stands_in(codes);
  };
  EXPECT_FALSE(holds(inside)) << "its bytes stand inside a word of three letters";
  EXPECT_TRUE(holds(inside + row({"của", "định"})));
}

// Words whose codes are of those two bytes.
Words words_of(const std::vector<std::string>& codes) {
  Words words;
  for (std::string_view code : codes) words.emplace_back(take_word(code).value());
  return words;
}

bool stands_among(const Words& phrase, const Words& text) {
  return std::search(text.begin(), text.end(), phrase.begin(), phrase.end()) != text.end();
}

RC_GTEST_PROP(WordCodes, AreToldFromWhatLooksAlike, ()) {
  static const Words kAlike = [] {
    Words words =
        words_of({"\xEC\xEC", "\xED\xEC", "\xEC\xED", "\xED\xFD", "\xEC\xFE", "\xED\xFF", "\x02", "\x11"});
    words.insert(words.end(), {"\x02", "\xEC\xEC\xED", std::string(108, '\xEC'), std::string(107, '\x02')});
    words.push_back(std::string(240, 'x'));
    return words;
  }();
  const Words text = *rc::gen::container<Words>(60, rc::gen::elementOf(kAlike));
  const auto from = *rc::gen::inRange<std::size_t>(0, text.size() - 4);
  const auto size = *rc::gen::inRange<std::size_t>(1, 4);
  const auto begin = text.begin() + static_cast<std::ptrdiff_t>(from);
  const Words held(begin, begin + static_cast<std::ptrdiff_t>(size));
  const Words chance = *rc::gen::container<Words>(size, rc::gen::elementOf(kAlike));
  const auto holds = [&](const Words& phrase) {
    Forms forms;
    for (const auto& word : phrase) forms.push_back({word});
    return CodedPhrase(forms).stands_in(row(text));
  };
  RC_ASSERT(holds(held));
  RC_ASSERT(holds(chance) == stands_among(chance, text));
}

// Each wrong place would be walked to from the row's begin: a million of them in one document must not hold a thread.
TEST(WordCodes, RowsAreReadOnce) {
  const auto words = words_of({"\xEC\xED", "\xED\xEC"});
  std::string codes;
  for (int i = 0; i < 1'000'000; ++i) codes += word_code(words[0]);
  const CodedPhrase phrase({{words[1]}, {words[1]}});  // its bytes begin inside each
  EXPECT_FALSE(phrase.stands_in(codes));
  EXPECT_FALSE(phrase.stands_in(row({"plei"}) + codes));
  EXPECT_TRUE(phrase.stands_in(codes + row({words[1], words[1]})));
}

RC_GTEST_PROP(WordCodes, DamagedRowsEnd, (const std::string& bytes)) {
  RC_ASSERT(!CodedPhrase({{"không"}, {std::string(240, 'q')}}).stands_in(bytes));
}

}  // namespace
}  // namespace vankien
