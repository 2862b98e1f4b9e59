#pragma once

#include <string>
#include <vector>

namespace vankien {

/// Grade and urgency may be stamped in a page header. A stamp that is overlooked makes a secret public, so
/// every header and footer is searched, whichever page it is for; otherwise they are no text. Lines of `pages`
/// that are stamps, in whatever encoding, are added to `stamps`, each once:
///     collect_stamps({"TỐI  MẬT\ntrang 2\n"}, stamps)    stamps == "TỐI  MẬT\n"
/// Any line end of unify_line_ends parts lines.
void collect_stamps(const std::vector<std::string>& pages, std::string& stamps);

/// The same, but only stamps that are no line of `text` already.
void collect_missing_stamps(const std::vector<std::string>& pages, const std::string& text,
                            std::string& stamps);

}  // namespace vankien
