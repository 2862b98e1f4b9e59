// Any bytes taken for a zip archive: an ExtractError, or members within the budget whose names are safe to make a path of.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/extract/member_name.h"
#include "indexer/extract/unpack.h"
#include "indexer/extract/utf.h"

namespace {

constexpr vankien::UnpackBudget kBudget{.members = 50, .bytes = 1u << 20};

void check_name(std::string_view given) {
  const std::string name = vankien::safe_member_name(given);
  const std::string walled = "/" + name + "/";
  const bool climbs = walled.find("/../") != std::string::npos || walled.find("/./") != std::string::npos ||
                      walled.find("//") != std::string::npos || name.find('\\') != std::string::npos;
  if (name.empty() || name.size() > 800 || climbs || vankien::first_bad_utf8(name)) std::abort();
  for (const char c : name)
    if (static_cast<unsigned char>(c) < ' ') std::abort();
}

class Counter : public vankien::UnpackSink {
 public:
  void text(const vankien::ExtractedText&) override { std::abort(); }
  void begin(const std::string& name, std::string_view) override {
    check_name(name);
    if (++members_ > kBudget.members) std::abort();
  }
  void bytes(std::string_view block) override {
    bytes_ += block.size();
    if (members_ == 0 || bytes_ > kBudget.bytes) std::abort();
  }
  void end() override {}
  void fail(const std::string& name, const vankien::ExtractError&) override { check_name(name); }

 private:
  std::size_t members_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check_name({reinterpret_cast<const char*>(data), size});
  const int file = memfd_create("archive", 0);
  if (file < 0 || write(file, data, size) != static_cast<ssize_t>(size)) std::abort();
  Counter counter;
  try {
    vankien::unpack_zip("/proc/self/fd/" + std::to_string(file), kBudget, {.input_bytes = 4u << 20}, counter);
  } catch (const vankien::ExtractError&) {
  }
  close(file);
  return 0;
}
