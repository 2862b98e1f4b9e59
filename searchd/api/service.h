#pragma once

#include <functional>
#include <memory>
#include <string>

#include "searchd/api/index.h"
#include "searchd/files/file_reader.h"
#include "searchd/spool/spool.h"

namespace vankien::api {

struct Version {
  std::string commit_sha = "unknown";
  std::string commit_date = "unknown";
  std::string package = "unknown";
};

/// What every endpoint is given besides its request.
struct Service {
  std::function<std::shared_ptr<const Index>()> open;  ///< the current snapshot; one call a request
  Version version = {};
  std::string uid = "vanban";  ///< the name of the one index
  std::shared_ptr<Spool> spool =
      {};  ///< where documents are handed over; none: nothing waits, and nothing is taken
  Originals originals = Originals();  ///< where the files lie that documents were made of
  std::shared_ptr<const FileReader> files = {};  ///< reads files that are sent; none: they are refused
};

/// Throws ApiError index_not_found for any other name.
void check_index(const Service& service, const std::string& uid);

}  // namespace vankien::api
