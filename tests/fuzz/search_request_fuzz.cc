// Any body of POST …/search is search parameters within their bounds, or an ApiError.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "searchd/api/error.h"
#include "searchd/api/json_body.h"
#include "searchd/api/search_params.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  vankien::api::Request request;
  request.content_type = "application/json";
  request.body.assign(reinterpret_cast<const char*>(data), size);
  try {
    const auto params = vankien::api::read_search_params(vankien::api::read_json_body(request));
    if (params.query.offset + params.query.limit > vankien::api::kMaxReach) std::abort();
    if (params.query.limit > vankien::api::kMaxHits) std::abort();
  } catch (const vankien::api::ApiError& error) {
    vankien::api::error_reply(error.code(), error.what());
  }
  return 0;
}
