#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vankien {

/// A letter of a short form, folded, with the small ones after it: Th of ThU.
struct Initial {
  char32_t letter = 0;
  std::u32string small;
};

/// The words that the initials are of, each of one and in order; only words such as "và", "của" may have none. `words` go back from
/// the last one, their letters in NFC. Returns the place of the word of the first letter; nothing if they are of other words.
///   C B Đ V, {viên, đảng, bộ, cán, các}  →  3
std::optional<std::size_t> find_expansion(const std::vector<Initial>& initials,
                                          const std::vector<std::u32string_view>& words);

}  // namespace vankien
