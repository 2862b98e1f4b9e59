// 1. A page without a letterhead tells issuer and title where it cites its own number.
// 2. With a letterhead, of another number, or without an issuer's name, nothing is taken.

#include "indexer/metadata/own_citation.h"

#include <gtest/gtest.h>

#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

TEST(OwnCitation, TellsIssuerAndTitle) {
  const auto head = head_of(
      "Kết luận số 61-KL/TW\nKết luận số 61-KL/TW, ngày 02/3/2033 của Bộ Chính trị về đê biển. Ảnh\n");
  const auto found = read_own_citation(head, *parse_symbol("61-KL/TW"));
  EXPECT_EQ(value_of(found.issuer), "Bộ Chính trị");
  EXPECT_EQ(value_of(found.title), "Về đê biển");
  EXPECT_FALSE(read_own_citation(head, *parse_symbol("62-KL/TW")).issuer);
}

TEST(OwnCitation, TakesNothingElse) {
  const auto own = *parse_symbol("61-KL/TW");
  EXPECT_FALSE(read_own_citation(head_of("Theo 61-KL/TW, ngày 02/3/2033 của người dân về đê\n"), own).issuer);
  EXPECT_FALSE(
      read_own_citation(
          head_of("ĐẢNG CỘNG SẢN VIỆT NAM\nSố 61-KL/TW\nKẾT LUẬN\nvề 61-KL/TW của Bộ Chính trị về đê\n"), own)
          .issuer);
}

}  // namespace
}  // namespace vankien
