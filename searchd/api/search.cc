#include "searchd/api/endpoints.h"
#include "searchd/api/json_body.h"
#include "searchd/api/search_answer.h"
#include "searchd/api/stopwatch.h"

namespace vankien::api {

Reply search(const Request& request, const Service& service) {
  const Stopwatch stopwatch;
  check_index(service, request.segments.at(1));
  const SearchParams params = request.method == "GET" ? read_search_params(request.query)
                                                      : read_search_params(read_json_body(request));
  const SearchResult result = service.open()->search(request.caller.clearance, params.query);
  return Reply::json(render_answer(result, params, stopwatch.elapsed()));
}

}  // namespace vankien::api
