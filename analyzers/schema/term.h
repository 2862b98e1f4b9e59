#pragma once

#include <string>
#include <string_view>

#include "analyzers/schema/schema.h"

namespace vankien {

/// As make_term (schema.h), in place of `term`: for those who make many. Tells what stands there.
std::string_view make_term(std::string_view prefix, std::string_view text, std::string& term);

/// make_term of a word, which has no prefix: nearly every one is its own term, and `room` is for the others.
inline std::string_view word_term(std::string_view word, std::string& room) {
  return 2 * word.size() <= kMostTermBytes ? word : make_term("", word, room);
}

}  // namespace vankien
