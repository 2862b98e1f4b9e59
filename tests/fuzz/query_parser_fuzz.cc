// Any bytes typed as a query are understood as something.
#include "searchd/search/query_parser.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  vankien::parse_query({reinterpret_cast<const char*>(data), size});
  return 0;
}
