// 1. Symbols, phrases and exclusions are taken out of the words; "số" before a symbol goes with it.
// 2. A minus excludes after white space only, never inside a symbol; a quote left open is no quote.
// 3. Adjacency follows the text: not across punctuation or what was taken out.

#include "searchd/search/query_parser.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

std::string join(const Tokens& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : " ") + word.text;
  return out;
}

std::string join(const std::vector<Tokens>& groups) {
  std::string out;
  for (const auto& group : groups) out += (out.empty() ? "" : "|") + join(group);
  return out;
}

TEST(ParseQuery, TakesItApart) {
  const auto parsed = parse_query("kết luận \"tinh gọn bộ máy\" -quận -\"thị xã\" Số: 05 - NQ/TU năm 2024");
  EXPECT_EQ(join(parsed.words.words), "kết luận");
  EXPECT_EQ(parsed.words.hints.years, std::vector<std::uint16_t>{2024}) << "a year behind a symbol is a hint";
  EXPECT_EQ(join(parsed.phrases), "tinh gọn bộ máy");
  EXPECT_EQ(join(parsed.excluded), "thị xã|quận");
  ASSERT_EQ(parsed.symbols.size(), 1u);
  EXPECT_EQ(parsed.symbols[0].canonical(), "05-NQ/TU");
}

TEST(ParseQuery, TakesWhatAnnouncesASymbolWithIt) {
  for (const char* q :
       {"Công văn số 123/UBND-KGVX", "số 123/ubnd-kgvx", "123/UBND-KGVX", "\"123/UBND-KGVX\""}) {
    const auto parsed = parse_query(q);
    EXPECT_EQ(join(parsed.words.words), "") << q;
    ASSERT_EQ(parsed.symbols.size(), 1u) << q;
    EXPECT_EQ(parsed.symbols[0].canonical(), "123/UBND-KGVX") << q;
  }
  EXPECT_EQ(join(parse_query("thực hiện Nghị quyết số 05-NQ/TU năm 2022").words.words), "thực hiện");
}

TEST(ParseQuery, TakesADateBehindASymbolForAHint) {
  for (const char* q : {"05-NQ/TU ngày 01/6/2022", "05-NQ/TU, ngày 1 tháng 6 năm 2022", "05-NQ/TU (2022)",
                        "05-nq/tu 2022", "Nghị quyết số 05-NQ/TU, ngày 01-6-2022"}) {
    const auto parsed = parse_query(q);
    EXPECT_EQ(join(parsed.words.words), "") << q;
    EXPECT_EQ(parsed.words.hints.years, std::vector<std::uint16_t>{2022}) << q;
  }
  EXPECT_EQ(join(parse_query("05-NQ/TU ngày 5 tháng này").words.words), "ngày 5 tháng này");
  EXPECT_EQ(join(parse_query("05-NQ/TU về việc 2022").words.words), "về việc 2022");
}

TEST(ParseQuery, ExcludesAfterABlankOnly) {
  EXPECT_EQ(join(parse_query("kinh tế-xã hội").excluded), "");
  EXPECT_EQ(join(parse_query("-quận").excluded), "quận");
  EXPECT_EQ(join(parse_query("a - b").excluded), "");
  EXPECT_EQ(join(parse_query("5-NQ/TU").excluded), "");
  EXPECT_EQ(join(parse_query("x \"mở mà không đóng").words.words), "x mở mà không đóng");
  EXPECT_EQ(join(parse_query("“ngoặc cong”").phrases), "ngoặc cong");
}

TEST(ParseQuery, KnowsWhatIsAdjacent) {
  const auto parsed = parse_query("đoàn kết, thống nhất");
  EXPECT_EQ(parsed.words.adjacent, (std::vector<bool>{true, false, true, false}));
  EXPECT_EQ(parse_query("một \"hai\" ba").words.adjacent, (std::vector<bool>{false, false}));
}

TEST(ParseQuery, KnowsAnOpenEnd) {
  EXPECT_TRUE(parse_query("nghị quyế").words.open_end);
  EXPECT_FALSE(parse_query("nghị quyết ").words.open_end);
}

}  // namespace
}  // namespace vankien
