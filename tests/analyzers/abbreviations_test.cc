// 1. Short forms are found with their expansions, however they are written, and expansions with their short
//    forms; the longest counts.
// 2. TƯ is Trung ương, TU is not.
// 3. Letters of symbols and citations are no abbreviations.
// 4. Other words of one system alone drop the readings of the other.
// 5. Letters that are a syllable too are marked doubtful unless typed in capitals.

#include "analyzers/abbreviations.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "analyzers/analyzer.h"

namespace vankien {
namespace {

std::string words_of(const Alternative& alternative) {
  std::string out;
  for (const auto& word : alternative.words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// "[0,1) ủy ban nhân dân"; alternatives parted by " | ".
std::string find(std::string_view text) {
  std::string out;
  for (const auto& match : find_abbreviations(text, analyze_words(text))) {
    out +=
        (out.empty() ? "[" : " ; [") + std::to_string(match.first) + "," + std::to_string(match.last) + ")";
    bool first = true;
    for (const auto& alternative : match.alternatives) {
      out += (first ? " " : " | ") + words_of(alternative);
      first = false;
    }
  }
  return out;
}

bool finds(std::string_view text, std::string_view expansion) {
  for (const auto& match : find_abbreviations(text, analyze_words(text)))
    for (const auto& alternative : match.alternatives)
      if (words_of(alternative) == expansion) return true;
  return false;
}

TEST(Abbreviations, AreFoundHoweverWritten) {
  struct Row {
    const char* text;
    const char* expansion;
  };
  static constexpr Row kRows[] = {
      {"UBND", "ủy ban nhân dân"},
      {"ubnd", "ủy ban nhân dân"},
      {"U.B.N.D", "ủy ban nhân dân"},
      {"HĐND", "hội đồng nhân dân"},
      {"hđnd", "hội đồng nhân dân"},
      {"hdnd", "hội đồng nhân dân"},
      {"HDND", "hội đồng nhân dân"},
      {"H\u00D0ND", "hội đồng nhân dân"},
      {"KTXH", "kinh tế xã hội"},
      {"KT-XH", "kinh tế xã hội"},
      {"KT - XH", "kinh tế xã hội"},
      {"kt xh", "kinh tế xã hội"},
      {"KT–XH", "kinh tế xã hội"},
      {"KT&XH", "kinh tế xã hội"},
      {"GD&ĐT", "giáo dục và đào tạo"},
      {"GDĐT", "giáo dục và đào tạo"},
      {"CNH, HĐH", "công nghiệp hóa hiện đại hóa"},
      {"CNH-HĐH", "công nghiệp hóa hiện đại hóa"},
      {"cnh hdh", "công nghiệp hóa hiện đại hóa"},
      {"CBĐV", "cán bộ đảng viên"},
      {"cbdv", "cán bộ đảng viên"},
      {"đ/c", "đồng chí"},
      {"v/v", "về việc"},
      {"TP.HCM", "thành phố hồ chí minh"},
      {"kinh tế - xã hội", "ktxh"},
      {"kinh te xa hoi", "kt xh"},
      {"Uỷ ban nhân dân", "ubnd"},
      {"uy ban nhan dan", "ubnd"},
      {"cán bộ, đảng viên", "cbđv"},
      {"da", "đề án"},
      {"DA", "dự án"},
  };
  for (const Row& row : kRows)
    EXPECT_TRUE(finds(row.text, row.expansion)) << row.text << " → " << find(row.text);
}

TEST(Abbreviations, CoverTheLongest) {
  EXPECT_EQ(find("ubnd tỉnh"), "[0,1) ủy ban nhân dân");
  EXPECT_EQ(find("phát triển KT-XH, UBND"), "[2,4) kinh tế xã hội | ktxh ; [4,5) ủy ban nhân dân");
  EXPECT_EQ(find("ủy ban kiểm tra tỉnh ủy"), "[0,6) ubkttu");
}

TEST(Abbreviations, TrungUongIsNotTinhUy) {
  EXPECT_TRUE(finds("TƯ", "trung ương"));
  EXPECT_TRUE(finds("T.Ư", "trung ương"));
  EXPECT_FALSE(finds("TƯ", "tỉnh ủy"));
  EXPECT_TRUE(finds("TU", "tỉnh ủy"));
  EXPECT_FALSE(finds("TU", "trung ương"));
  EXPECT_FALSE(finds("tu", "trung ương"));
}

TEST(Abbreviations, AreNoPartOfSymbols) {
  for (const char* text :
       {"05-NQ/TU", "05 nq tu", "nq 05", "Số: 123/UBND-KT", "NQTW4 khóa XII", "30/2020/NĐ-CP"})
    EXPECT_EQ(find(text), "") << text;
  EXPECT_EQ(find("05-NQ/TU của HĐND"), "[4,5) hội đồng nhân dân");
}

TEST(Abbreviations, FollowTheSystemOfTheText) {
  EXPECT_TRUE(finds("BTC", "ban tổ chức"));
  EXPECT_TRUE(finds("BTC", "bộ tài chính"));
  EXPECT_FALSE(finds("BTC tỉnh ủy", "bộ tài chính"));
  EXPECT_TRUE(finds("BTC tỉnh ủy", "ban tổ chức"));
  EXPECT_FALSE(finds("BTC, UBND", "ban tổ chức"));
  EXPECT_TRUE(finds("BTC, UBND", "bộ tài chính"));
  EXPECT_FALSE(finds("TT của đảng ủy", "thông tư"));
  EXPECT_FALSE(finds("TT của chính phủ", "thông tri"));
  EXPECT_TRUE(finds("TT của chính phủ và đảng ủy", "thông tri"));
  EXPECT_FALSE(finds("QH và UBND", "ban tổ chức"));
  EXPECT_TRUE(finds("TH nhiệm vụ", "thực hiện"));
}

TEST(Abbreviations, AreDoubtfulWhereTheyMayBeWords) {
  const auto doubtful = [](std::string_view text, std::size_t at) {
    for (const auto& match : find_abbreviations(text, analyze_words(text)))
      if (match.first == at) return match.doubtful;
    ADD_FAILURE() << "nothing at " << at << " in " << text;
    return false;
  };
  EXPECT_TRUE(doubtful("tu duong dao duc", 0));
  EXPECT_FALSE(doubtful("TU họp", 0));
  EXPECT_TRUE(doubtful("ngã tư đường", 1));
  EXPECT_TRUE(doubtful("TU DUONG DAO DUC", 0));
  EXPECT_FALSE(doubtful("ubnd", 0));
  for (const auto& match : find_abbreviations("tỉnh ủy", analyze_words("tỉnh ủy")))
    for (const auto& alternative : match.alternatives) EXPECT_TRUE(alternative.weak);
}

}  // namespace
}  // namespace vankien
