#include "searchd/api/service.h"

#include <fmt/format.h>

#include "searchd/api/error.h"
#include "searchd/api/json_body.h"

namespace vankien::api {

void check_index(const Service& service, const std::string& uid) {
  if (uid != service.uid)
    throw ApiError(Code::kIndexNotFound, fmt::format("Index `{}` not found.", excerpt(uid)));
}

}  // namespace vankien::api
