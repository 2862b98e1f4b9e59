// Any bytes taken for a RTF file: an ExtractError or valid UTF-8 within the limits, nothing else.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/extract/formats.h"
#include "indexer/extract/utf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const vankien::ExtractLimits limits{.input_bytes = 4u << 20, .output_bytes = 1u << 20, .pages = 100};
  try {
    const auto text = vankien::extract_rtf({reinterpret_cast<const char*>(data), size}, limits);
    if (text.pages.empty() || text.pages.size() > limits.pages) std::abort();
    for (const auto& page : text.pages) {
      if (vankien::first_bad_utf8(page)) std::abort();
    }
  } catch (const vankien::ExtractError&) {
  }
  return 0;
}
