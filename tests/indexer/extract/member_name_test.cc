// 1. No name leads out of its container, none is empty, none is endless; two long names stay two.
// 2. A name met again gets a number.

#include "indexer/extract/member_name.h"

#include <gtest/gtest.h>

#include "analyzers/mapped_text.h"

namespace vankien {
namespace {

TEST(MemberName, IsSafe) {
  const std::pair<const char*, const char*> table[] = {
      {"năm 2022/05-NQ.docx", "năm 2022/05-NQ.docx"},
      {"../../x", "x"},
      {"/etc/passwd", "etc/passwd"},
      {"C:\\thư mục\\a.txt", "thư mục/a.txt"},
      {"a/./b//c", "a/b/c"},
      {"a\nb\x7F", "a_b_"},
      {"", "không tên"},
      {"..", "không tên"},
      {"\xFF.txt", "\uFFFD.txt"},
  };
  for (const auto& [name, safe] : table) EXPECT_EQ(safe_member_name(name), safe) << name;
}

TEST(MemberName, IsNotEndless) {
  std::string longest;
  for (int i = 0; i < 5000; ++i) longest += "ế";
  const std::string one = safe_member_name(longest + "1.docx");
  const std::string other = safe_member_name(longest + "2.docx");
  EXPECT_LE(one.size(), 200u);
  EXPECT_TRUE(one.ends_with(".docx"));
  EXPECT_TRUE(is_valid_utf8(one));
  EXPECT_NE(one, other);
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "thư mục/";
  EXPECT_LE(safe_member_name(deep + "a.txt").size(), 800u);
}

TEST(MemberName, IsUnique) {
  std::set<std::string> taken;
  EXPECT_EQ(unique_member_name("t.m/a.docx", taken), "t.m/a.docx");
  EXPECT_EQ(unique_member_name("t.m/a.docx", taken), "t.m/a (2).docx");
  EXPECT_EQ(unique_member_name("t.m/a.docx", taken), "t.m/a (3).docx");
  EXPECT_EQ(unique_member_name("t.m/b", taken), "t.m/b");
  EXPECT_EQ(unique_member_name("t.m/b", taken), "t.m/b (2)");
}

}  // namespace
}  // namespace vankien
