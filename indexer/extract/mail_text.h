#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extract.h"

namespace vankien {

/// The UTF-8 of one text of a letter. What the letter says of its charset is believed where it is a charset of
/// Vietnamese or of another language; `us-ascii` and `iso-8859-1` are what mail programs write that know nothing,
/// so there the bytes decide: UTF-8, a legacy encoding of Vietnamese, at last windows-1252.
std::string utf8_of_mail(std::string_view bytes, const std::string& charset, std::vector<Warning>& warnings);

/// ".pdf" for "application/pdf"; "" for types that are not read.
std::string_view extension_of_type(std::string_view type);

}  // namespace vankien
