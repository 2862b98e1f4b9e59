// Numbers in as few bytes as the largest needs:
// 1. each is told back as it was given, at every width;
// 2. the width is the least that holds all, and nothing where all are the same;
// 3. a pass sees the same numbers;
// 4. changed, they are what they would be made anew: longer or shorter, some others, all by another name, at every width.
#include "searchd/search/archive/packed_numbers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

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

TEST(PackedNumbers, AreChangedAsMadeAnew) {
  std::mt19937 random(5);
  for (const std::uint32_t most : {0u, 1u, 200u, 255u, 256u, 65535u, 65536u}) {
    for (std::size_t round = 0; round < 200; ++round) {
      const std::uint32_t other_most = round % 2 == 0 ? most : 70'000;
      std::vector<std::uint32_t> numbers(1 + random() % 9, round % 3 == 0 ? most : 0), now(most + 1);
      if (round % 3 != 0)
        for (auto& number : numbers) number = static_cast<std::uint32_t>(random() % (most + std::size_t{1}));
      for (auto& one : now) one = static_cast<std::uint32_t>(random() % (other_most + std::size_t{1}));
      const bool renumbered = random() % 2 == 0;
      const PackedNumbers before(numbers);
      const std::size_t size = random() % 12;
      if (renumbered)
        for (auto& number : numbers) number = now[number];
      numbers.resize(size, 0);
      PackedNumbers::Others others;
      for (std::size_t place = 0; place < 14; ++place) {
        if (random() % 3 != 0) continue;
        others.emplace_back(place, static_cast<std::uint32_t>(random() % (other_most + std::size_t{1})));
        if (place < size) numbers[place] = others.back().second;
      }
      const PackedNumbers changed(before, size, others, renumbered ? &now : nullptr);
      ASSERT_EQ(changed.size(), size);
      for (std::size_t i = 0; i < size; ++i) {
        EXPECT_EQ(changed[i], numbers[i]);
        const auto from = numbers.begin() + static_cast<std::ptrdiff_t>(i / 2);
        EXPECT_EQ(changed.find(numbers[i], i / 2),
                  static_cast<std::size_t>(std::find(from, numbers.end(), numbers[i]) - numbers.begin()));
      }
    }
  }
}

}  // namespace
}  // namespace vankien
