#include "indexer/extract/formats.h"
#include "indexer/extract/rtf_reader.h"

namespace vankien {

ExtractedText extract_rtf(std::string_view bytes, const ExtractLimits& limits) {
  return RtfReader(bytes, limits).read();
}

}  // namespace vankien
