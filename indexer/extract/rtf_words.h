#pragma once

#include <string_view>

namespace vankien {

// What control words mean, without their backslash. Source: Rich Text Format (RTF) Specification 1.9.1.

/// Groups that are no text, or text said twice: `shprslt` repeats a text box for old programs, `nonesttables` a table in a
/// table.
bool is_rtf_no_text(std::string_view word);
/// Headers and footers: "headerf", "footer".
bool is_rtf_furniture(std::string_view word);
bool is_rtf_picture(std::string_view word);
/// Text boxes and footnotes, whose text stands apart from the line they are in.
bool is_rtf_box(std::string_view word);
/// The text a word stands for: "emdash" → "—", "tab" → "\t"; empty for others.
std::string_view rtf_sign(std::string_view word);

}  // namespace vankien
