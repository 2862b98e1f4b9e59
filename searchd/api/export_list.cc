#include <fmt/format.h>

#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/hit.h"
#include "searchd/api/json_body.h"
#include "searchd/api/report_params.h"
#include "searchd/sheets/csv.h"
#include "searchd/sheets/workbook.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;
using sheets::Row;

constexpr std::size_t kPieceBytes = 64 * 1024;
constexpr std::size_t kMostFields = 100;

std::vector<std::string> read_fields(const nlohmann::json& own, const std::string& format) {
  std::vector<std::string> fields;
  const auto value = own.find("fields");
  if (value == own.end() || value->is_null())
    return {"symbol", "type", "issuer", "date", "title", "term", "signer", "grade", "path", "id"};
  if (value->is_string()) {
    const auto& text = value->get_ref<const std::string&>();
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      fields.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
  } else if (value->is_array()) {
    for (const auto& one : *value) fields.push_back(one.is_string() ? one.get<std::string>() : std::string());
  }
  for (const std::string& field : fields) {
    if (field.empty()) fields.clear();
    if (field.empty()) break;
    if (format == "jsonl") continue;
    if (field == "*")
      throw ApiError(Code::kInvalidExportFields,
                     "`*` is for `jsonl`: a table names its columns in `fields`.");
    if (format == "xlsx" && field == "body")
      throw ApiError(Code::kInvalidExportFields, "`body` does not fit into cells of `xlsx`: take `jsonl`.");
  }
  if (fields.empty() || fields.size() > kMostFields)
    throw ApiError(Code::kInvalidExportFields,
                   fmt::format("`fields` is a list of 1 to {} names of fields.", kMostFields));
  return fields;
}

std::string to_text(const Json& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return value.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string text;
  for (const Json& one : value) text.append(text.empty() ? "" : "; ").append(to_text(one));
  return text;
}

/// The value of a field, "a.b" being part of a nested one.
const Json* find_value(const Json& record, const std::string& name) {
  const Json* value = &record;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('.', begin), name.size());
    if (!value->is_object()) return nullptr;
    const auto part = value->find(name.substr(begin, end - begin));
    if (part == value->end()) return nullptr;
    value = &*part;
    begin = end + 1;
  }
  return value;
}

Row row_of(const std::string& stored, const std::vector<std::string>& fields) {
  const Json record = select_fields(stored, fields);
  Row row;
  for (const std::string& field : fields) {
    const Json* value = find_value(record, field);
    if (value != nullptr && value->is_number_unsigned())
      row.emplace_back(value->get<std::uint64_t>());
    else
      row.emplace_back(value == nullptr ? std::string() : to_text(*value));
  }
  return row;
}

Row head_of(const std::vector<std::string>& fields) {
  Row head;
  for (const std::string& field : fields) head.emplace_back(column_title(field));
  return head;
}

/// Pieces of about kPieceBytes, document by document.
std::function<std::optional<std::string>()> in_pieces(
    Selection selection, std::string begin, std::function<std::string(const std::string& stored)> line) {
  return [selection = std::move(selection), piece = std::move(begin), line = std::move(line),
          ended = false]() mutable -> std::optional<std::string> {
    while (!ended && piece.size() < kPieceBytes) {
      if (const auto stored = selection.next())
        piece += line(*stored);
      else
        ended = true;
    }
    if (piece.empty()) return std::nullopt;
    return std::exchange(piece, std::string());
  };
}

}  // namespace

Reply export_list(const Request& request, const Service& service) {
  const ReportParams params = read_report_params(
      request, {"fields"},
      {"q", "filter", "sort", "literal", "todaysPlaces", "matchingStrategy", "attributesToSearchOn"},
      {"csv", "xlsx", "jsonl"});
  const std::vector<std::string> fields = read_fields(params.own, params.format.name);
  Selection selection = service.open()->select(request.caller.clearance, params.query);
  Reply reply = file_reply(params.format, "van-ban");
  reply.headers.emplace_back("X-Total-Count", std::to_string(selection.total));
  if (params.format.name == "jsonl") {
    reply.stream = in_pieces(std::move(selection), "", [fields](const std::string& stored) {
      return select_fields(stored, fields).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    });
  } else if (params.format.name == "csv") {
    const char separator = params.format.separator;
    reply.stream =
        in_pieces(std::move(selection), sheets::kByteOrderMark + sheets::csv_row(head_of(fields), separator),
                  [fields, separator](const std::string& stored) {
                    return sheets::csv_row(row_of(stored, fields), separator);
                  });
  } else {
    if (selection.total >= sheets::kMostRows)
      throw ApiError(Code::kReportTooLarge,
                     fmt::format("{} documents are found, an xlsx sheet holds {} besides its head. Narrow it "
                                 "with `filter`, or take `csv`.",
                                 selection.total, sheets::kMostRows - 1));
    sheets::Workbook book("Văn bản");
    book.add(head_of(fields));
    while (const auto stored = selection.next()) book.add(row_of(*stored, fields));
    reply.stream = book.finish();
  }
  return reply;
}

}  // namespace vankien::api
