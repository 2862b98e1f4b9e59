// Any bytes taken for an odt file, or for the XML inside one (its checksums would keep most changes out): an
// ExtractError or valid UTF-8 within the limits, nothing else.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/extract/formats.h"
#include "indexer/extract/odt_part.h"
#include "indexer/extract/utf.h"

namespace {

std::vector<std::string> pages_of(std::string_view bytes, const vankien::ExtractLimits& limits) {
  if (bytes.substr(0, 2) == "PK") return vankien::extract_odt(bytes, limits).pages;
  vankien::Flow flow(limits);
  vankien::OdtPart part(vankien::OdtPart::Region::body, flow);
  vankien::SaxParser parser("content.xml", part);
  for (std::size_t at = 0; at < bytes.size(); at += 1000) parser.feed(bytes.substr(at, 1000));
  parser.finish();
  return flow.take_pages();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const vankien::ExtractLimits limits{.input_bytes = 4u << 20, .output_bytes = 1u << 20, .pages = 100};
  try {
    const auto pages = pages_of({reinterpret_cast<const char*>(data), size}, limits);
    if (pages.empty() || pages.size() > limits.pages) std::abort();
    for (const auto& page : pages) {
      if (vankien::first_bad_utf8(page)) std::abort();
    }
  } catch (const vankien::ExtractError&) {
  }
  return 0;
}
