#pragma once

#include <string>

#include "searchd/api/reply.h"
#include "searchd/api/request.h"
#include "searchd/api/service.h"

namespace vankien::api {

/// What the endpoints that hand work over have in common.

/// Throws ApiError (missing_authorization_header, invalid_api_key) unless the caller's key may write.
void check_writer(const Request& request);

/// Puts work for the indexer on disk; `lines` is what it brings, `task` all but its index, uid and times.
///   202 {taskUid, indexUid, status: "enqueued", type, enqueuedAt}
Reply accept(const Request& request, const Service& service, Handover task, const std::string& lines);

}  // namespace vankien::api
