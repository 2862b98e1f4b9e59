#include <fmt/format.h>

#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/json_body.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostSeries = 1'000;

std::size_t read_number(const Parameter& parameter) {
  constexpr std::size_t kDigits = 9;
  if (parameter.value.empty() || parameter.value.size() > kDigits ||
      parameter.value.find_first_not_of("0123456789") != std::string::npos)
    throw ApiError(Code::kInvalidNumberingLimit,
                   fmt::format("Invalid value in parameter `{}`: could not parse `{}` as a positive integer",
                               parameter.name, excerpt(parameter.value)));
  return std::stoul(parameter.value);
}

// A year that is none would find nothing, and so say that no number is missing.
void check_year(const std::string& year) {
  constexpr std::size_t kDigits = 4;
  if (!year.empty() && (year.size() != kDigits || year.find_first_not_of("0123456789") != std::string::npos))
    throw ApiError(Code::kInvalidNumberingYear,
                   fmt::format("Invalid value in parameter `year`: `{}` is no year; expected one like `2024`",
                               excerpt(year)));
}

NumberingQuery read_query(const Request& request) {
  NumberingQuery query;
  const auto require = [&](Attribute attribute, const std::string& value) {
    if (value.empty()) return;
    query.filter.children.push_back({.kind = Filter::Kind::kCondition,
                                     .children = {},
                                     .condition = {attribute, Condition::Op::kEqual, {value}}});
  };
  for (const Parameter& parameter : request.query) {
    if (parameter.name == "issuer") {
      require(Attribute::kIssuer, parameter.value);
    } else if (parameter.name == "type") {
      require(Attribute::kType, parameter.value);
    } else if (parameter.name == "term") {
      require(Attribute::kTerm, parameter.value);
    } else if (parameter.name == "year") {
      check_year(parameter.value);
      require(Attribute::kYear, parameter.value);
      query.part = !parameter.value.empty();
    } else if (parameter.name == "offset") {
      query.offset = read_number(parameter);
    } else if (parameter.name == "limit") {
      query.limit = read_number(parameter);
    } else {
      throw ApiError(Code::kBadRequest,
                     fmt::format("Unknown parameter `{}`: expected one of `issuer`, `type`, `year`, `term`, "
                                 "`offset`, `limit`",
                                 excerpt(parameter.name)));
    }
  }
  if (query.limit > kMostSeries)
    throw ApiError(
        Code::kInvalidNumberingLimit,
        fmt::format("`limit` is {}, one answer holds at most {} series.", query.limit, kMostSeries));
  return query;
}

Json to_json(const DuplicateNumber& duplicate) {
  Json documents = Json::array();
  for (const DocumentName& one : duplicate.documents)
    documents.push_back({{"id", one.id}, {"symbol", one.symbol}, {"title", one.title}, {"date", one.date}});
  return {{"number", duplicate.number}, {"documents", std::move(documents)}, {"total", duplicate.total}};
}

Json to_json(const NumberSeries& series) {
  Json gaps = Json::array(), duplicates = Json::array();
  for (const NumberRange& gap : series.gaps) gaps.push_back({gap.first, gap.last});
  for (const DuplicateNumber& duplicate : series.duplicates) duplicates.push_back(to_json(duplicate));
  const auto text = [](const std::string& value) { return value.empty() ? Json() : Json(value); };
  return {{"issuer", series.issuer},
          {"type", text(series.type)},
          {"form", series.form},
          {"term", text(series.term)},
          {"year", text(series.year)},
          {"documents", series.documents},
          {"first", series.first},
          {"last", series.last},
          {"missing", series.missing},
          {"gaps", std::move(gaps)},
          {"gapsTotal", series.gaps_total},
          {"duplicates", std::move(duplicates)},
          {"duplicatesTotal", series.duplicates_total}};
}

}  // namespace

Reply numbering(const Request& request, const Service& service) {
  const NumberingQuery query = read_query(request);
  const NumberingAudit audit = service.open()->audit_numbers(request.caller.clearance, query);
  Json series = Json::array();
  for (const NumberSeries& one : audit.series) series.push_back(to_json(one));
  return Reply::json({{"series", std::move(series)},
                      {"total", audit.total},
                      {"offset", query.offset},
                      {"limit", query.limit},
                      {"documents", audit.documents},
                      {"leftOut",
                       {{"withoutSymbol", audit.without_symbol},
                        {"withoutIssuer", audit.without_issuer},
                        {"withoutPeriod", audit.without_period},
                        {"drafts", audit.drafts}}}});
}

}  // namespace vankien::api
