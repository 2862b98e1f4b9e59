#pragma once

#include <optional>
#include <string_view>

#include "indexer/metadata/letterhead.h"
#include "indexer/metadata/metadata.h"

namespace vankien {

/// The place whose body issued the paper: the province if the head names one, else the lowest unit it names, with its kind:
///   Ban Tổ chức Tỉnh ủy Đông Giang                 →  Đông Giang
///   ĐẢNG BỘ TỈNH ĐÔNG GIANG / HUYỆN ỦY THẠCH LÂM   →  Đông Giang   from "letterhead"
///   Đảng ủy phường Lĩnh Đông                       →  phường Lĩnh Đông
///   "Hà Giang, ngày 05 tháng 6 năm 2019"           →  Hà Giang     from "date line", if nothing else names one
/// Real provinces are spelled as in analyzers/schema/place.h. Central bodies have no place: they all sit in Hà Nội, and
/// would hide its own papers.
std::optional<Field> read_place(const Letterhead& head, std::string_view issuer, std::string_view level);

/// The same by the issuer alone, for records that come without a letterhead; from "issuer".
std::optional<Field> place_of_issuer(std::string_view issuer, std::string_view level);

}  // namespace vankien
