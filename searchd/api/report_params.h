#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "searchd/api/reply.h"
#include "searchd/api/request.h"
#include "searchd/api/search_params.h"

namespace vankien::api {

/// How a report is written.
struct ReportFormat {
  std::string name;      ///< json, csv, xlsx, jsonl
  char separator = ',';  ///< of csv
};

/// A request for a report: parameters of its own beside those of a search that say what is looked at.
struct ReportParams {
  SearchQuery query;
  ReportFormat format;
  nlohmann::json own = nlohmann::json::object();  ///< by name, texts or lists of texts
};

/// Reads them from the query string, or from the JSON object of a POST. `own`: names of the report's own parameters, besides
/// `format` and `separator`; `search`: those of a search it takes. The first of `formats` is the default. Throws ApiError:
/// bad_request for a name that is none of these, invalid_report_format, and what read_search_params throws.
ReportParams read_report_params(const Request& request, const std::vector<std::string>& own,
                                const std::vector<std::string>& search,
                                const std::vector<std::string>& formats);

/// A reply that a browser keeps as a file: its type and name, no body yet.
Reply file_reply(const ReportFormat& format, const std::string& name);

/// What a column of an attribute or field is called by Vietnamese readers: issuer → Cơ quan ban hành; others as they are.
std::string column_title(const std::string& field);

}  // namespace vankien::api
