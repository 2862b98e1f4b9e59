#include "searchd/search/batch.h"

#include <fmt/format.h>

#include <algorithm>

#include "searchd/api/checked_json.h"
#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/json_body.h"
#include "searchd/api/report_params.h"
#include "searchd/api/sent_file.h"
#include "searchd/search/query/searches_too_long.h"
#include "searchd/sheets/csv.h"
#include "searchd/sheets/workbook.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostQueries = 10'000;
constexpr std::size_t kMostQueryBytes = 2000;

void check_queries(const std::vector<std::string>& queries) {
  if (queries.size() > kMostQueries)
    throw ApiError(Code::kBadRequest, fmt::format("`.queries` has {} queries, at most {} are allowed.",
                                                  queries.size(), kMostQueries));
  for (std::size_t i = 0; i < queries.size(); ++i)
    if (queries[i].size() > kMostQueryBytes)
      throw ApiError(Code::kBadRequest, fmt::format("`.queries[{}]` has {} bytes, at most {} are allowed.", i,
                                                    queries[i].size(), kMostQueryBytes));
}

// Of a row of a table the first cell that is a symbol; else the whole row.
std::string query_of(const std::string& line) {
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    std::string cell = line.substr(begin, end - begin);
    if (parse_symbol(cell)) return cell;
    begin = end + 1;
  }
  std::string row;
  for (const char c : line)
    if (c != '\t')
      row += c;
    else if (!row.empty() && row.back() != ' ')
      row += ' ';
  return row;
}

// A row of a .csv as one of a sheet: what parts cells outside of quotes becomes a tab.
std::string csv_to_tabs(std::string text) {
  bool quoted = false;
  for (char& c : text) {
    if (c == '"') quoted = !quoted;
    if (c == '"' || (!quoted && (c == ',' || c == ';'))) c = '\t';
    if (quoted && c == '\n') c = ' ';
  }
  return text;
}

void add_lines(std::vector<std::string>& queries, const std::string& text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    if (line.find_first_not_of(" \t\r\f") != std::string::npos) queries.push_back(query_of(line));
    begin = end + 1;
  }
}

struct List {
  std::vector<std::string> queries;
  std::vector<std::size_t> thin_pages = {};  ///< of the file it came in
};

List read_file_list(const Request& request, const Service& service) {
  const ReadFile file = read_sent_file(request, service);
  // Where Excel is installed browsers call a .csv its own.
  const bool csv = file.format == "txt" && (request.content_type.starts_with("text/csv") ||
                                            request.content_type.starts_with("application/vnd.ms-excel"));
  const bool sheets = file.format == "xlsx" || file.format == "xls" || file.format == "ods";
  List list{{}, file.thin_pages};
  for (const std::string& page : file.pages) {
    const std::size_t name = sheets ? page.find('\n') : std::string::npos;
    const std::string rows = name == std::string::npos ? page : page.substr(name + 1);
    add_lines(list.queries, csv ? csv_to_tabs(rows) : rows);
  }
  return list;
}

List read_list(const Request& request, const Service& service) {
  if (own_content_type(request, service, {"application/json"}).empty())
    return read_file_list(request, service);
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
  std::vector<std::string> read;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    if (!queries[i].is_string())
      throw ApiError(
          Code::kBadRequest,
          fmt::format("Invalid value type at `.queries[{}]`: expected a string, but found {}: `{}`", i,
                      kind_of(queries[i]), excerpt(queries[i])));
    read.push_back(queries[i].get<std::string>());
  }
  return {std::move(read)};
}

ReportFormat read_format(const Request& request) {
  ReportFormat format{"json"};
  for (const Parameter& parameter : request.query) {
    if (parameter.name != "format")
      throw ApiError(Code::kBadRequest,
                     fmt::format("Unknown parameter `{}`: expected `format`", excerpt(parameter.name)));
    if (parameter.value != "csv" && parameter.value != "json" && parameter.value != "xlsx")
      throw ApiError(Code::kBadRequest,
                     fmt::format("Invalid value of `format`: `{}`: expected one of `csv`, `json`, `xlsx`",
                                 excerpt(parameter.value)));
    format.name = parameter.value;
  }
  return format;
}

Json to_json(const BatchRow& row) {
  Json json = {{"query", row.query}, {"how", name_of(row.how)}, {"understood", row.understood}};
  json.update(checked_json(row.result));
  return json;
}

Reply as_file(const ReportFormat& format, const std::vector<std::vector<std::string>>& table) {
  Reply reply = file_reply(format, "tra-cuu-hang-loat");
  if (format.name == "csv") {
    reply.body = sheets::kByteOrderMark;
    for (const auto& row : table)
      reply.body += sheets::csv_row(sheets::Row(row.begin(), row.end()), format.separator);
  } else {
    sheets::Workbook book("Tra cứu");
    for (const auto& row : table) book.add(sheets::Row(row.begin(), row.end()));
    reply.stream = book.finish();
  }
  return reply;
}

// Ten thousand rows are too long to stand in memory as JSON, too: they are written piece by piece.
Reply as_json(std::vector<BatchRow> rows, const std::vector<std::size_t>& thin_pages) {
  Json tail = {{"total", rows.size()}};
  if (!thin_pages.empty()) tail["pagesWithoutText"] = thin_pages;
  Reply reply;
  reply.stream = [rows = std::move(rows), end = "]," + tail.dump().substr(1), at = std::size_t{0},
                  ended = false]() mutable -> std::optional<std::string> {
    constexpr std::size_t kPieceBytes = 64 * 1024;
    if (ended) return std::nullopt;
    std::string piece = at == 0 ? "{\"rows\":[" : "";
    for (; at < rows.size() && piece.size() < kPieceBytes; ++at)
      piece.append(at == 0 ? "" : ",")
          .append(to_json(rows[at]).dump(-1, ' ', false, Json::error_handler_t::replace));
    ended = at == rows.size();
    return ended ? piece + end : piece;
  };
  return reply;
}

}  // namespace

Reply batch(const Request& request, const Service& service) {
  const ReportFormat format = read_format(request);
  const List list = read_list(request, service);
  check_queries(list.queries);
  try {
    auto rows = service.open()->look_up(request.caller.clearance, list.queries);
    if (format.name != "json") return as_file(format, batch_table(rows));
    return as_json(std::move(rows), list.thin_pages);
  } catch (const TooManySearches& error) {
    throw ApiError(Code::kBadRequest, error.what());
  } catch (const SearchesTooLong& error) {
    throw ApiError(Code::kInvalidSearchQ, error.what());
  }
}

}  // namespace vankien::api
