// Reads any bytes as packed text and as a stored record: nothing but std::runtime_error may come out. Packed, they come back as they
// were.

#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "analyzers/schema/packed_text.h"
#include "analyzers/schema/record.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vankien;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (unpack(pack(bytes)) != bytes) std::abort();
  try {
    unpack(bytes);
  } catch (const std::runtime_error&) {
    // Refused, which is fine.
  }
  try {
    split_record(bytes);
  } catch (const std::runtime_error&) {
  }
  return 0;
}
