// 1. Meetings are found in running text under every name they have, with their term where it is said.
// 2. Without "hội nghị", a type before or a term behind, "trung ương 4" is no meeting.

#include "analyzers/schema/session.h"

#include <gtest/gtest.h>

#include "analyzers/analyzer.h"

namespace vankien {
namespace {

std::string read(std::string_view text) {
  std::string out;
  const Tokens words = analyze_words(text);
  for (const auto& reading : read_sessions(words)) out += (out.empty() ? "" : " ; ") + reading.session.key();
  return out;
}

TEST(Sessions, AreFoundInRunningText) {
  struct Row {
    const char* text;
    const char* keys;
  };
  static constexpr Row kRows[] = {
      {"thực hiện Nghị quyết Trung ương 4 khóa XII và Kết luận số 21-KL/TW", "TW|4|XII"},
      {"tại Hội nghị lần thứ bảy Ban Chấp hành Trung ương (khóa XII) về cải cách", "TW|7|XII"},
      {"chào mừng Đại hội đại biểu toàn quốc lần thứ XIV của Đảng; đại hội XIII", "TW|ĐH|XIV ; TW|ĐH|XIII"},
      {"quán triệt NQTW5 khóa XII, NQTW 6", "TW|5|XII ; TW|6|"},
      {"Nghị quyết Trung ương 6", "TW|6|"},
      {"Hội nghị Trung ương 6, khóa XII", "TW|6|XII"},
      {"các cơ quan trung ương 6 tháng đầu năm", ""},
      {"hội nghị lần thứ nhất của cấp ủy", ""},
      {"đại hội thành viên lần thứ hai", ""},
  };
  for (const Row& row : kRows) EXPECT_EQ(read(row.text), row.keys) << row.text;
}

}  // namespace
}  // namespace vankien
