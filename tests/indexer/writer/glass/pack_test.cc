// 1. Numbers in keys sort as numbers do, and are written as Xapian's comment says.
// 2. A term with zero bytes sorts behind what follows a shorter one.

#include "indexer/writer/glass/pack.h"

#include <gtest/gtest.h>

#include <vector>

namespace vankien::glass {
namespace {

std::string sortable(std::uint32_t value) {
  std::string made;
  append_sortable(made, value);
  return made;
}

std::string key(std::string_view term) {
  std::string made;
  append_key_text(made, term);
  return made;
}

TEST(GlassPack, WritesSortableNumbers) {
  EXPECT_EQ(sortable(5), std::string("\x00\x05", 2));
  EXPECT_EQ(sortable(0x7FFF), "\x7F\xFF");
  EXPECT_EQ(sortable(0x8000), std::string("\x80\x80\x00", 3));
  EXPECT_EQ(sortable(0x123456), "\x92\x34\x56");
  EXPECT_EQ(sortable(0x12345678), "\xD2\x34\x56\x78");
  EXPECT_EQ(sortable(0xFFFFFFFF), "\xE0\xFF\xFF\xFF\xFF");
}

TEST(GlassPack, SortsNumbersAsNumbers) {
  std::vector<std::uint32_t> numbers = {0};
  for (std::uint64_t power = 1; power <= 0xFFFFFFFF; power *= 2)
    for (const std::uint64_t number : {power, power + 1, 2 * power - 1})
      if (number > numbers.back()) numbers.push_back(static_cast<std::uint32_t>(number));
  for (std::size_t i = 1; i < numbers.size(); ++i)
    EXPECT_LT(sortable(numbers[i - 1]), sortable(numbers[i])) << numbers[i];
}

TEST(GlassPack, SortsTermsAsTheirBytes) {
  using namespace std::literals;
  EXPECT_EQ(key("a\0b"sv), "a\0\xFF"s + "b");
  for (const std::uint32_t number : {0u, 1u, 0xFFFFFFFFu})
    EXPECT_LT(key("a") + '\0' + sortable(number), key("a\0"sv)) << number;
}

}  // namespace
}  // namespace vankien::glass
