// 1. A bigram's term says its two words again, whatever they are, and no other pair has the same.
// 2. It is one or two bytes a frequent word behind its mark, and always a term that Xapian takes, a title's too.
// 3. Nothing else is a bigram: not a word, not a term with a prefix, not a title's bigram.
// 4. A word too long to be spelled has its own bigrams, which say nothing; damaged terms say nothing.

#include "analyzers/schema/bigram_term.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "analyzers/schema/schema.h"
#include "analyzers/schema/word_codes.h"

namespace vankien {
namespace {

std::string said(std::string_view term) {
  const auto words = read_bigram(term);
  return words ? std::string(words->left) + " " + std::string(words->right) : "nothing";
}

TEST(BigramTerm, SaysItsWords) {
  EXPECT_EQ(said(bigram_term("nghị", "quyết")), "nghị quyết");
  EXPECT_EQ(said(bigram_term("plei", "2035")), "plei 2035");
  EXPECT_EQ(said(bigram_term("số", "đắc")), "số đắc");
  EXPECT_EQ(bigram_term("nghị", "quyết"), bigram_of_codes(word_code("nghị"), word_code("quyết")));
  EXPECT_EQ(title_bigram_term("nghị", "quyết"), "S" + bigram_term("nghị", "quyết"));
  EXPECT_EQ(bigram_term("định", "của"), "\x01\x01\x02");
}

RC_GTEST_PROP(BigramTerm, SaysAnyWords, ()) {
  const auto letters = rc::gen::container<std::string>(rc::gen::inRange<char>('0', 'z'));
  const auto word = rc::gen::oneOf(
      rc::gen::elementOf(std::vector<std::string>{"định", "của", "hòa", "xuồng", "nai", "1", "2026"}),
      rc::gen::suchThat(letters, [](const std::string& one) { return !one.empty(); }));
  const std::string a = *word, b = *word, c = *word, d = *word;
  RC_ASSERT(said(bigram_term(a, b)) == a + " " + b);
  RC_ASSERT((bigram_term(a, b) == bigram_term(c, d)) == (a == c && b == d));
}

TEST(BigramTerm, IsShort) {
  EXPECT_EQ(bigram_term("nghị", "quyết").size(), 3u);
  EXPECT_EQ(bigram_term("nghị", "xuồng").size(), 4u);
  EXPECT_EQ(bigram_term("xuồng", "nai").size(), 5u);
  for (const std::size_t size : {1u, 100u, 108u, 109u, 240u, 1000u}) {
    const std::string word(size, 'x');
    EXPECT_LE(title_bigram_term(word, word).size(), kMostTermBytes) << size;
  }
}

TEST(BigramTerm, IsNothingElse) {
  EXPECT_TRUE(is_bigram(bigram_term("của", "các")));
  for (const std::string& term :
       {std::string(), std::string("nghị"), std::string("Snghị"), title_bigram_term("của", "các")}) {
    EXPECT_FALSE(is_bigram(term)) << term;
    EXPECT_EQ(said(term), "nothing") << term;
  }
}

TEST(BigramTerm, OfWordsTooLong) {
  const std::string x(200, 'x'), y(200, 'y');
  const std::set<std::string> terms = {bigram_term(x, "của"), bigram_term(y, "của"), bigram_term("của", x),
                                       bigram_term(x, y), bigram_term(y, x)};
  EXPECT_EQ(terms.size(), 5u);
  for (const std::string& term : terms) {
    EXPECT_TRUE(is_bigram(term));
    EXPECT_EQ(said(term), "nothing");
  }
}

TEST(BigramTerm, DamagedSaysNothing) {
  const std::string whole = bigram_term("plei", "hòa");
  for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_EQ(said(whole.substr(0, size)), "nothing");
  EXPECT_EQ(said(whole + '\x01'), "nothing");
  EXPECT_EQ(said(std::string("\x01\0\x01", 3)), "nothing") << "a gap is no word";
  EXPECT_EQ(said("\x01\x01\xFD\xFF"), "nothing") << "no word has that number";
}

RC_GTEST_PROP(BigramTerm, SaysOneWayOnly, (const std::string& bytes)) {
  const std::string term = kBigramMark + bytes;
  if (const auto words = read_bigram(term))
    RC_ASSERT(said(bigram_term(words->left, words->right)) == said(term));
}

}  // namespace
}  // namespace vankien
