// Any bytes asked what they are: a format that is read, or an ExtractError. A format told by bytes alone has a mark, so
// files without a name are opened for no other. A PDF whose pictures are called what they are is as long as before, and
// is not changed twice.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/extract/extract.h"
#include "indexer/extract/ole_container.h"
#include "indexer/extract/picture_colours.h"
#include "indexer/extract/signature.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vankien;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const ExtractLimits limits{.input_bytes = 1u << 20};
  for (const char* named : {"txt", "html", "doc", "docx", "pdf", "bmp", "xlsx", "zip"}) {
    try {
      const std::string format(format_of_bytes(named, bytes, limits));
      if (format_of("x." + format) != format) std::abort();
    } catch (const ExtractError&) {
    }
  }
  try {
    const std::string format(format_of_marked_bytes(bytes, limits));
    if (!format.empty() && (!has_mark(bytes.substr(0, 8)) || format_of("x." + format) != format))
      std::abort();
  } catch (const ExtractError&) {
  }
  try {
    ole_stream(bytes, "WordDocument", limits);
  } catch (const ExtractError&) {
  }
  const std::string coloured = with_true_colours(std::string(bytes));
  if (coloured.size() != size || with_true_colours(coloured) != coloured) std::abort();
  return 0;
}
