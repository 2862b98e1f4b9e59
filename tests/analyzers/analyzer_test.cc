// 1. A text gives its words and numbers in order, its symbols whole, and a bigram for each adjacent pair.
// 2. Bigrams do not cross punctuation or a blank line, but a single line break.
// 3. Leading zeros, y for i, and case give the same terms.
// 4. For any bytes: spans are in order, inside the text, and hold what the token stands for.

#include "analyzers/analyzer.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "analyzers/letters.h"

namespace vankien {
namespace {

std::string words(std::string_view text, TokenKind kind) {
  std::string out;
  for (const Token& token : analyze(text))
    if (token.kind == kind || (kind == TokenKind::kWord && token.kind == TokenKind::kNumber))
      out += (out.empty() ? "" : "|") + token.text;
  return out;
}

TEST(Analyze, GivesWordsBigramsAndSymbols) {
  const std::string text = "Nghị quyết số 05-NQ/TU, ngày 01/6/2022";
  EXPECT_EQ(words(text, TokenKind::kWord), "nghị|quyết|số|5|nq|tu|ngày|1|6|2022");
  EXPECT_EQ(words(text, TokenKind::kSymbol), "5|NQ|TU|");
  EXPECT_EQ(words(text, TokenKind::kBigram), "nghị quyết|quyết số|số 5|ngày 1");
}

TEST(Analyze, BigramsStopAtPunctuationAndBlankLines) {
  EXPECT_EQ(words("đoàn kết. Thống nhất", TokenKind::kBigram), "đoàn kết|thống nhất");
  EXPECT_EQ(words("đoàn\nkết\n\nthống nhất", TokenKind::kBigram), "đoàn kết|thống nhất");
}

TEST(Analyze, SplitsLettersFromDigits) {
  EXPECT_EQ(words("NQTW4 QH15 số31", TokenKind::kWord), "nqtw|4|qh|15|số|31");
}

TEST(Analyze, FoldsSpellings) {
  EXPECT_EQ(words("KỸ kĩ Lý lí quy qui QUÝ", TokenKind::kWord), "kĩ|kĩ|lí|lí|qui|qui|quí");
  EXPECT_EQ(words("007 000 10", TokenKind::kWord), "7|0|10");
  EXPECT_EQ(words("0\u031C009", TokenKind::kWord), "0\u031C009") << "a mark keeps its digit";
  EXPECT_EQ(words("2\u0345", TokenKind::kWord), "2\u0345") << "and folds to no letter";
  EXPECT_EQ(words("máy thủy", TokenKind::kWord), "máy|thủy") << "ay and uy keep their y";
}

TEST(Analyze, HoldsForAnyBytes) {
  rc::check([](const std::string& bytes) {
    std::uint32_t last = 0;
    for (const Token& token : analyze(bytes)) {
      RC_ASSERT(token.begin < token.end);
      RC_ASSERT(token.end <= bytes.size());
      RC_ASSERT(!token.text.empty());
      if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber) continue;
      RC_ASSERT(token.begin >= last);
      last = token.end;
    }
  });
}

TEST(Analyze, FindsTheSameTermsAgainInTheirOwnSpan) {
  const std::string text = "Ðảng uỷ xã TA\u0302N THUA\u0323\u0302N họp ngày 05";
  for (const Token& token : analyze_words(text)) {
    const auto again = analyze_words(std::string_view(text).substr(token.begin, token.end - token.begin));
    ASSERT_EQ(again.size(), 1u);
    EXPECT_EQ(again[0].text, token.text);
  }
}

TEST(FoldValue, ComparesWhatReadersTakeForTheSame) {
  EXPECT_EQ(fold_value("TỈNH UỶ  Đông Giang"), fold_value("Tỉnh ủy Đông Giang"));
  EXPECT_NE(fold_value("Tỉnh ủy"), fold_value("Tinh uy"));
  EXPECT_EQ(fold_value("***"), "***");
}

TEST(BareForm, LosesAllMarks) {
  EXPECT_EQ(bare_form("nghị"), "nghi");
  EXPECT_EQ(bare_form("đường"), "duong");
  EXPECT_FALSE(has_marks("quyet"));
  EXPECT_TRUE(has_marks("đ"));
}

}  // namespace
}  // namespace vankien
