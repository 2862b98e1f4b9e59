#pragma once

#include <cstdint>
#include <string>

#include "searchd/api/request.h"

namespace vankien::api {

/// Documents as they go to the spool: one JSON object a line, each byte as it was sent but for line feeds between
/// its fields.
struct DocumentsPayload {
  std::string lines;
  std::uint64_t count = 0;
};

/// Reads the body of a request that brings documents: an object or an array of objects (application/json), or an object
/// a line (application/x-ndjson). Only its form is looked at, and no tree is made of it. Throws ApiError as
/// read_json_body does, also for what is no object.
///   [{"id": 1,
///     "title": "Về rừng"}, {"id": 2}]   →  {"id": 1,     "title": "Về rừng"}↵{"id": 2}↵
DocumentsPayload read_documents_payload(const Request& request);

}  // namespace vankien::api
