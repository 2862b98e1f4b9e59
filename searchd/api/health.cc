#include "searchd/api/endpoints.h"

namespace vankien::api {

Reply health(const Request&, const Service&) { return Reply::json({{"status", "available"}}); }

}  // namespace vankien::api
