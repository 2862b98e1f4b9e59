#include "searchd/api/sent_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "searchd/api/error.h"
#include "searchd/api/json_body.h"

namespace vankien::api {
namespace {

// What browsers say of files, and what the name of such a file ends in. The bytes decide.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kFiles = {{
    {"application/msword", "doc"},
    {"application/octet-stream", ""},
    {"application/pdf", "pdf"},
    {"application/rtf", "rtf"},
    {"application/vnd.ms-excel", "xls"},
    {"application/vnd.oasis.opendocument.spreadsheet", "ods"},
    {"application/vnd.oasis.opendocument.text", "odt"},
    {"application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
    {"text/csv", "txt"},
    {"text/html", "html"},
    {"text/richtext", "rtf"},
    {"text/rtf", "rtf"},
}};

}  // namespace

std::string own_content_type(const Request& request, const Service& service,
                             const std::vector<std::string>& own) {
  std::vector<std::string> accepted = own;
  if (service.files && service.files->can_read())
    for (const auto& [type, ending] : kFiles) accepted.emplace_back(type);
  const std::string type = read_content_type(request, accepted);
  return std::find(own.begin(), own.end(), type) == own.end() ? "" : type;
}

ReadFile read_sent_file(const Request& request, const Service& service) {
  if (request.body.empty()) throw ApiError(Code::kMissingPayload, "The file is empty.");
  std::vector<std::string> types;
  for (const auto& [type, ending] : kFiles) types.emplace_back(type);
  const std::string sent = read_content_type(request, types);
  const auto known =
      std::find_if(kFiles.begin(), kFiles.end(), [&](const auto& file) { return file.first == sent; });
  try {
    return service.files->read(request.body, std::string(known->second));
  } catch (const FileUnreadable& error) {
    throw ApiError(Code::kUnreadableFile,
                   fmt::format("The file cannot be read, `{}`: {}", error.code(), error.what()));
  } catch (const TooManyFiles& error) {
    throw ApiError(Code::kTooManySearchRequests, error.what());
  }
}

}  // namespace vankien::api
