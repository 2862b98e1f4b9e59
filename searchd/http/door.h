#pragma once

#include "searchd/api/service.h"
#include "searchd/http/keys.h"
#include "searchd/http/routes.h"
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

  /// Whether it brings a file that another program reads, or plain text, which may be as long.
  bool sends_file(const RequestHead& head) const;

  /// What answering it may take.
  Work work_of(const RequestHead& head) const;

  /// Throws only what is wrong inside; IndexUnreadable is worth one more try, with the newest generation: what cannot be
  /// read `again` either is answered 503, never in part.
  api::Reply operator()(const Incoming& incoming, bool again = false) const;

 private:
  const Route* route_of(const RequestHead& head) const;  ///< nullptr: there is none
  api::Reply answer(const Incoming& incoming, std::string_view& route, std::string& caller) const;

  api::Service service_;
  Keys keys_;
  StaticFiles files_;
};

}  // namespace vankien::http
