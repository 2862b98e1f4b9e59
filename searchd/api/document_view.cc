#include <fmt/format.h>

#include "analyzers/mapped_text.h"
#include "analyzers/schema/record.h"
#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/hit.h"
#include "searchd/api/json_body.h"
#include "searchd/api/original.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

SearchQuery read_query(const Request& request) {
  SearchQuery query;
  for (const Parameter& parameter : request.query) {
    if (parameter.name != "q")
      throw ApiError(Code::kBadRequest,
                     fmt::format("Unknown parameter `{}`: expected `q`", excerpt(parameter.name)));
    query.q = parameter.value;
  }
  if (const std::size_t letters = decode_utf8(query.q).chars.size(); letters > kMaxQueryLength)
    throw ApiError(Code::kInvalidSearchQ, fmt::format("Invalid value at `.q`: {} characters, {} are allowed",
                                                      letters, kMaxQueryLength));
  return query;
}

std::string_view name_of(const std::variant<std::shared_ptr<const OriginalFile>, NoOriginal>& original) {
  const auto* reason = std::get_if<NoOriginal>(&original);
  if (reason == nullptr) return "available";
  return *reason == NoOriginal::kChanged ? "changed" : "none";
}

}  // namespace

Reply document_view(const Request& request, const Service& service) {
  const std::string& id = request.segments.at(2);
  const SearchQuery query = read_query(request);
  const auto index = service.open();
  const auto stored = index->find_stored(request.caller.clearance, id);
  if (!stored) throw ApiError(Code::kDocumentNotFound, fmt::format("Document `{}` not found.", excerpt(id)));
  const QueryTerms terms =
      query.q.empty() ? QueryTerms{} : index->find_terms(request.caller.clearance, query);
  const Matcher matcher(terms);
  const StoredRecord record = split_record(stored->stored);
  Json answer;
  answer["document"] = Json::parse(record.fields);
  Json& short_fields = answer["matches"] = Json::object();
  for (const char* name : {"title", "symbol"}) {
    const auto field = answer["document"].find(name);
    if (field == answer["document"].end() || !field->is_string()) continue;
    const auto text = field->get<std::string>();
    short_fields[name] = render_matches(matcher.match(text), {0, static_cast<std::uint32_t>(text.size())});
  }
  // As a whole: a phrase may run over a page's end.
  const std::string_view body = record.body;
  const TextMatches found = terms.empty() ? TextMatches{} : matcher.match(body);
  answer["totalMatches"] = found.matches.size();
  Json& pages = answer["pages"] = Json::array();
  auto match = found.matches.begin();
  for (std::size_t begin = 0; begin <= body.size();) {
    const std::size_t end = std::min(body.find('\f', begin), body.size());
    Json matches = Json::array();
    for (; match != found.matches.end() && match->span.begin < end; ++match)
      matches.push_back({{"start", match->span.begin - begin},
                         {"length", std::min<std::size_t>(match->span.end, end) - match->span.begin}});
    pages.push_back({{"number", pages.size() + 1},
                     {"text", body.substr(begin, end - begin)},
                     {"matches", std::move(matches)}});
    begin = end + 1;
  }
  answer["original"] = name_of(index->open_original(service.originals, original_of(*stored)));
  return Reply::json(answer);
}

}  // namespace vankien::api
