#pragma once

#include <optional>
#include <string_view>

#include "indexer/metadata/letterhead.h"
#include "indexer/metadata/metadata.h"

namespace vankien {

/// The term of the committee that issued a party document: "XIII" for central organs, "2020-2025" below.
/// State papers have none. From what the document says of its own committee: the congress that issues it,
/// "Hội nghị lần thứ … khóa XII" as its title, "Căn cứ Quy chế làm việc … khóa XI". Terms of others it speaks
/// of ("Nghị quyết … khóa XII", "nhân sự nhiệm kỳ 2025-2030") do not count. Else derived from its date.
/// `level` and `date` as in Metadata, empty if unknown.
std::optional<Field> read_term(const Letterhead& head, System system, std::string_view issuer,
                               std::string_view level, std::string_view date);

/// The term a date falls in; empty before 1986 (central) and before 1996 (below).
std::string_view term_on(std::string_view level, std::string_view date);

}  // namespace vankien
