#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/api/endpoints.h"
#include "searchd/http/work.h"

namespace vankien::http {

/// One line of the table of routes; a part in braces stands for any one segment.
struct Route {
  std::string_view method;
  std::string_view path;  ///< /indexes/{uid}/search
  api::Reply (*endpoint)(const api::Request&, const api::Service&);
  Work work = Work::kShort;
  bool takes_files = false;  ///< its body may be a file that another program reads
};

std::span<const Route> routes();

/// Whether the segments of a request fit the path of a route.
bool fits(const Route& route, const std::vector<std::string>& segments);

}  // namespace vankien::http
