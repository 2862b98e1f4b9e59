// 1. Symbols, phrases and exclusions are taken out of the words; "số" before a symbol goes with it.
// 2. A minus excludes after white space only, never inside a symbol, of digits only a whole symbol; a quote left open is no quote.
// 3. Adjacency follows the text: not across punctuation or what was taken out.
// 4. OR and groups are queries of their own within the query; field words are taken out if their value means something.
// 5. Literally there are words, phrases, exclusion and OR only.
// 6. Any text of any signs is understood as something.

#include "searchd/search/query/query_parser.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

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

TEST(ParseQuery, ReadsAlternatives) {
  const auto parsed = parse_query("nghị quyết OR \"chỉ thị\" -quận OR 05-NQ/TU");
  EXPECT_TRUE(parsed.words.words.empty());
  ASSERT_EQ(parsed.either.size(), 1u);
  ASSERT_EQ(parsed.either[0].size(), 3u);
  EXPECT_EQ(join(parsed.either[0][0].words.words), "nghị quyết");
  EXPECT_EQ(join(parsed.either[0][1].phrases), "chỉ thị");
  EXPECT_EQ(join(parsed.either[0][1].excluded), "quận");
  EXPECT_EQ(parsed.either[0][2].symbols.size(), 1u);
}

TEST(ParseQuery, ReadsGroups) {
  const auto parsed = parse_query("giá (rừng OR (biển (đảo OR bờ))) -(tôm cua)");
  EXPECT_EQ(join(parsed.words.words), "giá");
  ASSERT_EQ(parsed.either.size(), 1u);
  ASSERT_EQ(parsed.either[0].size(), 2u);
  EXPECT_EQ(join(parsed.either[0][1].words.words), "biển");
  ASSERT_EQ(parsed.either[0][1].either.size(), 1u);
  EXPECT_EQ(join(parsed.either[0][1].either[0][1].words.words), "bờ");
  ASSERT_EQ(parsed.neither.size(), 1u);
  EXPECT_EQ(join(parsed.neither[0][0].words.words), "tôm cua");
}

TEST(ParseQuery, TakesSignsWithoutPartnersForNothing) {
  EXPECT_EQ(join(parse_query("rừng OR").words.words), "rừng");
  EXPECT_EQ(join(parse_query("OR").words.words), "or") << "nothing else was typed";
  EXPECT_EQ(join(parse_query("(rừng").words.words), "rừng");
  EXPECT_EQ(parse_query("rừng OR rừng OR biển").either[0].size(), 2u) << "said twice";
  const std::string deep = std::string(17, '(') + "a OR b" + std::string(17, ')');
  EXPECT_TRUE(parse_query(deep).either.empty());
}

// Knows one year and one name.
std::optional<FieldMeaning> toy_fields(QueryField field, std::string_view value) {
  if (!(field == QueryField::kYear && value == "2022") &&
      !(field == QueryField::kSigner && value == "Lê Sen"))
    return std::nullopt;
  FieldMeaning meaning;
  meaning.as = {std::string(value)};
  return meaning;
}

TEST(ParseQuery, TakesFieldWordsOut) {
  const ParseOptions options{false, toy_fields};
  const auto parsed = parse_query("rừng năm:2022, ký:\"Lê Sen\" -NAM:2022 biển", options);
  EXPECT_EQ(join(parsed.words.words), "rừng biển");
  EXPECT_TRUE(parsed.phrases.empty());
  ASSERT_EQ(parsed.fields.size(), 2u);
  EXPECT_EQ(parsed.fields[0].typed, "ký:\"Lê Sen\"");
  EXPECT_EQ(parsed.fields[1].typed, "năm:2022");
  ASSERT_EQ(parsed.excluded_fields.size(), 1u);
  EXPECT_EQ(parsed.excluded_fields[0].typed, "NAM:2022");
  EXPECT_EQ(join(parse_query("người ký:\"Lê Sen\"", options).words.words), "") << "a name of two words";
  EXPECT_EQ(parse_query("(năm:2022 OR rừng)", options).either[0][0].fields.size(), 1u);
}

TEST(ParseQuery, ExcludesSymbols) {
  const auto reads_any_symbol = [](QueryField field, std::string_view value) {
    EXPECT_EQ(field, QueryField::kSymbol);
    FieldMeaning meaning;
    meaning.symbol = parse_symbol(value);
    return std::optional(meaning);
  };
  const ParseOptions options{false, reads_any_symbol};
  for (const char* q :
       {"rừng -05-NQ/TU", "-5-nq/tu, rừng", "rừng (biển OR đảo) -05-NQ/TU.", "-30/2020/NĐ-CP rừng"}) {
    const auto parsed = parse_query(q, options);
    EXPECT_EQ(join(parsed.words.words), "rừng") << q;
    ASSERT_EQ(parsed.excluded_fields.size(), 1u) << q;
    EXPECT_TRUE(parsed.symbols.empty() && parsed.excluded.empty()) << q;
  }
  EXPECT_EQ(parse_query("-05-NQ/TU", options).excluded_fields[0].typed, "05-NQ/TU");
  for (const char* q :
       {"từ năm 2020 -2025", "rừng -5", "rừng -1/2", "rừng - 05-NQ/TU", "rừng-05-NQ/TU", "âm -30%"})
    EXPECT_TRUE(parse_query(q, options).excluded_fields.empty()) << q;
  for (const char* behind :
       {")", "]", "\"", "”", "»", "…", ":", "'", "-", "–", "/", "*", "),", "\u200B", "(sửa đổi)", ". Sửa"}) {
    const std::string q = std::string("rừng -91/2015/QH13") + behind;
    const auto parsed = parse_query(q, options);
    ASSERT_EQ(parsed.excluded_fields.size(), 1u) << q;
    EXPECT_EQ(parsed.excluded_fields[0].typed, "91/2015/QH13") << q;
    EXPECT_TRUE(parsed.symbols.empty()) << q;
  }
  const auto literal = parse_query("rừng -05-NQ/TU", {true, reads_any_symbol});
  EXPECT_TRUE(literal.excluded_fields.empty()) << "by its words";
  ASSERT_EQ(literal.excluded.size(), 1u);
  EXPECT_EQ(join(literal.words.words), "rừng");
}

TEST(ParseQuery, TakesFieldsThatMeanNothingForWords) {
  const ParseOptions options{false, toy_fields};
  const auto parsed = parse_query("năm:abc ký:\"Trần Văn\"", options);
  EXPECT_EQ(join(parsed.words.words), "năm abc kí") << "as the chain writes it";
  EXPECT_EQ(join(parsed.phrases), "trần văn");
  EXPECT_EQ(parsed.unknown_fields.size(), 2u);
  for (const char* q :
       {"năm: 2022", "năm:", ":2022", "trong năm2022", "http://a", "a:năm:2022", "giờ 10:2022"})
    EXPECT_TRUE(parse_query(q, options).fields.empty()) << q;
}

TEST(ParseQuery, IsLiteral) {
  const auto parsed = parse_query("nq 05 tu 05-NQ/TU năm:2022 \"ubnd tỉnh\" -quận", {true, toy_fields});
  EXPECT_EQ(join(parsed.words.words), "nq 5 tu 5 nq tu năm 2022");
  EXPECT_TRUE(parsed.symbols.empty() && parsed.fields.empty() && parsed.words.citations.empty() &&
              parsed.words.numbers.empty() && parsed.words.abbreviations.empty() && !parsed.words.open_end);
  EXPECT_EQ(join(parsed.phrases), "ubnd tỉnh");
  EXPECT_EQ(join(parsed.excluded), "quận");
}

TEST(ParseQuery, UnderstandsAnyTextOfSigns) {
  rc::check("no text of signs and words gives an error", [] {
    const auto pieces =
        *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
            "(",   ")",      "\"",   "“",        "-", " ", " ",        " OR ", "HOẶC", "năm:", "2022",
            "ký:", "Lê Sen", "rừng", "05-NQ/TU", ";", ":", "nq 05 tu", "\n",   "\xFF", "ặ"}));
    std::string q;
    for (const auto& piece : pieces) q += piece;
    const auto parsed = parse_query(q, {*rc::gen::arbitrary<bool>(), toy_fields});
    RC_ASSERT(query_levels(q) <= q.size());
    if (parsed.text == q && !parsed.words.words.empty()) RC_ASSERT(parsed.words.words.back().end <= q.size());
  });
}

}  // namespace
}  // namespace vankien
