#pragma once

#include <leptonica/allheaders.h>

#include <cstddef>
#include <filesystem>
#include <memory>

#include "indexer/extract/extract.h"

namespace vankien {

struct DestroyPix {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PagePicture = std::unique_ptr<Pix, DestroyPix>;

/// Resolution of the pictures that are read. Measured on six pages of real documents (3,160 words, vie of tessdata_fast):
/// rendered at 300 dpi and halved, 97.1 % of the words come out right; rendered at 150 dpi 96.5 %, read at 300 dpi
/// 95.7 %: the engine cuts lines out with a rim of four pixels, and at 300 dpi that is less than the tone above a circumflex.
inline constexpr int kReadingDpi = 150;
inline constexpr int kRenderingDpi = 300;

/// The most pixels of a page at 300 dpi: an A2 sheet. What is larger is a plan or a map, or wants to be trouble.
inline constexpr double kMostPixels = 36e6;

/// One page (from 1) of a PDF, png, jpg, bmp or tif as a grey picture of kReadingDpi; null for a page that is blank.
/// Throws ExtractError: unreadable, damaged, encrypted, too_large, out_of_memory.
PagePicture picture_of_page(const std::filesystem::path& file, std::size_t page, const ExtractLimits& limits);

}  // namespace vankien
