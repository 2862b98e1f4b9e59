#pragma once

#include <string>
#include <string_view>

namespace vankien {

/// The lines of `all` that hold a word more often than `read` does, each on a line: what a reader lost. Words are
/// letters and digits; numbers that a reader added to a list do no harm, nor do soft hyphens.
///     lines_lost("Điều 1\nPhạm vi\n", "1. Điều 1\n")  →  "Phạm vi\n"
std::string lines_lost(std::string_view all, std::string_view read);

}  // namespace vankien
