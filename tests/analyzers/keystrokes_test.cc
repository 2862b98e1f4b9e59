// 1. Every syllable that the spelling rules allow is read back from its keys: Telex in three orders of typing, VNI in
//    two. Keys with two readings are those of oo and ô, no others.
// 2. A key typed again takes back; a second tone in Telex replaces the first.
// 3. What is a syllable as it stands, an abbreviation, or letters outside ASCII is not decoded.
// 4. In a text, keystrokes are found with their bytes; symbols, numbers, dates and addresses are left alone.
// 5. VNI is certain where only typing explains the digit.

#include "analyzers/keystrokes.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/syllable.h"

namespace vankien {
namespace {

#include "analyzers/data/syllables.inc"

using Words = std::vector<std::string>;

std::vector<std::u32string_view> rimes() {
  std::vector<std::u32string_view> out;
  for (std::size_t begin = 1; begin < kRimes.size();) {
    const auto end = kRimes.find(U' ', begin);
    out.push_back(kRimes.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

// All that onsets, rimes and tones allow, taken apart.
std::vector<Syllable> all_syllables() {
  std::vector<Syllable> out;
  for (const auto onset : kOnsets)
    for (const auto rime : rimes())
      for (int tone = 0; tone < 6; ++tone) {
        std::u32string word = std::u32string(onset) + std::u32string(rime);
        char32_t& vowel = word[onset.size()];
        vowel = with_tone(vowel, static_cast<Tone>(tone));
        Syllable syllable;
        if (parse_syllable(word, syllable)) out.push_back(syllable);
      }
  return out;
}

std::u32string_view letters_of(const Syllable& syllable) { return {syllable.letters.data(), syllable.size}; }

std::string spelled(const Syllable& syllable) {
  std::u32string word(letters_of(syllable));
  char32_t& vowel = word[tone_position(syllable)];
  vowel = with_tone(vowel, syllable.tone);
  return analyze_words(encode_utf8(word)).front().text;
}

// The keys of one method, as a person learns them.
struct Method {
  std::string_view tones;  ///< in the order of Tone, none first
  std::string_view circumflex, horn, breve, stroke;
};
constexpr Method kTelexKeys = {" frxsj", "", "w", "w", "d"};
constexpr Method kVniKeys = {" 23415", "6", "7", "8", "9"};

std::string mark_key(const Method& method, char32_t letter) {
  const auto bare = static_cast<char>(strip_marks(letter));
  if (letter == U'ă') return std::string(method.breve);
  if (letter == U'ơ' || letter == U'ư') return std::string(method.horn);
  if (letter == U'đ') return std::string(method.stroke);
  if (strip_marks(letter) == letter) return "";
  return method.circumflex.empty() ? std::string(1, bare) : std::string(method.circumflex);
}

std::string tone_key(const Method& method, Tone tone) {
  return tone == Tone::kNone ? "" : std::string(1, method.tones[static_cast<std::size_t>(tone)]);
}

// duwowcj: each mark after its letter, the tone last (`late`) or after the letter that carries it. One w does for uo.
std::string in_place(const Method& method, const Syllable& syllable, bool late) {
  std::string keys;
  const auto letters = letters_of(syllable);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    keys += static_cast<char>(strip_marks(letters[i]));
    const bool shared = letters[i] == U'ư' && i + 1 < letters.size() && letters[i + 1] == U'ơ';
    if (!shared) keys += mark_key(method, letters[i]);
    if (!late && i == tone_position(syllable)) keys += tone_key(method, syllable.tone);
  }
  return late ? keys + tone_key(method, syllable.tone) : keys;
}

// duocdwj: the bare word, then its marks in the order of their letters, then the tone.
std::string marks_last(const Method& method, const Syllable& syllable) {
  std::string keys;
  std::string marks;
  const auto letters = letters_of(syllable);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    keys += static_cast<char>(strip_marks(letters[i]));
    const bool shared = letters[i] == U'ơ' && i > 0 && letters[i - 1] == U'ư';
    if (!shared) marks += mark_key(method, letters[i]);
  }
  return keys + marks + tone_key(method, syllable.tone);
}

TEST(Keystrokes, EverySyllableIsReadBack) {
  const auto syllables = all_syllables();
  EXPECT_GT(syllables.size(), 10'000U);
  std::size_t strings = 0;
  for (const Syllable& syllable : syllables) {
    const std::string wanted = spelled(syllable);
    const std::string plain(encode_utf8(letters_of(syllable)));
    for (const Method* method : {&kTelexKeys, &kVniKeys})
      for (const std::string& keys : {in_place(*method, syllable, true), in_place(*method, syllable, false),
                                      marks_last(*method, syllable)}) {
        if (keys == plain) continue;  // a syllable without marks needs no keys
        ++strings;
        const Words readings = decode_keystrokes(keys);
        ASSERT_FALSE(readings.empty()) << keys << " of " << wanted;
        const bool double_o = method == &kTelexKeys && keys.find("oo") != keys.npos;
        if (syllable.rime().starts_with(U"oo") && double_o) {
          EXPECT_EQ(readings.back(), wanted) << keys;
        } else {
          EXPECT_EQ(readings.front(), wanted) << keys;
          EXPECT_TRUE(readings.size() == 1 || double_o) << keys << ": " << readings[1];
        }
      }
  }
  RecordProperty("syllables", static_cast<int>(syllables.size()));
  RecordProperty("strings", static_cast<int>(strings));
  EXPECT_GT(strings, 60'000U);
}

struct Reading {
  const char* keys;
  Words readings;
};

TEST(Keystrokes, AreReadAsKeyboardProgramsWould) {
  const Reading table[] = {
      {"nghij", {"nghị"}},
      {"quyeets", {"quyết"}},
      {"Quyeets", {"quyết"}},
      {"dduwowcj", {"được"}},
      {"duocwjd", {"được"}},
      {"duwocwjd", {"được"}},
      {"nghieejp", {"nghiệp"}},
      {"nghiepej", {"nghiệp"}},
      {"dinhd", {"đinh"}},
      {"duongw", {"dương"}},
      {"thuowr", {"thuở"}},
      {"muaw", {"mưa"}},
      {"quawng", {"quăng"}},
      {"luuw", {"lưu"}},
      {"ruouwj", {"rượu"}},
      {"thw", {"thư"}},
      {"nhwngx", {"những"}},
      {"gif", {"gì"}},
      {"giuwx", {"giữ"}},
      {"coong", {"công"}},  // boong and its like are syllables too, but rare
      {"coocs", {"cốc", "coóc"}},
      {"xoeof", {"xoèo"}},
      // i and y, tone placement: as the index spells them
      {"kyx", {"kĩ"}},
      {"uyr", {"ủy"}},
      {"uxy", {"ũy"}},
      {"hoaf", {"hòa"}},
      {"hofa", {"hòa"}},
      // a key typed again takes back, another tone replaces, z takes the tone away
      {"ass", {}},
      {"aaa", {}},
      {"ddd", {}},
      {"duongww", {}},
      {"booong", {"boong"}},
      {"cooocs", {"coóc"}},
      {"nghisj", {"nghị"}},
      {"aawn", {"ăn"}},
      {"nghijz", {"nghi"}},
      {"quiz", {}},
      // VNI
      {"nghi5", {"nghị"}},
      {"quye61t", {"quyết"}},
      {"quyet61", {"quyết"}},
      {"quyet16", {"quyết"}},
      {"d9u7o7c5", {"được"}},
      {"d9uo7c5", {"được"}},
      {"duoc975", {"được"}},
      {"D9a3ng", {"đảng"}},
      {"thuo73", {"thuở"}},
      {"na8m", {"năm"}},
      {"a10n", {"an"}},
      // no keys of anything
      {"tw4", {}},
      {"nq05", {}},
      {"khoa12", {}},
      {"khoa10", {}},
      {"nam2022", {}},
      {"1a", {}},
      {"a11", {}},
      {"h1n1", {}},
      {"", {}},
      {"1", {}},
      {"a", {}},
      {"xyz", {}},
      {"tieeps kiem", {}},
  };
  for (const auto& row : table) EXPECT_EQ(decode_keystrokes(row.keys), row.readings) << row.keys;
}

TEST(Keystrokes, LeaveSyllablesAbbreviationsAndOtherScriptsAlone) {
  for (const Syllable& syllable : all_syllables()) {
    const std::string word = encode_utf8(letters_of(syllable));
    if (!syllable.rime().starts_with(U"oo")) {
      EXPECT_EQ(decode_keystrokes(word), Words()) << word;
    }
  }
  for (const char* word : {"TW", "HAS", "AS", "NGHIJ", "QUYEETS", "TTg", "QH15", "TW4", "A4", "BTV", "tW",
                           "nghịj", "đaf", "ʼas", "\xFF", "aｓ"})
    EXPECT_EQ(decode_keystrokes(word), Words()) << word;
}

Words word_list(const std::string& name) {
  std::ifstream file(std::string(VANKIEN_SOURCE_DIR) + "/tests/analyzers/data/" + name);
  Words words;
  std::string line;
  while (std::getline(file, line)) {
    std::istringstream words_of_line(line.starts_with('#') ? "" : line);
    words.insert(words.end(), std::istream_iterator<std::string>(words_of_line), {});
  }
  return words;
}

TEST(Keystrokes, LeaveEnglishAlone) {
  std::string text;
  for (const std::string& word : word_list("english_words.txt")) {
    for (const TypedSyllable& typed : find_keystrokes(word)) EXPECT_FALSE(typed.certain) << word;
    text += word + " ";
  }
  for (const TypedSyllable& typed : find_keystrokes(text)) EXPECT_FALSE(typed.certain);
}

// That English words which happen to be keys stay few is a property of the decoder. Abbreviations as offices write them are none at all.
TEST(Keystrokes, FewEnglishWordsAndNoAbbreviationsAreKeys) {
  const Words words = word_list("english_words.txt");
  EXPECT_GE(words.size(), 1000U);
  std::string keys;
  std::size_t count = 0;
  for (const std::string& word : words) {
    const Words readings = decode_keystrokes(word);
    if (readings.empty()) continue;
    ++count;
    keys += " " + word + "=" + readings.front();
    EXPECT_EQ(word, fold_value(word)) << "has capitals";
  }
  RecordProperty("decoded", static_cast<int>(count));
  EXPECT_LE(count, 100U) << keys;
}

struct Found {
  const char* text;
  Words words;  ///< word=reading,reading with ! before certain ones
};

TEST(Keystrokes, AreFoundInText) {
  const Found table[] = {
      {"nghij quyeets so 05", {"!nghij=nghị", "!quyeets=quyết"}},
      {"nghi5 quye61t 05", {"!nghi5=nghị", "!quye61t=quyết"}},
      {"viet65 nam", {"!viet65=việt"}},
      {"nghị quyeets", {"!quyeets=quyết"}},
      {"\"Nghij quyeets\", (ddangr).", {"!Nghij=nghị", "!quyeets=quyết", "!ddangr=đảng"}},
      {"-nghij* ", {"!nghij=nghị"}},
      {"kinh te61-xa4 ho65i", {"!te61=tế", "!xa4=xã", "!ho65i=hội"}},
      {"kinh-tees", {"!tees=tế"}},
      {"số:nghij", {"!nghij=nghị"}},
      // English, unless another word shows how the text was typed
      {"has max", {"has=há", "max=mã"}},
      {"max soos", {"!max=mã", "!soos=số"}},
      // a word and its number run together: possible, not certain
      {"so5", {"so5=sọ"}},
      {"quy3 nam 2022", {"quy3=quỉ"}},
      // left alone
      {"05-NQ/TU 05-nq/tw 5 nq/tw", {}},
      {"12-kh/tw ngày 01/6/2022", {}},
      {"QH15 TW4 A4 NQ05 nq05 tw4 khoa12 18-10-2023", {}},
      {"has/been has_been nghij@quyeets.vn www.quyeets.vn has-xyz", {}},
      {"nghị quyết", {}},
      {"", {}},
      {"- -- . \xFF", {}},
  };
  for (const auto& row : table) {
    Words words;
    const std::string_view text = row.text;
    for (const TypedSyllable& typed : find_keystrokes(text)) {
      std::string word =
          (typed.certain ? "!" : "") + std::string(text.substr(typed.begin, typed.end - typed.begin)) + "=";
      for (const auto& reading : typed.readings) word += (word.back() == '=' ? "" : ",") + reading;
      words.push_back(word);
    }
    EXPECT_EQ(words, row.words) << row.text;
  }
}

}  // namespace
}  // namespace vankien
