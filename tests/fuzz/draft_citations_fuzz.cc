// Any bytes pasted as a draft: the citations lie within them, in order, and do not overlap.
#include <cstdlib>

#include "analyzers/schema/draft_citations.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  std::size_t at = 0;
  for (const auto& one : vankien::find_draft_citations({reinterpret_cast<const char*>(data), size})) {
    if (one.begin < at || one.end <= one.begin || one.end > size) std::abort();
    at = one.end;
  }
  return 0;
}
