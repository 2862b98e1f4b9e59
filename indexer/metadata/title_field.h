#pragma once

#include <optional>
#include <string_view>

#include "indexer/metadata/letterhead.h"
#include "indexer/metadata/metadata.h"

namespace vankien {

/// What the document is about (trích yếu), on one line with a capital first letter: the lines under the type
/// line up to a rule, a blank line or the first words of the text; for letters "V/v …" under the symbol; for
/// laws the name under LUẬT. "CỦA BỘ CHÍNH TRỊ" and "HỘI NGHỊ LẦN THỨ …" between type and summary are the
/// issuer's, not the summary's. `issuer` as read_issuer spells it, empty if unknown: where lines ran together
/// its name may stand behind the summary.
std::optional<Field> read_title(const Letterhead& head, std::string_view issuer);

/// A summary as titles are kept: without "./." and colons at its ends, its first letter large. Nothing if no letter
/// is left. `from` is the field's origin.
std::optional<Field> finish_title(std::string title, const char* from);

}  // namespace vankien
