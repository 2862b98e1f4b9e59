// 1. A paper that a meeting adopted says so by its issuer, around its type line, or in its title.
// 2. Meetings the text only speaks of do not count.

#include "indexer/metadata/session_field.h"

#include <gtest/gtest.h>

#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

std::string session_of(const std::string& text, const char* issuer = "", const char* title = "") {
  const auto session = read_session(head_of("ĐẢNG CỘNG SẢN VIỆT NAM\n" + text), issuer, title);
  return session ? session->value + " " + session->from : "-";
}

TEST(Session, OwnMeeting) {
  EXPECT_EQ(session_of("NGHỊ QUYẾT\nHỘI NGHỊ LẦN THỨ BA BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA X\nvề chợ\n"),
            "3 title line");
  EXPECT_EQ(session_of("NGHỊ QUYẾT\nHỘI NGHỊ LẦN THỨ TÁM\nBAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG KHÓA XII\nvề chợ\n"),
            "8 title line");
  EXPECT_EQ(session_of("KẾT LUẬN HỘI NGHỊ TRUNG ƯƠNG 4 KHÓA XIII\nvề chợ\n"), "4 title line");
  EXPECT_EQ(session_of("ĐIỀU LỆ\nvề chợ\n", "Đại hội đại biểu toàn quốc lần thứ IX"), "đại hội letterhead");
}

TEST(Session, FromATitle) {
  const auto of = [](std::string_view title) {
    const auto session = session_of_title(title);
    return session ? session->value : "-";
  };
  EXPECT_EQ(of("Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII về chợ"), "6");
  EXPECT_EQ(of("Hội nghị lần thứ mười Ban Chấp hành Trung ương Đảng khóa XI về chợ"), "10");
  EXPECT_EQ(
      of("Nghị quyết số 04-NQ/TW, ngày 30/10/2016 Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII"),
      "4");
  EXPECT_EQ(of("Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI"), "đại hội");
  EXPECT_EQ(of("Về việc thực hiện Nghị quyết Trung ương 4 khóa XII"), "-");
  EXPECT_EQ(of("Kế hoạch thực hiện Nghị quyết Hội nghị Trung ương 4 khóa XII"), "-");
  EXPECT_EQ(of("Tổ chức hội nghị lần thứ nhất"), "-");
}

TEST(Session, OfOthersDoesNotCount) {
  EXPECT_EQ(
      session_of("KẾ HOẠCH\nthực hiện Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII\n",
                 "Tỉnh ủy", "Thực hiện Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII"),
      "-");
  EXPECT_EQ(session_of("QUYẾT ĐỊNH\nvề chợ\nCăn cứ Nghị quyết Đại hội XIII;\n"), "-");
}

}  // namespace
}  // namespace vankien
