// Any bytes: spans lie inside the text and in order, and the chain run on its own words changes nothing.
#include <cstdlib>

#include "analyzers/analyzer.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::uint32_t last = 0;
  for (const auto& token : vankien::analyze(text)) {
    if (token.begin >= token.end || token.end > size) std::abort();
    if (token.kind != vankien::TokenKind::kWord && token.kind != vankien::TokenKind::kNumber) continue;
    if (token.begin < last) std::abort();
    last = token.end;
    const auto again = vankien::analyze_words(token.text);
    if (again.size() == 1 && again[0].text != token.text) std::abort();
  }
  return 0;
}
