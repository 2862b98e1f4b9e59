#pragma once

#include "searchd/api/service.h"
#include "searchd/http/keys.h"
#include "searchd/http/server.h"
#include "searchd/http/static_files.h"

namespace vankien::http {

/// From a request as it came to an answer as it goes: reads the target, knows the caller, finds the route or
/// the file, turns what is wrong into its error. Free of sockets; a Server calls it.
class Door {
 public:
  Door(api::Service service, Keys keys, StaticFiles files);

  /// Whether a request goes to where documents are handed over, with a key that may.
  bool brings_documents(const RequestHead& head) const;

  /// Whether it goes to a route that may take a second and more.
  bool takes_long(const RequestHead& head) const;

  /// Throws only what is wrong inside.
  api::Reply operator()(const Incoming& incoming) const;

 private:
  api::Reply answer(const Incoming& incoming, std::string_view& route, std::string& caller) const;

  api::Service service_;
  Keys keys_;
  StaticFiles files_;
};

}  // namespace vankien::http
