#include "searchd/api/report_params.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "searchd/api/error.h"
#include "searchd/api/json_body.h"

namespace vankien::api {
namespace {

using nlohmann::json;

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string take_text(json& own, const char* name, const std::string& otherwise) {
  const auto value = own.find(name);
  if (value == own.end() || value->is_null()) return otherwise;
  if (!value->is_string())
    throw ApiError(Code::kInvalidReportFormat,
                   fmt::format("Invalid value type at `.{}`: expected a string, but found {}: `{}`", name,
                               kind_of(*value), excerpt(*value)));
  const std::string text = value->get<std::string>();
  own.erase(name);
  return text;
}

ReportFormat take_format(json& own, const std::vector<std::string>& formats) {
  ReportFormat format{take_text(own, "format", formats.front()), ','};
  if (!has(formats, format.name))
    throw ApiError(Code::kInvalidReportFormat,
                   fmt::format("Unknown value `{}` at `.format`: expected one of `{}`", excerpt(format.name),
                               fmt::join(formats, "`, `")));
  const std::string separator = take_text(own, "separator", "comma");
  if (separator != "comma" && separator != "semicolon")
    throw ApiError(Code::kInvalidReportFormat,
                   fmt::format("Unknown value `{}` at `.separator`: expected one of `comma`, `semicolon`",
                               excerpt(separator)));
  if (separator == "semicolon") format.separator = ';';
  return format;
}

}  // namespace

ReportParams read_report_params(const Request& request, const std::vector<std::string>& own,
                                const std::vector<std::string>& search,
                                const std::vector<std::string>& formats) {
  const auto is_own = [&](const std::string& name) {
    return name == "format" || name == "separator" || has(own, name);
  };
  const auto refuse = [&](const std::string& name) {
    std::vector<std::string> known = own;
    known.insert(known.end(), {"format", "separator"});
    known.insert(known.end(), search.begin(), search.end());
    throw ApiError(Code::kBadRequest, fmt::format("Unknown parameter `{}`: expected one of `{}`",
                                                  excerpt(name), fmt::join(known, "`, `")));
  };
  ReportParams params;
  if (request.method == "GET") {
    std::vector<Parameter> of_search;
    for (const Parameter& parameter : request.query) {
      if (is_own(parameter.name))
        params.own[parameter.name] = parameter.value;
      else if (has(search, parameter.name))
        of_search.push_back(parameter);
      else
        refuse(parameter.name);
    }
    params.query = read_search_params(of_search).query;
  } else {
    json of_search = json::object();
    const json body = read_json_body(request);
    for (const auto& [name, value] : body.items()) {
      if (is_own(name))
        params.own[name] = value;
      else if (has(search, name))
        of_search[name] = value;
      else
        refuse(name);
    }
    params.query = read_search_params(of_search).query;
  }
  params.format = take_format(params.own, formats);
  return params;
}

Reply file_reply(const ReportFormat& format, const std::string& name) {
  static const std::map<std::string, std::string> kTypes = {
      {"csv", "text/csv; charset=utf-8"},
      {"jsonl", "application/x-ndjson"},
      {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}};
  Reply reply;
  reply.content_type = kTypes.at(format.name);
  reply.headers = {{"Content-Disposition", fmt::format("attachment; filename=\"{}.{}\"", name, format.name)}};
  return reply;
}

std::string column_title(const std::string& field) {
  static const std::map<std::string, std::string> kTitles = {
      {"id", "Mã văn bản"},
      {"symbol", "Số, ký hiệu"},
      {"type", "Thể loại"},
      {"issuer", "Cơ quan ban hành"},
      {"level", "Cấp"},
      {"date", "Ngày ban hành"},
      {"year", "Năm"},
      {"term", "Nhiệm kỳ"},
      {"title", "Trích yếu"},
      {"signer", "Người ký"},
      {"grade", "Độ mật"},
      {"urgency", "Độ khẩn"},
      {"draft", "Dự thảo"},
      {"fields", "Lĩnh vực"},
      {"format", "Định dạng"},
      {"path", "Tệp"},
      {"recipients", "Nơi nhận"},
  };
  const auto title = kTitles.find(field);
  return title == kTitles.end() ? field : title->second;
}

}  // namespace vankien::api
