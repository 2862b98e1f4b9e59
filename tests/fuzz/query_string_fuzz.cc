// Any bytes are a target or an ApiError; what is read is UTF-8 and its names are unique. The head of a
// request likewise is read or refused.

#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>

#include "searchd/api/error.h"
#include "analyzers/mapped_text.h"
#include "searchd/http/query_string.h"
#include "searchd/http/request_head.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto head = vankien::http::read_head(bytes, 1 << 20);
  if (const auto* read = std::get_if<vankien::http::RequestHead>(&head);
      read != nullptr && read->target.front() != '/')
    std::abort();
  try {
    const vankien::http::Target target = vankien::http::read_target(bytes);
    std::set<std::string> names;
    for (const auto& segment : target.segments)
      if (!vankien::is_valid_utf8(segment) || segment.empty()) std::abort();
    for (const auto& parameter : target.query)
      if (!names.insert(parameter.name).second || !vankien::is_valid_utf8(parameter.value)) std::abort();
  } catch (const vankien::api::ApiError&) {
  }
  return 0;
}
