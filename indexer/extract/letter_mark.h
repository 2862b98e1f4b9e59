#pragma once

#include <string_view>

namespace vankien {

// What the first bytes of a file (4 KB are enough) say of letters as they travel, whatever the file is called.

/// Whether they begin as a letter's head does (RFC 5322): fields alone, one a line, up to an empty line or to the end of
/// what there is, among them From and one more that every letter has. No paper begins so.
///     From: Lan <lan@x.vn>⏎Date: Mon, 4 May 2026 08:00:00 +0700⏎⏎Kính gửi …  →  true
bool is_letter_head(std::string_view bytes);

/// Whether a letter's head is that of a web page a browser or Word has saved (.mht): nobody sent it.
bool is_saved_page_head(std::string_view bytes);

}  // namespace vankien
