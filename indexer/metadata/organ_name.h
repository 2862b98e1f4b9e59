#pragma once

#include <string>
#include <string_view>

#include "indexer/metadata/lines.h"

namespace vankien {

/// True if the cell is in capitals and begins like the name of an organ: TỈNH ỦY …, BAN TỔ CHỨC, UBND …
bool names_organ(const Cell& cell);
/// The same of a folded text, whatever its case on the paper.
bool begins_organ(std::u32string_view folded);

/// A folded name with the abbreviations of letterheads written out: "ubnd tỉnh" → "ủy ban nhân dân tỉnh".
std::u32string expand_organ(std::u32string_view folded);

/// A folded name in the capitals of prose, old tone placement:
///   tỉnh ủy đông giang                    →  Tỉnh ủy Đông Giang
///   ban chấp hành trung ương              →  Ban Chấp hành Trung ương
///   sở nông nghiệp và phát triển nông thôn → Sở Nông nghiệp và Phát triển nông thôn
/// Proper names are what no phrase of the table explains; after "tỉnh", "Huyện ủy" … every word is one.
/// Source: 36-HD/VPTW and Decree 30/2020/NĐ-CP annex II (capitals in the names of organs).
std::string spell_organ_name(std::u32string_view folded);

}  // namespace vankien
