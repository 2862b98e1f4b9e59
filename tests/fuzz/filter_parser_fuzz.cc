// Any bytes are a filter or a FilterError whose position lies within them.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "searchd/search/query/filter.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    vankien::parse_filter({reinterpret_cast<const char*>(data), size});
  } catch (const vankien::FilterError& error) {
    if (error.position() > size) std::abort();
  }
  return 0;
}
