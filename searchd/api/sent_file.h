#pragma once

#include <string>
#include <vector>

#include "searchd/api/request.h"
#include "searchd/api/service.h"
#include "searchd/files/file_reader.h"

namespace vankien::api {

/// The media type of a body, if it is one of `own`, which the endpoint reads itself; else empty: a file, to be read by
/// read_sent_file. Throws ApiError missing_content_type, invalid_content_type for what is neither, or no file can be read.
std::string own_content_type(const Request& request, const Service& service,
                             const std::vector<std::string>& own);

/// The text of the file that is the body. Throws ApiError missing_payload, unreadable_file, too_many_search_requests.
ReadFile read_sent_file(const Request& request, const Service& service);

}  // namespace vankien::api
