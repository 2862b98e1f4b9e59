#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/extract/html_tree.h"

namespace vankien {

// What stands around the text of a web page. Pages are found by their text only when menus, counters,
// comments and the titles of other documents are gone – and a text must never be lost to tidiness: nothing
// that holds half of a page's letters is furniture, whatever its name.

/// Drops scripts, forms, hidden blocks, blocks named as menu, sidebar, comments …, and blocks of mere links.
void drop_furniture(HtmlTree& tree);

/// Follows the bulk of the text down into the page and drops what stands beside the way, except letterheads,
/// signatures, annexes and headings. Returns the element the way ends at: the text itself.
std::size_t drop_beside_main(HtmlTree& tree);

/// A line that a page's machinery wrote: `Số lượt xem: 363`, `Trực tuyến : 14`, `Quay lại`.
bool is_furniture_line(std::string_view line);

}  // namespace vankien
