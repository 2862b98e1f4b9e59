// Any bytes typed as a query are understood as something.
#include "searchd/search/query/query_parser.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view q(reinterpret_cast<const char*>(data), size);
  // Every field means something in one run, none in the other.
  for (const bool known : {false, true})
    vankien::parse_query(q, {false, [&](auto, auto) {
                               return known ? std::optional<vankien::FieldMeaning>(std::in_place)
                                            : std::nullopt;
                             }});
  vankien::parse_query(q, {true, {}});
  return 0;
}
