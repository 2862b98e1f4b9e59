// Any bytes: what is found lies inside the text and in order, and each reading is one word of the index's spelling that
// is not itself taken for keystrokes (but for boong and its like, which two readings share).
#include <cstdlib>

#include "analyzers/analyzer.h"
#include "analyzers/keystrokes.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::uint32_t last = 0;
  for (const auto& typed : vankien::find_keystrokes(text)) {
    if (typed.begin < last || typed.begin >= typed.end || typed.end > size || typed.readings.empty())
      std::abort();
    last = typed.end;
    for (const auto& reading : typed.readings) {
      const auto words = vankien::analyze_words(reading);
      if (words.size() != 1 || words[0].text != reading) std::abort();
      if (reading.find("oo") == reading.npos && !vankien::decode_keystrokes(reading).empty()) std::abort();
    }
  }
  vankien::decode_keystrokes(text);
  return 0;
}
