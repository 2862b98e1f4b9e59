#pragma once

#include <string>
#include <vector>

namespace vankien {

/// Letters of each page that may be the document's own, for telling a scan with a thin text layer from a
/// text: a running header (the same line on most pages, numbers aside) and the lines of a digital signature's
/// stamp do not count.
///
///     CÔNG BÁO/Số 88/Ngày 06-02-2026   101      on every page → 0 letters
std::vector<std::size_t> own_letters(const std::vector<std::string>& pages);

}  // namespace vankien
