#pragma once

#include <string>

#include "indexer/extract/html_tree.h"

namespace vankien {

/// Lines in which a stamp would be lost, for collect_missing_stamps: those of the parts of a page that were dropped –
/// header, footer, title, what is hidden or stands beside the main text – and, of the whole page, stamps set in several
/// lines of one block, as one line. Only short ones: no stamp is long. What is chosen or followed (links, options,
/// labels, buttons) is no stamp.
///     <header><p>TUYỆT<br>MẬT</p><a href="/m">Mật</a></header>   →   "TUYỆT MẬT\nx\n"
std::string lines_beside_text(const HtmlTree& tree);

}  // namespace vankien
