#pragma once

#include <leptonica/allheaders.h>

#include <string>

#include "indexer/extract/ocr_child.h"

namespace vankien {

/// Reads a picture of kReadingDpi with Tesseract's Vietnamese. Columns of a letterhead stay on one line, parted by blanks.
/// A new engine for each page: what it read before must not change what it reads next.
/// A page that lies on its side or on its head is turned first, where the Debian package tesseract-ocr-osd is installed.
/// On a first page stamps of secrecy (extract/stamps.h) are looked for a second time, anywhere in its upper half: the engine
/// takes one that stands alone for a stain now and then. What it finds so becomes the first lines of the text.
/// Throws ExtractError missing_program if its data is not installed.
OcrPage read_picture(Pix* picture, bool first_page);

/// See ocr_engine (ocr_child.h).
std::string engine_name();

}  // namespace vankien
