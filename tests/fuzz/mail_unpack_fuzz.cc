// Any bytes taken for a letter, and for a web page saved in one file: an ExtractError, or valid UTF-8 and attachments within the limits, nothing else.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/extract/unpack.h"
#include "indexer/extract/utf.h"

namespace {

class Counter : public vankien::UnpackSink {
 public:
  explicit Counter(std::size_t pages) : pages_(pages) {}
  void text(const vankien::ExtractedText& text) override {
    if (text.pages.size() != pages_) std::abort();
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
  std::size_t pages_;
  int members_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const vankien::ExtractLimits limits{.input_bytes = 4u << 20, .output_bytes = 1u << 20};
  try {
    Counter letter(2);
    vankien::unpack_mail(bytes, {.members = 100, .bytes = 1u << 20}, limits, letter);
  } catch (const vankien::ExtractError&) {
  }
  try {
    Counter page(1);
    vankien::unpack_web_page(bytes, limits, page);
  } catch (const vankien::ExtractError&) {
  }
  return 0;
}
