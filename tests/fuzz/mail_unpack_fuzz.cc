// Any bytes taken for a letter: an ExtractError, or valid UTF-8 and attachments within the limits, nothing else.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/extract/unpack.h"
#include "indexer/extract/utf.h"

namespace {

class Counter : public vankien::UnpackSink {
 public:
  void text(const vankien::ExtractedText& text) override {
    if (text.pages.size() != 2) std::abort();
    for (const auto& page : text.pages)
      if (vankien::first_bad_utf8(page)) std::abort();
  }
  void begin(const std::string& name, std::string_view) override {
    if (name.empty() || vankien::first_bad_utf8(name) || ++members_ > 100) std::abort();
  }
  void bytes(std::string_view) override {
    if (members_ == 0) std::abort();
  }
  void end() override {}
  void fail(const std::string&, const vankien::ExtractError&) override {}

 private:
  int members_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Counter sink;
  try {
    vankien::unpack_mail({reinterpret_cast<const char*>(data), size}, {.members = 100, .bytes = 1u << 20},
                         {.input_bytes = 4u << 20, .output_bytes = 1u << 20}, sink);
  } catch (const vankien::ExtractError&) {
  }
  return 0;
}
