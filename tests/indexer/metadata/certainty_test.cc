// 1. What stands in its own place, or a person gave, is certain; what was taken from words about it is likely.
// 2. Anything else, places not known here among them, is unsure.

#include "indexer/metadata/certainty.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

TEST(Certainty, ByPlace) {
  EXPECT_EQ(certainty_of("date", "date line"), "certain");
  EXPECT_EQ(certainty_of("date", "own symbol"), "likely");
  EXPECT_EQ(certainty_of("date", "signature"), "unsure");
  EXPECT_EQ(certainty_of("signer", "signature"), "certain");
  EXPECT_EQ(certainty_of("type", "symbol"), "likely");
  EXPECT_EQ(certainty_of("type", "title line"), "certain");
  EXPECT_EQ(certainty_of("grade", "no stamp"), "likely");
  EXPECT_EQ(certainty_of("grade", "sidecar"), "certain");
  EXPECT_EQ(certainty_of("issuer", "a place of tomorrow"), "unsure");
}

}  // namespace
}  // namespace vankien
