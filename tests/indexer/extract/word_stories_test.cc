// 1. Every letter of a document is there: body, table, box, note on one side, headers and footers on the other.
// 2. Fonts from before Unicode keep their bytes, the letter ư among them, however it was written.
// 3. Damaged tables are no answer; damaged containers and passwords are errors.
// data/watering.doc and data/cellar.doc were made by LibreOffice from texts of our own.
#include "indexer/extract/word_stories.h"

#include <gtest/gtest.h>

#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {
namespace {

const std::filesystem::path kData = std::filesystem::path(VANKIEN_SOURCE_DIR) / "tests/indexer/extract/data";

TEST(WordStories, EveryLetter) {
  const auto stories = read_word_stories(bytes_of(kData / "watering.doc"), {});
  ASSERT_TRUE(stories);
  for (const char* part : {"Số 12-KH/HU\n", "Trừ ngày mưa lớn.", "HỎA TỐC\n", "Vườn ươm Đồi Sim\n1.250\n"})
    EXPECT_NE(stories->text.find(part), std::string::npos) << part << "in\n" << stories->text;
  EXPECT_NE(stories->furniture.find("TỐI MẬT\ntrang đầu\n"), std::string::npos) << stories->furniture;
  EXPECT_EQ(stories->text.find("trang đầu"), std::string::npos);
  EXPECT_FALSE(stories->hyphens_as_letters);
}

TEST(WordStories, TheLetterThatLooksLikeAHyphen) {
  const std::string by_office = bytes_of(kData / "cellar.doc");  // which writes 0xAD as an optional hyphen
  const auto stories = read_word_stories(by_office, {});
  ASSERT_TRUE(stories);
  EXPECT_TRUE(stories->hyphens_as_letters);
  EXPECT_NE(stories->furniture.find("L­u hµnh néi bé\n"), std::string::npos) << stories->furniture;

  const std::string by_word = with_letters_as_word_does(by_office);
  const auto same = read_word_stories(by_word, {});
  ASSERT_TRUE(same);
  EXPECT_FALSE(same->hyphens_as_letters);
  EXPECT_EQ(same->text, stories->text);
  EXPECT_EQ(same->furniture, stories->furniture);
}

TEST(WordStories, DamagedFiles) {
  const std::string good = bytes_of(kData / "watering.doc");
  const auto head = good.find(std::string_view("\xEC\xA5", 2));
  ASSERT_NE(head, std::string::npos);
  const auto with = [&](std::size_t at, std::string_view bytes) {
    std::string changed = good;
    changed.replace(head + at, bytes.size(), bytes);
    return changed;
  };
  const std::string_view far("\xFF\xFF\xFF\x7F", 4);
  EXPECT_FALSE(read_word_stories(with(0x4C, far), {}));            // a body longer than the text
  EXPECT_FALSE(read_word_stories(with(0x1A2, far), {}));           // a piece table outside its stream
  EXPECT_FALSE(read_word_stories(with(0x02, {"\x65\0", 2}), {}));  // Word 6
  const auto code = [](const std::string& bytes, ExtractLimits limits = {}) {
    return error_code_of([&] { read_word_stories(bytes, limits); });
  };
  EXPECT_EQ(code(with(0x0B, "\x01")), "encrypted");
  EXPECT_EQ(code(good.substr(0, good.size() / 2)), "damaged");
  EXPECT_EQ(code("xin chào"), "damaged");
  EXPECT_EQ(code(""), "damaged");
  EXPECT_EQ(code(good, {.output_bytes = 10}), "too_large");
}

}  // namespace
}  // namespace vankien
