// For texts in the shape of Vietnamese ones, for any bytes, and for every file of the sample corpus:
// 1. What the chain makes of remembered runs is what its filters make of the whole text, one after the other.
// 2. Spans lie on grapheme boundaries of the original (ICU's, Unicode Annex 29), words in order and apart.
// 3. The chain changes nothing in its own words.
// 4. A sink may analyse while it is given tokens, and threads may analyse side by side.

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <unicode/brkiter.h>

#include <filesystem>
#include <set>
#include <thread>

#include "analyzers/analyzer.h"
#include "tests/analyzers/corpus_files.h"
#include "tests/analyzers/paper_pieces.h"
#include "tests/analyzers/reference_chain.h"

namespace vankien {
namespace {

bool same(const Token& a, const Token& b) {
  return a.text == b.text && a.begin == b.begin && a.end == b.end && a.position == b.position &&
         a.kind == b.kind;
}

std::string show(const Tokens& tokens) {
  std::string out;
  for (const Token& token : tokens)
    out += "[" + token.text + " " + std::to_string(token.begin) + "-" + std::to_string(token.end) + " @" +
           std::to_string(token.position) + "]";
  return out;
}

void expect_reference(const std::string& text) {
  const Tokens given = analyze(text);
  const Tokens wanted = reference_analyze(text);
  RC_ASSERT(show(given) == show(wanted));
  RC_ASSERT(std::equal(given.begin(), given.end(), wanted.begin(), wanted.end(), same));
}

std::set<std::uint32_t> grapheme_boundaries(const std::string& bytes) {
  const MappedText text = decode_utf8(bytes);
  icu::UnicodeString utf16;
  std::vector<std::uint32_t> offsets;
  for (std::size_t i = 0; i < text.chars.size(); ++i) {
    utf16.append(static_cast<UChar32>(text.chars[i]));
    offsets.resize(static_cast<std::size_t>(utf16.length()), text.offsets[i]);
  }
  offsets.push_back(text.offsets.back());
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> graphemes(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  graphemes->setText(utf16);
  std::set<std::uint32_t> out;
  for (std::int32_t at = graphemes->first(); at != icu::BreakIterator::DONE; at = graphemes->next())
    out.insert(offsets[static_cast<std::size_t>(at)]);
  return out;
}

void expect_graphemes(const std::string& text) {
  const auto boundaries = grapheme_boundaries(text);
  std::uint32_t last = 0;
  for (const Token& token : analyze(text)) {
    RC_ASSERT(token.begin < token.end);
    RC_ASSERT(boundaries.contains(token.begin));
    RC_ASSERT(boundaries.contains(token.end));
    if (token.kind == TokenKind::kSymbol || token.kind == TokenKind::kBigram) continue;
    RC_ASSERT(token.begin >= last);
    last = token.end;
  }
}

// Its words again, with one blank where one or nothing stood between two, and a comma where anything else did.
std::string own_words(const std::string& text, std::vector<std::string>& words) {
  std::string out;
  std::uint32_t last = 0;
  for (const Token& token : analyze_words(text)) {
    const std::string_view between = std::string_view(text).substr(last, token.begin - last);
    if (!words.empty())
      out += between.empty() || between == " " || between == "\t" || between == "\u00A0" ? " " : ", ";
    out += token.text;
    words.push_back(token.text);
    last = token.end;
  }
  return out;
}

void expect_own_words(const std::string& text) {
  std::vector<std::string> words;
  const std::string again = own_words(text, words);
  std::vector<std::string> same_words;
  for (const Token& token : analyze_words(again)) same_words.push_back(token.text);
  RC_ASSERT(same_words == words);
}

void expect_all(const std::string& text) {
  expect_reference(text);
  expect_graphemes(text);
  expect_own_words(text);
}

TEST(ChainProperties, HoldForPapers) {
  EXPECT_TRUE(rc::check("papers", [] { expect_all(*papers()); }));
}

TEST(ChainProperties, HoldForAnyBytes) {
  EXPECT_TRUE(rc::check("bytes", [](const std::string& bytes) { expect_all(bytes); }));
}

TEST(ChainProperties, HoldForWhatWasFound) {
  for (const std::string text :
       {"TW4l QĐ-TTg",  // a number's letter, then a blank
        "Nghị\u0300 Nghị",
        "Nghị \u0300Nghị",               // a mark that does not combine, at the end of a word and on a blank
        "Nghị\u2009\u0300 Nghị",         // on a thin space
        "\u1161\u1161 Nghị", "5\u1161",  // jamo without their consonant
        "Nghị\u030030/2020/NĐ-CP",       // a mark before a symbol
        "Số:\u00A0 123/UBND-KT", "TW4\u00A0 QĐ-TTg", "4\u3000 QĐ-TTg", "\uFF15QĐ-TTg",
        "0\uFF15\uFF0DNQ\uFF0FTU",
        "\uFF105 - NQ/TU",       // full-width digits, dashes and slashes
        "\u060030/2020/NĐ-CP"})  // a sign that is one grapheme with the number after it
    EXPECT_TRUE(rc::check(text, [&] { expect_all(text); }));
}

TEST(ChainProperties, HoldForTheSampleCorpus) {
  constexpr std::size_t kPart = 1024;  // the reference looks for gaps in the whole text
  const auto files = test::each_corpus_file([&](const std::string& bytes, const std::filesystem::path& path) {
    for (std::size_t begin = 0; begin < std::min<std::size_t>(bytes.size(), 12 * kPart); begin += kPart) {
      const std::string part = bytes.substr(begin, kPart);
      const Tokens given = analyze(part);
      const Tokens wanted = reference_analyze(part);
      ASSERT_TRUE(std::equal(given.begin(), given.end(), wanted.begin(), wanted.end(), same))
          << path << " at " << begin;
    }
  });
  EXPECT_GT(files, 0u);
}

TEST(ChainProperties, HoldWhereARunEndsTheText) {
  // Runs are read sixteen bytes at a time: every length, at every distance from the end.
  const std::string text = "nghiêng05nghiêngquyếtthuởđường đườngnghiêng";
  for (std::size_t begin = 0; begin <= text.size(); ++begin)
    for (std::size_t size = 0; begin + size <= text.size(); ++size) {
      const std::string part = text.substr(begin, size);
      EXPECT_EQ(show(analyze(part)), show(reference_analyze(part))) << begin << " " << size;
    }
}

TEST(ChainProperties, HoldWhenTheSinkAnalysesToo) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "từ" + std::to_string(i) + " ủyCác, ";
  Tokens given;
  analyze(text, [&](const TokenView& token) {
    analyze_words("chữ khác " + std::string(token.text));
    if (token.kind != TokenKind::kBigram)
      given.push_back({std::string(token.text), token.begin, token.end, token.position, token.kind});
  });
  const Tokens wanted = analyze_words(text);
  EXPECT_EQ(show(given), show(wanted));
}

TEST(ChainProperties, HoldInThreads) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += kPieces[static_cast<std::size_t>(i * 7) % kPieces.size()] + " ";
  const std::string wanted = show(analyze(text));
  std::vector<std::string> given(4);
  std::vector<std::thread> threads;
  for (auto& out : given) threads.emplace_back([&] { out = show(analyze(text)); });
  for (auto& thread : threads) thread.join();
  for (const auto& out : given) EXPECT_EQ(out, wanted);
}

}  // namespace
}  // namespace vankien
