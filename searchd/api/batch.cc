#include "searchd/search/batch.h"

#include <fmt/format.h>

#include "searchd/api/checked_json.h"
#include "searchd/api/csv_table.h"
#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/json_body.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostQueries = 10'000;
constexpr std::size_t kMostQueryBytes = 2000;

std::vector<std::string> read_queries(const Request& request) {
  const nlohmann::json body = read_json_body(request);
  for (const auto& [name, value] : body.items())
    if (name != "queries")
      throw ApiError(Code::kBadRequest, fmt::format("Unknown field `{}`: expected `queries`", excerpt(name)));
  if (!body.contains("queries")) throw ApiError(Code::kBadRequest, "Missing field `queries`");
  const nlohmann::json& queries = body["queries"];
  if (!queries.is_array())
    throw ApiError(Code::kBadRequest,
                   fmt::format("Invalid value type at `.queries`: expected an array, but found {}: `{}`",
                               kind_of(queries), excerpt(queries)));
  if (queries.size() > kMostQueries)
    throw ApiError(Code::kBadRequest, fmt::format("`.queries` has {} queries, at most {} are allowed.",
                                                  queries.size(), kMostQueries));
  std::vector<std::string> read;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    if (!queries[i].is_string())
      throw ApiError(
          Code::kBadRequest,
          fmt::format("Invalid value type at `.queries[{}]`: expected a string, but found {}: `{}`", i,
                      kind_of(queries[i]), excerpt(queries[i])));
    read.push_back(queries[i].get<std::string>());
    if (read.back().size() > kMostQueryBytes)
      throw ApiError(Code::kBadRequest, fmt::format("`.queries[{}]` has {} bytes, at most {} are allowed.", i,
                                                    read.back().size(), kMostQueryBytes));
  }
  return read;
}

bool wants_csv(const Request& request) {
  bool csv = false;
  for (const Parameter& parameter : request.query) {
    if (parameter.name != "format")
      throw ApiError(Code::kBadRequest,
                     fmt::format("Unknown parameter `{}`: expected `format`", excerpt(parameter.name)));
    if (parameter.value != "csv" && parameter.value != "json")
      throw ApiError(Code::kBadRequest,
                     fmt::format("Invalid value of `format`: `{}`: expected one of `csv`, `json`",
                                 excerpt(parameter.value)));
    csv = parameter.value == "csv";
  }
  return csv;
}

Json to_json(const BatchRow& row) {
  Json json = {{"query", row.query}, {"how", name_of(row.how)}, {"understood", row.understood}};
  json.update(checked_json(row.result));
  return json;
}

}  // namespace

Reply batch(const Request& request, const Service& service) {
  const bool csv = wants_csv(request);
  const std::vector<std::string> queries = read_queries(request);
  try {
    const auto rows = service.open()->look_up(request.caller.clearance, queries);
    if (csv) {
      Reply reply{200, "text/csv; charset=utf-8", csv_table(batch_table(rows))};
      reply.headers.emplace_back("Content-Disposition", "attachment; filename=\"tra-cuu-hang-loat.csv\"");
      return reply;
    }
    Json answer = {{"rows", Json::array()}, {"total", rows.size()}};
    for (const BatchRow& row : rows) answer["rows"].push_back(to_json(row));
    return Reply::json(answer);
  } catch (const TooManySearches& error) {
    throw ApiError(Code::kBadRequest, error.what());
  }
}

}  // namespace vankien::api
