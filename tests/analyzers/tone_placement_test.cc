// 1. Every row of a table of spellings, old, new and wrong, gives the older one; in capitals and with marks apart as well.
// 2. So does every toned syllable of Debian's spelling list, where it is installed: one place for the tone, found from any
//    other, and the newer style only where a rime is open oa, oe, uy.

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <fstream>
#include <string>

#include "analyzers/analyzer.h"
#include "analyzers/char_filters.h"
#include "analyzers/letters.h"
#include "analyzers/syllable.h"

namespace vankien {
namespace {

std::string fold(std::string_view text) { return encode_utf8(fold_text(text).chars); }

std::string decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::Normalizer2::getNFDInstance(status)
      ->normalize(icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), status)
      .toUTF8String(out);
  return out;
}

std::string capitals(std::string_view text) {
  MappedText mapped = decode_utf8(text);
  for (char32_t& c : mapped.chars) c = capital_letter(c);
  return encode_utf8(mapped.chars);
}

struct Spelling {
  const char* given;
  const char* older;
};

// Source: spellings of both styles and common slips, after the placement that 1989/QĐ-BGDĐT and the laws' names use.
constexpr Spelling kSpellings[] = {
    {"hoà", "hòa"},     {"hòa", "hòa"},     {"khoá", "khóa"},   {"khóa", "khóa"},     {"toả", "tỏa"},
    {"tỏa", "tỏa"},     {"thuỷ", "thủy"},   {"thủy", "thủy"},   {"uỷ", "ủy"},         {"ủy", "ủy"},
    {"luỹ", "lũy"},     {"lũy", "lũy"},     {"tuỵ", "tụy"},     {"tụy", "tụy"},       {"quý", "quý"},
    {"quỷ", "quỷ"},     {"qúy", "quý"},     {"quỹ", "quỹ"},     {"qũy", "quỹ"},       {"khoẻ", "khỏe"},
    {"khỏe", "khỏe"},   {"hoè", "hòe"},     {"hòe", "hòe"},     {"hoàn", "hoàn"},     {"hoạch", "hoạch"},
    {"thoát", "thoát"}, {"huỳnh", "huỳnh"}, {"huýt", "huýt"},   {"quỳnh", "quỳnh"},   {"khuỷu", "khuỷu"},
    {"ngoài", "ngoài"}, {"ngoáy", "ngoáy"}, {"giá", "giá"},     {"gía", "giá"},       {"già", "già"},
    {"gì", "gì"},       {"gìn", "gìn"},     {"giếng", "giếng"}, {"giữ", "giữ"},       {"nghĩa", "nghĩa"},
    {"lụa", "lụa"},     {"cửa", "cửa"},     {"bìa", "bìa"},     {"của", "của"},       {"cuả", "của"},
    {"được", "được"},   {"đựơc", "được"},   {"lượng", "lượng"}, {"lựơng", "lượng"},   {"thuở", "thuở"},
    {"huệ", "huệ"},     {"hụê", "huệ"},     {"tuệ", "tuệ"},     {"khuyến", "khuyến"}, {"chuyện", "chuyện"},
    {"uống", "uống"},   {"uốn", "uốn"},     {"rượu", "rượu"},   {"người", "người"},   {"yếu", "yếu"},
    {"yểm", "yểm"},     {"xoong", "xoong"}, {"soóc", "soóc"},   {"quốc", "quốc"},     {"quyết", "quyết"},
    {"quả", "quả"},     {"qủa", "quả"},     {"quy", "quy"},     {"tuý", "túy"},       {"túy", "túy"},
    {"thuý", "thúy"},   {"thúy", "thúy"},   {"ngoéo", "ngoéo"}, {"ngóeo", "ngoéo"},   {"loạn", "loạn"},
    {"hoặc", "hoặc"},   {"việc", "việc"},   {"vịêc", "việc"},
};

TEST(TonePlacement, FollowsTheTable) {
  for (const auto& [given, older] : kSpellings) {
    EXPECT_EQ(fold(given), older);
    EXPECT_EQ(fold(capitals(given)), older) << given;
    EXPECT_EQ(fold(decomposed(given)), older) << given;
    EXPECT_EQ(fold(decomposed(capitals(given))), older) << given;
    EXPECT_EQ(fold_value(given), fold_value(older));
  }
}

// The same letters with the tone on the vowel at `place`.
std::u32string with_tone_at(const Syllable& syllable, std::size_t place) {
  std::u32string out(syllable.letters.data(), syllable.size);
  out[place] = with_tone(out[place], syllable.tone);
  return out;
}

TEST(TonePlacement, HoldsForDebiansSpellingList) {
  std::ifstream list("/usr/share/hunspell/vi_VN.dic");
  if (!list) GTEST_SKIP() << "package hunspell-vi is not installed";
  std::size_t toned = 0;
  std::size_t newer = 0;
  for (std::string line; std::getline(list, line);) {
    MappedText letters = decode_utf8(line.substr(0, line.find('/')));
    fold_case(letters);
    const std::string word = encode_utf8(letters.chars);
    Syllable syllable;
    if (!parse_syllable(letters.chars, syllable) || syllable.tone == Tone::kNone) continue;
    ++toned;
    const std::u32string older = with_tone_at(syllable, tone_position(syllable));
    const std::string folded = encode_utf8(older);
    EXPECT_EQ(fold(word), folded);
    EXPECT_EQ(fold(capitals(word)), folded);
    EXPECT_EQ(fold(decomposed(word)), folded);
    for (std::size_t place = syllable.rime_begin; place < syllable.size; ++place) {
      if (take_apart(syllable.letters[place]).base == 0) continue;
      EXPECT_EQ(fold(encode_utf8(with_tone_at(syllable, place))), folded);
    }
    if (folded == word) continue;
    ++newer;
    EXPECT_TRUE(syllable.rime() == U"oa" || syllable.rime() == U"oe" || syllable.rime() == U"uy") << word;
  }
  EXPECT_EQ(toned, 5287u) << "all but one, sừn";
  EXPECT_EQ(newer, 69u);
}

}  // namespace
}  // namespace vankien
