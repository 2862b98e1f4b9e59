// 1. A path is its own term; one too long for a term keeps its beginning, and two of these are told apart.

#include "analyzers/schema/path_term.h"

#include <gtest/gtest.h>

#include "analyzers/schema/schema.h"

namespace vankien {
namespace {

TEST(PathTerm, TellsPathsApart) {
  EXPECT_EQ(path_term("sample/tinh/05.docx"), "Psample/tinh/05.docx");
  const std::string folder = "kho/" + std::string(300, 'a') + "/";
  const std::string one = path_term(folder + "1.txt"), two = path_term(folder + "2.txt");
  EXPECT_LE(one.size(), kMostTermBytes);
  EXPECT_TRUE(one.starts_with("Pkho/aaa"));
  EXPECT_NE(one, two);
}

}  // namespace
}  // namespace vankien
