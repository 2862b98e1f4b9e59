// Any bytes are a position or an ApiError; what is read is written as it was.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "searchd/api/cursor.h"
#include "searchd/api/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string cursor(reinterpret_cast<const char*>(data), size);
  const std::string bond = vankien::api::cursor_bond({{"q", "rừng"}});
  try {
    const vankien::Position position = vankien::api::decode_cursor(cursor, bond);
    if (vankien::api::decode_cursor(vankien::api::encode_cursor(position, bond), bond) != position)
      std::abort();
  } catch (const vankien::api::ApiError&) {
  }
  return 0;
}
