// The numbers of terms.
// 1. A term has one number, whatever its bytes and length, and numbers come in order; what the caller keeps with it stays.
// 2. A pair is a term of its own: its bytes are asked for once, and a term of the same bytes that is looked up is another.
// 3. In order of their bytes, pairs among the others.

#include "indexer/writer/run/term_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace vankien {
namespace {

// Few different bytes, zero and high ones among them, so that terms meet again and begin alike.
std::string some_bytes(std::mt19937& random) {
  std::string made(1 + random() % 12, '\0');
  for (char& byte : made) byte = "\0\1a\xE1\xFF"[random() % 5];
  return made;
}

TEST(TermTable, NumbersTermsByTheirBytes) {
  std::mt19937 random(7);
  TermTable table;
  std::map<std::string, std::uint32_t> known;
  for (std::uint32_t i = 0; i < 200'000; ++i) {
    const std::string term = some_bytes(random);
    const auto [expected, fresh] = known.emplace(term, static_cast<std::uint32_t>(known.size()));
    TermTable::Slot& slot = table.find(term);
    ASSERT_EQ(slot.number, expected->second);
    ASSERT_EQ(slot.last, fresh ? 0 : expected->second + 1);
    ASSERT_EQ(table[slot.number], term);
    slot.last = slot.number + 1;
  }
  EXPECT_EQ(table.size(), known.size());
}

TEST(TermTable, KnowsPairsByTheirParts) {
  TermTable table;
  std::mt19937 random(8);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known;
  for (int i = 0; i < 100'000; ++i) {
    const auto left = static_cast<std::uint32_t>(random() % 300);
    const auto right = static_cast<std::uint32_t>(random() % 300);
    const auto [expected, fresh] =
        known.emplace(std::pair(left, right), static_cast<std::uint32_t>(known.size()));
    bool asked = false;
    const std::string bytes = std::to_string(left) + "," + std::to_string(right);
    const std::uint32_t number = table
                                     .find_pair(left, right,
                                                [&] {
                                                  asked = true;
                                                  return bytes;
                                                })
                                     .number;
    ASSERT_EQ(asked, fresh);
    ASSERT_EQ(number, expected->second);
    ASSERT_EQ(table[number], bytes);
  }
  EXPECT_EQ(table.size(), known.size());
  EXPECT_EQ(table.find("1,2").number, known.size());
}

TEST(TermTable, PutsAllInOrder) {
  TermTable table;
  std::mt19937 random(9);
  for (std::uint32_t i = 0; i < 2000; ++i) {
    table.find(some_bytes(random));
    table.find_pair(i % 40, i % 7, [&] { return "pair" + std::to_string(i); });
  }
  const auto order = table.in_order();
  ASSERT_EQ(order.size(), table.size());
  for (std::size_t i = 1; i < order.size(); ++i) ASSERT_LT(table[order[i - 1]], table[order[i]]);
}

}  // namespace
}  // namespace vankien
