// Any bytes: decoding gives valid UTF-8, repairing twice is repairing once, plain words stay.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzers/legacy/legacy_text.h"
#include "analyzers/mapped_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  const auto decoded = vankien::decode_legacy_bytes(bytes);
  if (!vankien::is_valid_utf8(decoded.text) || decoded.text.empty() != decoded.encodings.empty())
    std::abort();
  if (!vankien::is_valid_utf8(bytes)) return 0;
  const auto repaired = vankien::repair_legacy(bytes);
  if (!vankien::is_valid_utf8(repaired.text)) std::abort();
  if (repaired.encodings.empty() && repaired.text != bytes) std::abort();
  const auto again = vankien::repair_legacy(repaired.text);
  if (again.text != repaired.text) std::abort();
  for (const auto& reading : vankien::possible_readings(bytes))
    if (!vankien::is_valid_utf8(reading)) std::abort();
  return 0;
}
