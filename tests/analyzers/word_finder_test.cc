// 1. Words, the sought among them, and symbols are those of the plain walk, for texts in the shape of papers, any bytes, and
//    every file of the sample corpus.
// 2. Broken words and separators are found wherever they stand among the sixty-four bytes that are read at once.
// 3. Texts of another language, or broken all over, are read in the time of the plain walk.

#include "analyzers/word_finder.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <filesystem>

#include "analyzers/analyzer.h"
#include "analyzers/run_borders.h"
#include "tests/analyzers/corpus_files.h"
#include "tests/analyzers/paper_pieces.h"

namespace vankien {
namespace {

std::string repeat(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

// What is found, told in one line: words, the sought with their numbers, symbols.
std::string show(const FoundWords& found) {
  std::string out;
  for (const Span& word : found.words)
    out += std::to_string(word.begin) + "-" + std::to_string(word.end) + " ";
  for (const SoughtWord& word : found.sought)
    out += "@" + std::to_string(word.at) + "=" + std::to_string(word.number) + " ";
  for (const Token& symbol : found.symbols)
    out += symbol.text + " " + std::to_string(symbol.begin) + "-" + std::to_string(symbol.end) + "@" +
           std::to_string(symbol.position) + " ";
  return out;
}

/// The plain way: every token is looked at.
FoundWords find_plainly(std::string_view text, const std::vector<std::string>& sought) {
  FoundWords found;
  analyze(text, [&](const TokenView& token) {
    if (token.kind == TokenKind::kBigram) return;
    if (token.kind == TokenKind::kSymbol) {
      found.symbols.push_back({std::string(token.text), token.begin, token.end, token.position, token.kind});
      return;
    }
    const auto number = std::find(sought.begin(), sought.end(), token.text);
    if (number != sought.end())
      found.sought.push_back({token.position, static_cast<std::uint32_t>(number - sought.begin())});
    found.words.push_back({token.begin, token.end});
  });
  return found;
}

std::vector<std::string> every_third_word(std::string_view text) {
  std::vector<std::string> sought;
  for (const Token& token : analyze_words(text))
    if (token.position % 3 == 0 && std::find(sought.begin(), sought.end(), token.text) == sought.end())
      sought.push_back(token.text);
  return sought;
}

std::string found_in(std::string_view text, const std::vector<std::string>& sought) {
  WordFinder finder;
  for (const auto& word : sought) finder.add(word);
  return show(finder.find(text, true));
}

// Alone, and amid so many whole words that no text is taken for one of another language.
bool holds(const std::string& text) {
  const auto sought = every_third_word(text);
  const std::string amid = repeat("của các ", 300) + text + ", " + repeat("các ", 300) + text;
  return found_in(text, sought) == show(find_plainly(text, sought)) &&
         found_in(amid, sought) == show(find_plainly(amid, sought));
}

TEST(WordFinder, FindsWordsAndSymbols) {
  WordFinder finder;
  EXPECT_EQ(finder.add("đảng"), 0u);
  EXPECT_EQ(finder.add("ủy"), 1u);
  EXPECT_EQ(finder.add("đảng"), 0u);
  EXPECT_EQ(show(finder.find("Đảng uỷ xã, số 05-NQ/TU", true)),
            "0-7 8-12 13-16 18-22 23-25 26-28 29-31 @0=0 @1=1 5|NQ|TU| 23-31@4 ");
  EXPECT_TRUE(finder.find("").words.empty());
  EXPECT_TRUE(finder.find("05-NQ/TU").symbols.empty()) << "not asked for";
}

TEST(WordFinder, HoldsForPapers) {
  EXPECT_TRUE(rc::check("papers", [] { RC_ASSERT(holds(*papers())); }));
}

TEST(WordFinder, HoldsForAnyBytes) {
  EXPECT_TRUE(rc::check("bytes", [](const std::string& bytes) { RC_ASSERT(holds(bytes)); }));
}

TEST(WordFinder, HoldsForTheSampleCorpus) {
  constexpr std::size_t kMostBytes = 100'000;  // of a file
  const std::vector<std::string> sought = {"đảng", "và", "của", "nghiệp", "trường", "2022", "5", "tu"};
  const auto files = test::each_corpus_file([&](const std::string& whole, const std::filesystem::path& path) {
    const std::string bytes = whole.substr(0, kMostBytes);
    ASSERT_EQ(found_in(bytes, sought), show(find_plainly(bytes, sought))) << path;
  });
  EXPECT_GT(files, 0u);
}

TEST(WordFinder, HoldsAtEveryPlace) {
  for (const std::string piece : {"tr\u1EEF", "h \u1ED3 s\u01A1", "t\u1EEBng\u2013t\u1EEBng",
                                  "n\u0103m\u00A02022", "\u201Cx\u201D", "05-NQ/TU", "l \u01B0u", "\u2026"})
    for (std::size_t before = 0; before < 130; ++before)
      for (const std::string after : {"", " ", ", h\u1EBFt"}) {
        const std::string text =
            repeat("a", before % 9) + repeat(" b\u00E0", before / 4) + " " + piece + after;
        EXPECT_TRUE(holds(text)) << text;
      }
}

TEST(WordFinder, BordersAreThoseOfScans) {
  EXPECT_TRUE(rc::check("borders", [](const std::string& bytes) {
    const std::string text = bytes + *papers() + bytes;
    std::vector<std::uint32_t> given, wanted;
    RunBorders borders(text);
    for (auto runs = borders.next(); !runs.empty(); runs = borders.next())
      given.insert(given.end(), runs.begin(), runs.end());
    for (std::size_t at = 0; at < text.size();) {
      const auto c = static_cast<unsigned char>(text[at]);
      const std::size_t wide = wide_separator(text, at);
      if (wide != 0 || (c < 0x80 && separates_runs(c))) {
        at += std::max<std::size_t>(wide, 1);
        continue;
      }
      wanted.push_back(static_cast<std::uint32_t>(at));
      at = scan_run(text, at).end;
      wanted.push_back(static_cast<std::uint32_t>(at));
    }
    RC_ASSERT(given == wanted);
  }));
}

TEST(WordFinder, TextsThatAreNotOfTheLanguage) {
  for (const std::string_view words :
       {"of the people ", "\u1EA3n ", "tr \u1EEF ", "a\u0301 ", "ubnd x\u00E3 ", "1a"}) {
    const std::string text = repeat(words, 20'000);
    EXPECT_EQ(found_in(text, {"the"}), show(find_plainly(text, {"the"}))) << words;
  }
}

}  // namespace
}  // namespace vankien
