// Any line: what is parted from it and the rest say what a parser of the whole line says.

#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "analyzers/mapped_text.h"
#include "indexer/records/line_body.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using nlohmann::ordered_json;
  const std::string line(reinterpret_cast<const char*>(data), size);
  if (!vankien::is_valid_utf8(line)) return 0;
  const auto parted = vankien::part_body(line);
  if (!parted) return 0;
  ordered_json whole = ordered_json::parse(line, nullptr, false);
  const ordered_json rest = ordered_json::parse(parted->rest, nullptr, false);
  if (whole.is_discarded() != rest.is_discarded()) std::abort();
  if (whole.is_discarded()) return 0;
  if (whole["body"] != parted->body) std::abort();
  whole["body"] = "";
  if (whole != rest) std::abort();
  return 0;
}
