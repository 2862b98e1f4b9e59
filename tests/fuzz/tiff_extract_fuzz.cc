// Any bytes taken for a TIFF: an ExtractError or as many thin pages as the limits allow.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/extract/formats.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const vankien::ExtractLimits limits{.pages = 100};
  try {
    const auto text = vankien::extract_tiff({reinterpret_cast<const char*>(data), size}, limits);
    if (text.pages.empty() || text.pages.size() > limits.pages) std::abort();
    if (text.thin_pages.size() != text.pages.size()) std::abort();
  } catch (const vankien::ExtractError&) {
  }
  return 0;
}
