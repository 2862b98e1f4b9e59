#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "indexer/extract/extract.h"

namespace vankien {

/// What OCR read on one page: raw, as the engine gave it (ocr_text.h mends it).
struct OcrPage {
  std::string text;    ///< valid UTF-8; empty for a page without anything on it
  int confidence = 0;  ///< the engine's own, 0 to 100: mean over the words
};

/// The program that reads pages, beside the indexer's own: Tesseract brings fifty libraries, whose loading would cost
/// every small file 14 ms.
std::filesystem::path ocr_program(const std::filesystem::path& self_exe);

/// Reads one page (from 1) of a PDF or picture in a process of its own, bounded as extract_in_child says: limits.seconds is
/// the time of this page. Throws ExtractError as that does, and besides
///   missing_program  the engine or its Vietnamese is not installed; the message names the Debian package
///   too_large        a page of more than 36 million pixels at 300 dpi (A2 has 35)
OcrPage read_page_in_child(const std::filesystem::path& program, const std::filesystem::path& file,
                           std::size_t page, const ExtractLimits& limits);

/// What the result of a page depends on besides the file: "tesseract 5.3.0, vie 1f2e…, 300 dpi …".
/// Throws ExtractError missing_program.
std::string ocr_engine(const std::filesystem::path& program, const ExtractLimits& limits);

}  // namespace vankien
