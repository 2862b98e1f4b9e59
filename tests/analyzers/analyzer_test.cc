// 1. A text gives its words and numbers in order, its symbols whole, and a bigram for each adjacent pair.
// 2. Bigrams do not cross punctuation or a blank line, but a single line break.
// 3. Leading zeros, y for i, and case give the same terms.
// 4. For any bytes: spans are in order, inside the text, and hold what the token stands for.
// 5. Glued words are two words, broken words one, and their spans cover the original; foreign words and labels stay.
// 6. What a paper writes in capitals, in full-width letters or with its marks apart gives the same words.

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

struct Words {
  std::string text;
  std::string words;
};

class Chain : public testing::TestWithParam<Words> {};

TEST_P(Chain, GivesWords) { EXPECT_EQ(words(GetParam().text, TokenKind::kWord), GetParam().words); }

INSTANTIATE_TEST_SUITE_P(
    Glued, Chain,
    testing::Values(Words{"Huyện ủyCác thế hệ", "huyện|ủy|các|thế|hệ"},
                    Words{"Quay lạiXem tiếp", "quay|lại|xem|tiếp"}, Words{"ủyCác", "ủy|các"},
                    Words{"uỷCác", "ủy|các"}, Words{"ủyCácThế", "ủy|các|thế"}, Words{"ủyBAN", "ủy|ban"},
                    Words{"u\u1EF7C\u00E1c", "ủy|các"}, Words{"uy\u0309Ca\u0301c", "ủy|các"},
                    // one part is no syllable
                    Words{"VnTime", "vntime"}, Words{"McDonald", "mcdonald"}, Words{"iPhone", "iphone"},
                    Words{"QĐ-TTg", "qđ|ttg"}, Words{"TTg", "ttg"}, Words{"NĐ-CP", "nđ|cp"},
                    Words{"CTr", "ctr"}, Words{"ThU", "thu"}, Words{"CămP", "cămp"},
                    Words{"ĐaKrông", "đakrông"},
                    // no part has a mark: a name in a program or abroad
                    Words{"dienTich", "dientich"}, Words{"eBay", "ebay"}, Words{"MoMo", "momo"}));

INSTANTIATE_TEST_SUITE_P(
    Broken, Chain,
    testing::Values(Words{"ĐIỀ U KHO ẢN", "điều|khoản"}, Words{"ĐIỀ U", "điều"},
                    Words{"l ưu tr ữ", "lưu|trữ"}, Words{"lưu tr ữ h ồ sơ", "lưu|trữ|hồ|sơ"},
                    Words{"q uốc gia", "quốc|gia"}, Words{"bi ện pháp", "biện|pháp"},
                    Words{"nghi\u00A0ệp", "nghiệp"}, Words{"kh oản mục", "khoản|mục"},
                    Words{"h oà ản", "h|òa|ản"},  // òa is a word, and ản has nothing to join
                    // good text stays
                    Words{"điểm b an toàn", "điểm|b|an|toàn"}, Words{"điểm đ áp dụng", "điểm|đ|áp|dụng"},
                    Words{"KH AN GIANG", "kh|an|giang"}, Words{"hạng B ô tô", "hạng|b|ô|tô"},
                    Words{"ba n", "ba|n"}, Words{"cho ai", "cho|ai"}, Words{"tr ữ, h ồ", "trữ|h|ồ"},
                    Words{"Đ. iều", "đ|iều"}, Words{"đ\niều", "đ|iều"}, Words{"đ  iều", "đ|iều"}));

INSTANTIATE_TEST_SUITE_P(
    Shapes, Chain,
    testing::Values(Words{"TỈNH UỶ KHOÁ XII", "tỉnh|ủy|khóa|xii"}, Words{"LÝ LUẬN QUÝ", "lí|luận|quí"},
                    Words{"\uFF34\uFF35 \uFF12\uFF10\uFF12\uFF12 \uFF10\uFF15", "tu|2022|5"},
                    Words{"\uFF41\u0301", "á"}, Words{"\u01A3\u0301", "ứ"},
                    Words{"J\u030C", "\u01F0"}));  // small letters are one where the capital is two

INSTANTIATE_TEST_SUITE_P(Graphemes, Chain,
                         testing::Values(Words{"5\u0E33", "5\u0E33"}, Words{"\u0E01\u0E33", "\u0E01\u0E33"},
                                         Words{" \u0E33", ""},
                                         Words{"\u0600"
                                               "5",
                                               "5"},
                                         Words{"\u0D4E a", "a"}, Words{"5\u1161", "5|\u1161"},
                                         Words{"a\U0001F3FB", "a\U0001F3FB"},
                                         Words{"\u2139\u200D\u00A9", ""}));

TEST(Analyze, CoversWhatItSplitsAndJoins) {
  const std::string text = "thế hệ ủyCác ĐIỀ U";
  const Tokens tokens = analyze_words(text);
  ASSERT_EQ(tokens.size(), 5u);
  EXPECT_EQ(text.substr(tokens[2].begin, tokens[2].end - tokens[2].begin), "ủy");
  EXPECT_EQ(text.substr(tokens[3].begin, tokens[3].end - tokens[3].begin), "Các");
  EXPECT_EQ(text.substr(tokens[4].begin, tokens[4].end - tokens[4].begin), "ĐIỀ U");
  EXPECT_EQ(words("ủyCác", TokenKind::kBigram), "ủy các");
}

TEST(Analyze, HoldsForAnyBytes) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) {
    std::uint32_t last = 0;
    for (const Token& token : analyze(bytes)) {
      RC_ASSERT(token.begin < token.end);
      RC_ASSERT(token.end <= bytes.size());
      RC_ASSERT(!token.text.empty());
      if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber) continue;
      RC_ASSERT(token.begin >= last);
      last = token.end;
    }
  }));
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
