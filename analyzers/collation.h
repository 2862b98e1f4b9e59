#pragma once

#include <string>
#include <string_view>

namespace vankien {

/// A byte string that sorts as Vietnamese readers expect (a ă â b c d đ …, tones second; numbers by their value: 9-NQ
/// before 10-NQ), by ICU's collation for vi. Texts that differ may have one key: 9-NQ and 09-NQ.
std::string collation_key(std::string_view text);

}  // namespace vankien
