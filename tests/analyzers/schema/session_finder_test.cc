// 1. Of words that come one by one, the meetings are those that read_sessions finds among all words.

#include "analyzers/schema/session_finder.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "analyzers/analyzer.h"

namespace vankien {
namespace {

std::string keys(const std::vector<SessionReading>& readings) {
  std::string out;
  for (const auto& reading : readings) out += reading.session.key() + ";";
  return out;
}

std::string find(std::string_view text) {
  SessionFinder finder;
  for (const Token& word : analyze_words(text)) finder.see(word.text, word.kind);
  return keys(finder.finish());
}

TEST(SessionFinder, FindsWhatAllWordsTell) {
  EXPECT_EQ(find("thực hiện Nghị quyết Trung ương 4 khóa XII, hội nghị lần thứ bảy Ban Chấp hành Trung ương "
                 "khóa XI"),
            "TW|4|XII;TW|7|XI;");
  EXPECT_EQ(find("đầu tư 5 khu, trung ương 6 tháng"), "");
  EXPECT_TRUE(rc::check("as read_sessions", [] {
    static const std::vector<std::string> kPieces = {
        "hội nghị", "hoi nghi", "trung ương", "ban chấp hành", "đảng bộ",      "thành phố",  "lần thứ",
        "tư",       "bảy",      "4",          "XII",           "khóa",         "nhiệm kỳ",   "2020-2025",
        "của",      "Đảng",     "đại hội",    "đại biểu",      "toàn quốc",    "nghị quyết", "NQTW",
        "NQ",       "kết luận", "HNTW",       "BCHTW",         "T.Ư",          "TW4",        "đầu tư",
        "thông tư", "mười hai", "xã",         "Đông Giang",    "mộtchữrấtdài", "và",         ".",
        "hn"};
    std::string text;
    for (const std::size_t piece :
         *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, kPieces.size())))
      text += kPieces[piece] + " ";
    RC_ASSERT(find(text) == keys(read_sessions(analyze_words(text))));
  }));
}

}  // namespace
}  // namespace vankien
