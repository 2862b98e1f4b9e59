// 1. A picture is one thin page; a TIFF has as many as its chain of directories, in either byte order.
// 2. A chain that loops, leads out of the file or is too long ends.
// 3. The bytes decide what a picture is read as.
#include <gtest/gtest.h>

#include "indexer/extract/formats.h"
#include "indexer/extract/signature.h"
#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {
namespace {

using namespace std::literals;

/// A TIFF of empty directories that follow one another; the last leads to `last`.
std::string tiff_of(std::uint32_t pages, bool big_endian, std::uint32_t last = 0) {
  const auto number = [&](std::uint32_t value, int size) {
    std::string bytes;
    for (int i = 0; i < size; ++i)
      bytes += static_cast<char>(value >> 8 * (big_endian ? size - 1 - i : i) & 0xFF);
    return bytes;
  };
  std::string tiff = (big_endian ? "MM" : "II") + number(42, 2) + number(8, 4);
  for (std::uint32_t page = 1; page <= pages; ++page)
    tiff += number(0, 2) + number(page == pages ? last : 8 + 6 * page, 4);
  return tiff;
}

std::size_t pages_of(const std::string& tiff, const ExtractLimits& limits = {}) {
  const ExtractedText text = extract_tiff(tiff, limits);
  EXPECT_EQ(text.pages.size(), text.thin_pages.size());
  return text.pages.size();
}

TEST(PictureFile, CountsPages) {
  EXPECT_EQ(extract_picture("\x89PNG", {}).thin_pages, (std::vector<std::size_t>{1}));
  EXPECT_EQ(pages_of(tiff_of(1, false)), 1u);
  EXPECT_EQ(pages_of(tiff_of(17, false)), 17u);
  EXPECT_EQ(pages_of(tiff_of(17, true)), 17u);
}

TEST(PictureFile, HostileChainsEnd) {
  EXPECT_EQ(pages_of(tiff_of(3, false, 8)), 3u);  // back to the first
  EXPECT_EQ(pages_of(tiff_of(1, false, 0xFFFFFFFF)), 2u);
  EXPECT_EQ(error_code_of([] { extract_tiff(tiff_of(50, true), {.pages = 49}); }), "too_large");
  EXPECT_EQ(error_code_of([] { extract_tiff("II*\0"s, {}); }), "damaged");
}

TEST(PictureFile, BytesDecide) {
  EXPECT_EQ(format_of_bytes("jpg", "\x89PNG\r\n\x1A\n", {}), "png");
  EXPECT_EQ(format_of_bytes("docx", "\xFF\xD8\xFF\xE0", {}), "jpg");
  EXPECT_EQ(format_of_bytes("pdf", "MM\0*"s, {}), "tif");
  EXPECT_EQ(format_of_bytes("bmp", "BM....", {}), "bmp");
  EXPECT_EQ(format_of_bytes("txt", "BM....", {}), "txt");
  EXPECT_EQ(error_code_of([] { format_of_bytes("png", "no picture", {}); }), "damaged");
}

}  // namespace
}  // namespace vankien
