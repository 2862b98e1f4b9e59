// Numbers in as few bytes as the largest needs:
// 1. each is told back as it was given, at every width;
// 2. the width is the least that holds all, and nothing where all are the same;
// 3. a pass sees the same numbers.
#include "searchd/search/archive/packed_numbers.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

TEST(PackedNumbers, TellsBackWhatWasGiven) {
  const struct {
    std::vector<std::uint32_t> numbers;
    std::size_t width;
  } cases[] = {
      {{}, 0},       {{0, 0, 0}, 0},  {{7, 7}, 0},        {{0, 1}, 1},           {{255, 0, 3}, 1},
      {{256, 0}, 2}, {{1, 65535}, 2}, {{1, 65536, 2}, 4}, {{4294967295u, 0}, 4},
  };
  for (const auto& [numbers, width] : cases) {
    const PackedNumbers packed(numbers);
    EXPECT_EQ(packed.width(), width);
    ASSERT_EQ(packed.size(), numbers.size());
    std::vector<std::uint32_t> one_by_one, in_a_pass;
    for (std::size_t i = 0; i < numbers.size(); ++i) one_by_one.push_back(packed[i]);
    packed.visit([&](const auto& all) {
      for (std::size_t i = 0; i < numbers.size(); ++i) in_a_pass.push_back(all[i]);
    });
    EXPECT_EQ(one_by_one, numbers);
    EXPECT_EQ(in_a_pass, numbers);
  }
}

}  // namespace
}  // namespace vankien
