#include "searchd/api/endpoints.h"

namespace vankien::api {

Reply version(const Request&, const Service& service) {
  return Reply::json({{"commitSha", service.version.commit_sha},
                      {"commitDate", service.version.commit_date},
                      {"pkgVersion", service.version.package}});
}

}  // namespace vankien::api
