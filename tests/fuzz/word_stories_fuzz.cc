// Any bytes taken for a Word 97 document: its letters as valid UTF-8 within the limits, nothing, or an ExtractError.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzers/mapped_text.h"
#include "indexer/extract/word_stories.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const vankien::ExtractLimits limits{.input_bytes = 4u << 20, .output_bytes = 1u << 20, .pages = 100};
  try {
    const auto stories = vankien::read_word_stories({reinterpret_cast<const char*>(data), size}, limits);
    if (!stories) return 0;
    if (vankien::first_bad_utf8(stories->text) || vankien::first_bad_utf8(stories->furniture)) std::abort();
  } catch (const vankien::ExtractError&) {
  }
  return 0;
}
