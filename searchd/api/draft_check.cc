#include "searchd/search/citations/draft_check.h"

#include <fmt/format.h>

#include <map>

#include "analyzers/schema/date.h"
#include "searchd/api/checked_json.h"
#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/json_body.h"
#include "searchd/api/sent_file.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

// 1,300 pages. Checking takes two thirds of a second and up to 80 MB of memory a megabyte of text that is nothing but citations.
constexpr std::size_t kMostText = 4'000'000;

struct Draft {
  std::string text;
  std::string date;                          ///< ISO; empty = not given
  std::string format;                        ///< of the file it came in; empty = it is the request's own text
  std::vector<std::size_t> thin_pages = {};  ///< of that file
};

std::string read_text(const nlohmann::json& body, const char* field) {
  const nlohmann::json& value = body[field];
  if (!value.is_string())
    throw ApiError(Code::kBadRequest,
                   fmt::format("Invalid value type at `.{}`: expected a string, but found {}: `{}`", field,
                               kind_of(value), excerpt(value)));
  return value.get<std::string>();
}

std::string read_date(const std::string& value) {
  const auto date = parse_date(value);
  if (!date)
    throw ApiError(Code::kBadRequest,
                   fmt::format("Invalid value at `.date`: `{}` is no date; expected one like `2026-05-27`",
                               excerpt(value)));
  return date->iso();
}

Draft read_json_draft(const Request& request) {
  const nlohmann::json body = read_json_body(request);
  for (const auto& [name, value] : body.items())
    if (name != "text" && name != "date")
      throw ApiError(Code::kBadRequest,
                     fmt::format("Unknown field `{}`: expected one of `date`, `text`", excerpt(name)));
  if (!body.contains("text")) throw ApiError(Code::kBadRequest, "Missing field `text`");
  Draft draft;
  draft.text = read_text(body, "text");
  if (body.contains("date") && !body["date"].is_null()) draft.date = read_date(read_text(body, "date"));
  return draft;
}

Draft read_file_draft(const Request& request, const Service& service, Draft draft) {
  ReadFile file = read_sent_file(request, service);
  draft.text = file.text();
  draft.format = std::move(file.format);
  draft.thin_pages = std::move(file.thin_pages);
  return draft;
}

Draft read_draft(const Request& request, const Service& service) {
  for (const Parameter& parameter : request.query)
    if (parameter.name != "date")
      throw ApiError(Code::kBadRequest,
                     fmt::format("Unknown parameter `{}`: expected `date`", excerpt(parameter.name)));
  const std::string type = own_content_type(request, service, {"application/json", "text/plain"});
  if (type == "application/json") {
    if (!request.query.empty()) throw ApiError(Code::kBadRequest, "`date` is a field of the JSON body here.");
    return read_json_draft(request);
  }
  Draft draft;
  if (!request.query.empty()) draft.date = read_date(request.query[0].value);
  if (type.empty()) return read_file_draft(request, service, draft);
  draft.text = request.body;
  const auto bad = first_bad_utf8(draft.text);
  if (bad && service.files && service.files->can_read()) return read_file_draft(request, service, draft);
  if (bad)
    throw ApiError(Code::kMalformedPayload, fmt::format("The text is not valid UTF-8 at byte {}.", *bad));
  return draft;
}

Json to_json(const DraftFinding& finding) {
  const DraftCitation& citation = finding.citation;
  Json json = {{"start", citation.begin},
               {"end", citation.end},
               {"utf16Start", finding.utf16_begin},
               {"utf16End", finding.utf16_end},
               {"text", citation.text}};
  const auto put = [&](const char* field, const std::string& value) {
    if (!value.empty()) json[field] = value;
  };
  if (citation.symbol) put("symbol", citation.symbol->canonical());
  if (citation.session) put("session", citation.session->key());
  put("type", citation.type);
  put("date", citation.date);
  put("issuer", citation.issuer);
  json.update(checked_json(finding.checked));
  return json;
}

}  // namespace

Reply draft_check(const Request& request, const Service& service) {
  const Draft draft = read_draft(request, service);
  if (draft.text.size() > kMostText)
    throw ApiError(Code::kPayloadTooLarge,
                   fmt::format("The draft has {} bytes of text, at most {} are checked: check it in parts.",
                               draft.text.size(), kMostText));
  const DraftReport report = service.open()->check_draft(request.caller.clearance, draft.text, draft.date);
  Json answer = {{"citations", Json::array()}, {"total", report.total}, {"limit", kMostFindings}};
  std::map<std::string, std::uint64_t> counts;
  for (const DraftFinding& finding : report.findings) {
    answer["citations"].push_back(to_json(finding));
    for (const CitationProblem& problem : finding.checked.problems)
      ++counts[std::string(name_of(problem.problem))];
  }
  answer["problems"] = counts;
  if (!report.decoded.empty() || !draft.format.empty())
    answer["text"] = report.decoded.empty() ? draft.text : report.decoded;
  if (!draft.format.empty()) answer["format"] = draft.format;
  if (!draft.thin_pages.empty()) answer["pagesWithoutText"] = draft.thin_pages;
  return Reply::json(answer);
}

}  // namespace vankien::api
