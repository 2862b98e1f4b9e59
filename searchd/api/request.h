#pragma once

#include <string>
#include <vector>

#include "searchd/search/archive/clearance.h"

namespace vankien::api {

/// Who asks. The clearance comes from the key alone; without one it is the lowest.
struct Caller {
  std::string name;
  Clearance clearance = Grade::kOpen;
  bool may_write = false;  ///< may hand documents over, up to the clearance
};

struct Parameter {
  std::string name;
  std::string value;
};

/// One request, free of sockets. Segments and parameters are percent-decoded, valid UTF-8; names are unique.
///   GET /indexes/vanban/documents/05%2FTU?fields=title
///   → segments {"indexes", "vanban", "documents", "05/TU"}, query {{"fields", "title"}}
struct Request {
  std::string method;  ///< GET also for HEAD
  std::vector<std::string> segments;
  std::vector<Parameter> query;
  std::string content_type;  ///< as sent; empty = none
  std::string body;
  Caller caller;
  std::string range = {};  ///< headers as sent; empty = none
  std::string if_range = {};
};

}  // namespace vankien::api
