#pragma once

#include <filesystem>
#include <string_view>

#include "indexer/extract/extract.h"

namespace vankien {

// One function a format, each in the file named after it. All but one take the bytes of a whole file. They throw
// ExtractError, keep no state and may be called from several threads. What they return is valid UTF-8; letters in it
// that were legacy bytes are decoded afterwards, for all formats at once (legacy.h). A new format is one such function,
// declared here, and one line in the table of extract.cc.

/// Plain text: UTF-8, UTF-16 with or without its mark, or a legacy encoding of Vietnamese. A form feed parts
/// pages.
ExtractedText extract_text(std::string_view bytes, const ExtractLimits& limits);

/// A web page: its main text without menus, counters, related links and comments. One page.
ExtractedText extract_html(std::string_view bytes, const ExtractLimits& limits);

/// Office Open XML, as Word and LibreOffice write it.
ExtractedText extract_docx(std::string_view bytes, const ExtractLimits& limits);

/// Spreadsheets of Excel since 2007, as they show their cells. Each sheet is a page, its name the first line.
ExtractedText extract_xlsx(std::string_view bytes, const ExtractLimits& limits);

/// Slides of PowerPoint since 2007, in the order they are shown, each a page, the speaker's notes at its end.
ExtractedText extract_pptx(std::string_view bytes, const ExtractLimits& limits);

/// OpenDocument text, as LibreOffice writes it.
ExtractedText extract_odt(std::string_view bytes, const ExtractLimits& limits);

/// Rich Text Format.
ExtractedText extract_rtf(std::string_view bytes, const ExtractLimits& limits);

/// Word up to 2003, by the programs antiword and catdoc (program.h), which want the file itself.
ExtractedText extract_doc(const std::filesystem::path& file, const ExtractLimits& limits);

/// PDF; columns stay beside each other, parted by blanks. Pages without a text layer worth the name are thin_pages.
ExtractedText extract_pdf(std::string_view bytes, const ExtractLimits& limits);

/// A picture of a page (png, jpg, bmp): one thin page.
ExtractedText extract_picture(std::string_view bytes, const ExtractLimits& limits);

/// Pictures of pages in one file, as scanners and fax machines write it: as many thin pages.
ExtractedText extract_tiff(std::string_view bytes, const ExtractLimits& limits);

}  // namespace vankien
