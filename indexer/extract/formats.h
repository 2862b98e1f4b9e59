#pragma once

#include <filesystem>
#include <string_view>

#include "indexer/extract/extract.h"

namespace vankien {

// One function a format, each in the file named after it. All but one take only the bytes of a whole file. They throw
// ExtractError, keep no state and may be called from several threads. What they return is valid UTF-8; letters in it
// that were legacy bytes are decoded afterwards, for all formats at once (legacy.h). A new format is one such function,
// declared here, one line in the table of extract.cc, and one for each ending in format_of.cc.

/// Plain text: UTF-8, UTF-16 with or without its mark, or a legacy encoding of Vietnamese. A form feed parts
/// pages.
ExtractedText extract_text(std::string_view bytes, const ExtractLimits& limits);

/// A web page: its main text without menus, counters, related links and comments. One page.
ExtractedText extract_html(std::string_view bytes, const ExtractLimits& limits);

/// Office Open XML, as Word and LibreOffice write it.
ExtractedText extract_docx(std::string_view bytes, const ExtractLimits& limits);

/// Spreadsheets of Excel since 2007, as they show their cells. Each sheet is a page, its name the first line.
ExtractedText extract_xlsx(std::string_view bytes, const ExtractLimits& limits);

/// Slides of PowerPoint since 2007, in the order they are shown, each a page, the speaker's notes at its end. Of
/// layouts and masters only the stamps.
ExtractedText extract_pptx(std::string_view bytes, const ExtractLimits& limits);

/// OpenDocument text, as LibreOffice writes it.
ExtractedText extract_odt(std::string_view bytes, const ExtractLimits& limits);

/// Rich Text Format.
ExtractedText extract_rtf(std::string_view bytes, const ExtractLimits& limits);

/// Word up to 2003, by the program antiword (program.h), which wants the file itself, where it loses nothing, else by
/// LibreOffice. Stamps come from the document's own tables (word_stories.h): none is overlooked.
ExtractedText extract_doc(const std::filesystem::path& file, std::string_view bytes,
                          const ExtractLimits& limits);

/// Excel and PowerPoint up to 2003, OpenDocument sheets and slides: LibreOffice writes them anew (office.h).
ExtractedText extract_xls(std::string_view bytes, const ExtractLimits& limits);
ExtractedText extract_ppt(std::string_view bytes, const ExtractLimits& limits);
ExtractedText extract_ods(std::string_view bytes, const ExtractLimits& limits);
ExtractedText extract_odp(std::string_view bytes, const ExtractLimits& limits);

/// PDF; columns stay beside each other, parted by blanks. Pages without a text layer worth the name are thin_pages.
ExtractedText extract_pdf(std::string_view bytes, const ExtractLimits& limits);

/// A picture of a page (png, jpg, bmp): one thin page.
ExtractedText extract_picture(std::string_view bytes, const ExtractLimits& limits);

/// Pictures of pages in one file, as scanners and fax machines write it: as many thin pages.
ExtractedText extract_tiff(std::string_view bytes, const ExtractLimits& limits);

}  // namespace vankien
