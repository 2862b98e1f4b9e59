#include "searchd/http/door.h"

#include <fmt/format.h>

#include <exception>

#include "searchd/api/error.h"
#include "searchd/api/stopwatch.h"
#include "searchd/http/log.h"
#include "searchd/http/query_string.h"
#include "searchd/search/searcher.h"

namespace vankien::http {
namespace {

/// Answers with documents in them are for this caller and this moment alone.
void add_common_headers(api::Reply& reply) {
  const auto add = [&](const char* name, const char* value) {
    for (const auto& header : reply.headers)
      if (header.first == name) return;
    reply.headers.emplace_back(name, value);
  };
  add("Cache-Control", "no-store");
  add("Vary", "Authorization");
  add("X-Content-Type-Options", "nosniff");
}

api::Reply refuse_method(const std::string& method, const std::string& allowed) {
  api::Reply reply =
      api::error_reply(api::Code::kMethodNotAllowed,
                       fmt::format("The method {} is not allowed here, {} is.", method, allowed));
  reply.headers.emplace_back("Allow", allowed);
  return reply;
}

// One sentence, whatever is missing: which database that is says what there is.
api::Reply refuse_unreadable() {
  api::Reply reply =
      api::error_reply(api::Code::kUnreadableIndex, "The archive cannot be read at the moment.");
  reply.headers.emplace_back("Retry-After", "10");
  return reply;
}

}  // namespace

Door::Door(api::Service service, Keys keys, StaticFiles files)
    : service_(std::move(service)), keys_(std::move(keys)), files_(std::move(files)) {}

bool Door::brings_documents(const RequestHead& head) const {
  if (head.method != "POST" && head.method != "PUT") return false;
  try {
    const std::vector<std::string> segments = read_target(head.target).segments;
    return segments.size() >= 3 && segments[0] == "indexes" && segments[2] == "documents" &&
           keys_.identify(head.header("authorization")).may_write;
  } catch (const api::ApiError&) {
    return false;  // told when the request is answered
  }
}

const Route* Door::route_of(const RequestHead& head) const {
  try {
    const std::vector<std::string> segments =
        read_target(head.target.substr(0, head.target.find('?'))).segments;
    const std::string method = head.method == "HEAD" ? "GET" : head.method;
    for (const Route& route : routes())
      if (route.method == method && fits(route, segments)) return &route;
  } catch (const api::ApiError&) {  // told when the request is answered
  }
  return nullptr;
}

bool Door::sends_file(const RequestHead& head) const {
  if (head.method == "GET") return false;
  const Route* const route = route_of(head);
  return route != nullptr && route->takes_files && service_.files && service_.files->can_read() &&
         !head.header("content-type").starts_with("application/json");
}

Work Door::work_of(const RequestHead& head) const {
  const Route* const route = route_of(head);
  // A draft of plain text is what it is, but for old encodings; a list of look-ups goes through the other program.
  const bool own_text = head.header("content-type").starts_with("text/plain") && route != nullptr &&
                        route->endpoint == api::draft_check;
  if (sends_file(head) && !own_text) return Work::kFile;
  return route != nullptr ? route->work : Work::kShort;
}

api::Reply Door::operator()(const Incoming& incoming, bool again) const {
  const api::Stopwatch stopwatch;
  std::string_view route = "-";
  std::string caller;
  api::Reply reply;
  try {
    reply = answer(incoming, route, caller);
  } catch (const api::ApiError& error) {
    reply = api::error_reply(error.code(), error.what());
  } catch (const IndexUnreadable&) {
    if (!again) throw;
    log_exception("-", std::current_exception());
    reply = refuse_unreadable();
  }
  add_common_headers(reply);
  log_request(route, reply.status, stopwatch.elapsed(), caller);
  return reply;
}

api::Reply Door::answer(const Incoming& incoming, std::string_view& route_name, std::string& caller) const {
  const std::string method = incoming.method == "HEAD" ? "GET" : incoming.method;
  // By its path alone: the page's own addresses say several values of one name, ?loai=Nghị quyết&loai=Kết luận.
  const std::string path = incoming.target.substr(0, incoming.target.find_first_of("?#"));
  if (auto file = files_.find(read_target(path).segments, incoming.if_none_match)) {
    route_name = "file";
    return method == "GET" ? *std::move(file) : refuse_method(incoming.method, "GET, HEAD");
  }
  Target target = read_target(incoming.target);
  std::string allowed;
  for (const Route& route : routes()) {
    if (!fits(route, target.segments)) continue;
    if (route.method != method) {
      allowed += fmt::format("{}{}", allowed.empty() ? "" : ", ",
                             route.method == "GET" ? "GET, HEAD" : route.method);
      continue;
    }
    route_name = route.path;
    api::Request request{method,
                         std::move(target.segments),
                         std::move(target.query),
                         incoming.content_type,
                         incoming.body,
                         keys_.identify(incoming.authorization),
                         incoming.range,
                         incoming.if_range};
    caller = request.caller.name;
    return route.endpoint(request, service_);
  }
  if (!allowed.empty()) return refuse_method(incoming.method, allowed);
  throw api::ApiError(api::Code::kNotFound, "There is nothing at this path.");
}

}  // namespace vankien::http
