#include <fmt/format.h>

#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/json_body.h"
#include "searchd/api/search_answer.h"
#include "searchd/api/stopwatch.h"
#include "searchd/search/query/searches_too_long.h"

namespace vankien::api {
namespace {

constexpr std::size_t kMaxQueries = 100;

void check_envelope(const nlohmann::json& body) {
  for (const auto& [name, value] : body.items()) {
    if (name == "federation" && !value.is_null())
      throw ApiError(
          Code::kInvalidMultiSearchFederated,
          "`federation` is not supported by this server: there is one index, send one search for it.");
    if (name != "queries" && name != "federation")
      throw ApiError(
          Code::kBadRequest,
          fmt::format("Unknown field `{}`: expected one of `federation`, `queries`", excerpt(name)));
  }
  if (!body.contains("queries")) throw ApiError(Code::kBadRequest, "Missing field `queries`");
  const nlohmann::json& queries = body["queries"];
  if (!queries.is_array())
    throw ApiError(Code::kBadRequest,
                   fmt::format("Invalid value type at `.queries`: expected an array, but found {}: `{}`",
                               kind_of(queries), excerpt(queries)));
  if (queries.size() > kMaxQueries)
    throw ApiError(Code::kBadRequest, fmt::format("`.queries` has {} queries, at most {} are allowed.",
                                                  queries.size(), kMaxQueries));
}

}  // namespace

Reply multi_search(const Request& request, const Service& service) {
  const nlohmann::json body = read_json_body(request);
  check_envelope(body);
  // All are read before the first is searched: a mistake in the last one is told at once.
  std::vector<SearchParams> searches;
  for (std::size_t i = 0; i < body["queries"].size(); ++i) {
    const std::string location = fmt::format(".queries[{}]", i);
    std::string uid;
    searches.push_back(read_multi_search_params(body["queries"][i], location, uid));
    if (uid != service.uid)
      throw ApiError(Code::kIndexNotFound,
                     fmt::format("Inside `{}`: Index `{}` not found.", location, excerpt(uid)));
  }
  std::size_t bytes = 0;
  for (const SearchParams& params : searches) bytes += params.query.q.size();
  if (bytes > kMostSearchBytes)
    throw ApiError(Code::kInvalidSearchQ,
                   fmt::format("The `q` of all queries have {} bytes, at most {} are allowed.", bytes,
                               kMostSearchBytes));
  const auto index = service.open();
  nlohmann::ordered_json results = nlohmann::ordered_json::array();
  for (const SearchParams& params : searches) {
    const Stopwatch stopwatch;
    nlohmann::ordered_json result = {{"indexUid", service.uid}};
    result.update(
        render_answer(index->search(request.caller.clearance, params.query), params, stopwatch.elapsed()));
    results.push_back(std::move(result));
  }
  return Reply::json({{"results", std::move(results)}});
}

}  // namespace vankien::api
