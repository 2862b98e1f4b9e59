// Any body that brings documents is an ApiError, or as many lines as it says, each an object of JSON.

#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "searchd/api/documents_payload.h"
#include "searchd/api/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  vankien::api::Request request;
  request.content_type = size % 2 == 0 ? "application/json" : "application/x-ndjson";
  request.body.assign(reinterpret_cast<const char*>(data), size);
  try {
    const auto payload = vankien::api::read_documents_payload(request);
    std::istringstream lines(payload.lines);
    std::uint64_t count = 0;
    for (std::string line; std::getline(lines, line); ++count)
      if (!nlohmann::json::parse(line).is_object()) std::abort();
    if (count != payload.count) std::abort();
  } catch (const vankien::api::ApiError&) {
  }
  return 0;
}
