#pragma once

#include <array>
#include <set>
#include <string>
#include <vector>

#include "searchd/search/archive/columns.h"

namespace vankien {

/// Gives values that a filter takes for the same (they differ in case, tone placement or punctuation) one spelling, so that they are
/// counted as one and a count is the total of what it links to: the spelling that most documents of a clearance have, of
/// several the one with the smallest bytes.
///   Tỉnh ủy Hòa Bình (40 documents), Tỉnh uỷ Hoà Bình (3)   →   Tỉnh ủy Hòa Bình
///   tỉnh > Tỉnh uỷ Hoà Bình                                 →   tỉnh > Tỉnh ủy Hòa Bình: trees name a level as it is named alone
/// `read`: the columns of all databases of the clearance as they were read. `columns`: the same, or those of the clearance
/// below, which are changed; columns without such values, or spelled so already, stay shared. Numbers have one spelling.
/// `candidates`: by attribute, the folded values that may have several, if that is known; else all are looked at.
/// Tells those that have.
using FoldedValues = std::array<std::set<std::string>, kAttributeCount>;
FoldedValues respell(const std::vector<const Columns*>& read, std::vector<Columns>& columns,
                     const FoldedValues* candidates = nullptr);

/// The folded values of one document.
void add_values(const Columns& columns, Xapian::docid document, FoldedValues& values);

}  // namespace vankien
