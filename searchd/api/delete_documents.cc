#include <fmt/format.h>

#include "analyzers/schema/record.h"
#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/filter_json.h"
#include "searchd/api/handing_over.h"
#include "searchd/api/json_body.h"

namespace vankien::api {
namespace {

using nlohmann::json;

constexpr std::size_t kPage = 1000;

void add_line(const json& value, std::string& lines, Handover& task) {
  lines += value.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
  ++task.received;
}

void check_request(const Request& request, const Service& service) {
  check_writer(request);
  check_index(service, request.segments.at(1));
  if (!request.query.empty())
    throw ApiError(Code::kBadRequest, fmt::format("Unknown parameter `{}`: none is expected",
                                                  excerpt(request.query.front().name)));
}

Reply accept_ids(const Request& request, const Service& service, const json& ids,
                 const std::string& location) {
  if (!ids.is_array())
    throw ApiError(Code::kBadRequest,
                   fmt::format("Invalid value type{}: expected an array, but found {}: `{}`", location,
                               kind_of(ids), excerpt(ids)));
  Handover task;
  task.method = HandoverMethod::kRemove;
  std::string lines;
  for (const json& id : ids) {
    if (!id.is_string() && !id.is_number_integer())
      throw ApiError(
          Code::kInvalidDocumentId,
          fmt::format("Document identifier `{}` is invalid. A document identifier is an integer or a "
                      "string.",
                      excerpt(id)));
    add_line(id.is_string() ? id : json(id.dump()), lines, task);
  }
  return accept(request, service, std::move(task), lines);
}

Filter read_document_filter(const json& filter) {
  try {
    Filter read = read_filter(filter);
    if (read.narrows()) return read;
  } catch (const ApiError& error) {
    throw ApiError(Code::kInvalidDocumentFilter, error.what());
  }
  throw ApiError(Code::kInvalidDocumentFilter,
                 "Sending an empty filter is forbidden. DELETE …/documents removes all documents.");
}

/// What a filter finds now, of what was handed over and the caller may see. The indexer knows no filters; so the
/// choice is made here, by id and grade, and work that waits is not seen by it.
Reply accept_filter(const Request& request, const Service& service, const json& filter) {
  SearchQuery query;
  query.filter = read_document_filter(filter);
  query.limit = kPage;
  Handover task;
  task.method = HandoverMethod::kRemove;
  task.filter = filter;
  std::string lines;
  const auto index = service.open();
  for (std::uint64_t total = 1; query.offset < total; query.offset += kPage) {
    const SearchResult result = index->search(request.caller.clearance, query);
    total = result.total;
    for (const Hit& hit : result.hits) {
      const json fields = json::parse(stored_fields(hit.stored));
      if (!is_handed_over_path(fields.value("path", ""))) continue;
      add_line(json::array({fields.at("id"), fields.at("grade")}), lines, task);
    }
  }
  return accept(request, service, std::move(task), lines);
}

}  // namespace

Reply delete_document(const Request& request, const Service& service) {
  check_request(request, service);
  return accept_ids(request, service, json::array({request.segments.at(3)}), "");
}

Reply delete_all_documents(const Request& request, const Service& service) {
  check_request(request, service);
  Handover task;
  task.method = HandoverMethod::kRemoveAll;
  return accept(request, service, std::move(task), "");
}

Reply delete_documents_by_id(const Request& request, const Service& service) {
  check_request(request, service);
  return accept_ids(request, service, read_json(request), "");
}

Reply delete_documents(const Request& request, const Service& service) {
  check_request(request, service);
  const json body = read_json_body(request);
  for (const auto& [name, value] : body.items())
    if (name != "filter" && name != "ids")
      throw ApiError(Code::kBadRequest,
                     fmt::format("Unknown field `{}`: expected one of `filter`, `ids`", excerpt(name)));
  const bool by_filter = body.contains("filter") && !body["filter"].is_null();
  if (by_filter && body.contains("ids"))
    throw ApiError(Code::kBadRequest, "Only one of `filter` and `ids` can be given.");
  if (body.contains("ids")) return accept_ids(request, service, body["ids"], " at `.ids`");
  if (!by_filter) throw ApiError(Code::kMissingDocumentFilter, "Missing field `filter`");
  return accept_filter(request, service, body["filter"]);
}

}  // namespace vankien::api
