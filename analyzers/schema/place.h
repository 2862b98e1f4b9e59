#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vankien {

/// A province or city under the centre, past or present, as the archive spells it: "bà rịa-vũng tàu" → "Bà Rịa - Vũng
/// Tàu", "Đăk Lăk" → "Đắk Lắk". Empty for any other text.
std::string_view province_name(std::string_view text);

/// The units of today in which a place lies: "Hà Giang" → {"Tuyên Quang"}, "Hải Hưng" → {"Hải Phòng", "Hưng Yên"}.
/// Of a place the table does not know (a commune, a made-up province) the place itself. Source: data/provinces.inc.
std::vector<std::string> todays_places(std::string_view place);

}  // namespace vankien
