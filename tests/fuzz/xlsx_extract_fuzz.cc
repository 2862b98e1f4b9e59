// Any bytes taken for an xlsx file, or for the XML inside one (its checksums would keep most changes out): an
// ExtractError or valid UTF-8 within the limits, nothing else.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/extract/formats.h"
#include "indexer/extract/utf.h"
#include "indexer/extract/xlsx_parts.h"

namespace {

template <typename Part>
Part parsed(std::string_view bytes) {
  Part part;
  vankien::SaxParser parser("part.xml", part);
  parser.feed(bytes);
  parser.finish();
  return part;
}

std::vector<std::string> pages_of(std::string_view bytes, const vankien::ExtractLimits& limits) {
  if (bytes.substr(0, 2) == "PK") return vankien::extract_xlsx(bytes, limits).pages;
  vankien::Flow flow(limits);
  // The same XML says the formats, the strings and the sheet.
  const vankien::SharedStrings strings = parsed<vankien::SharedStrings>(bytes);
  const vankien::NumberFormats formats = parsed<vankien::NumberFormats>(bytes);
  vankien::SheetPart part(flow, strings, formats, false);
  vankien::SaxParser parser("sheet1.xml", part);
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
