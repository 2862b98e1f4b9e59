#pragma once

#include <string_view>

namespace vankien {

/// Whether what a citation calls the issuer can be the one of the archive's document: "Tỉnh ủy" and "BTV Tỉnh ủy" for "Tỉnh
/// ủy Đông Giang", not "Tỉnh ủy Nam Hải"; "Trung ương" for "Bộ Chính trị". True if one of them is not known.
bool issuers_agree(std::string_view said, std::string_view issuer);

}  // namespace vankien
