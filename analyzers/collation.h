#pragma once

#include <string>
#include <string_view>

namespace vankien {

/// A byte string that sorts as Vietnamese readers expect (a ă â b c d đ …, tones second), by ICU's collation
/// for vi.
std::string collation_key(std::string_view text);

}  // namespace vankien
