#pragma once

#include <string>
#include <vector>

#include "analyzers/schema/record.h"
#include "indexer/extract/extract.h"
#include "indexer/metadata/metadata.h"

namespace vankien {

/// What stands above a letter's text: "Chủ đề: …", "Từ: …", "Đến: …", "Ngày: …", a line each.
struct LetterHead {
  std::string lines;
  std::string subject;
  std::string sent;  ///< 2024-03-05, by the sender's clock; empty if it says no date
};

/// Whether a text was read from a letter; its first page is then the head.
bool is_letter(const ExtractedText& text);

/// Takes the head off, so that nobody reads it as a letterhead. At least one page is left.
LetterHead take_letter_head(ExtractedText& text);

/// Puts the head back before the text, and into the record what the text itself did not say: the subject as
/// title, the day it was sent as date ("mail head" in provenance). Without a symbol it has no type. A stamp in the subject – "[MẬT] Gửi …",
/// "Tối mật: …" – counts like one on paper, and a subject that cannot be decoded may bear any: the highest grade.
/// Returns why a person must look at the grade.
std::vector<GradeDoubt> apply_letter_head(const LetterHead& head, Record& record,
                                          std::vector<std::string>& pages);

}  // namespace vankien
