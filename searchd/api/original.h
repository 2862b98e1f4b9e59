#pragma once

#include <string_view>

#include "searchd/originals/originals.h"
#include "searchd/search/searcher.h"

namespace vankien::api {

/// What a stored document says of the file it was made of.
OriginalOf original_of(const StoredDocument& document);

/// The part of a file that a Range header asks for. Several ranges, and what is none, ask for the whole.
struct ByteRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;  ///< one past the last byte
  enum class Kind { kWhole, kPart, kImpossible } kind = Kind::kWhole;
};
///   "bytes=0-99" of 1000 → {0, 100, kPart}   "Bytes=-10" → {990, 1000, kPart}   "bytes=1000-" → kImpossible
ByteRange read_range(std::string_view header, std::uint64_t size);

/// Content-Disposition with a name in Vietnamese (RFC 6266, RFC 5987), and one in ASCII for clients that read no other.
///   (false, "Số 05.pdf") → inline; filename="S_ 05.pdf"; filename*=UTF-8''S%E1%BB%91%2005.pdf
std::string content_disposition(bool download, std::string_view name);

}  // namespace vankien::api
