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
constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kFiles = {{
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
    {"text/plain", "txt"},
    {"text/richtext", "rtf"},
    {"text/rtf", "rtf"},
}};

// Text says nothing of itself, and browsers know no type of a list.txt from elsewhere; where Excel is installed they call a .csv
// its own. All other formats have bytes of zero, or are recognised whatever they are called. UTF-16 has its zeros at the even
// places only, or at the odd ones only, and there most of the time.
bool may_be_text(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  std::array<std::size_t, 2> zeros = {0, 0};
  for (std::size_t at = bytes.find('\0'); at != std::string_view::npos && (zeros[0] == 0 || zeros[1] == 0);
       at = bytes.find('\0', at + 1))
    ++zeros[at % 2];
  if (zeros[0] == 0 && zeros[1] == 0) return true;
  return (zeros[0] == 0 || zeros[1] == 0) && 4 * (zeros[0] + zeros[1]) > bytes.size();
}

// Why a file cannot be read; of one that nobody named, the other program can only say that the name is empty.
std::string reason(const FileUnreadable& error, std::string_view ending) {
  return ending.empty() && error.code() == "unsupported_format" ? "its format is unknown" : error.what();
}

}  // namespace

std::string own_content_type(const Request& request, const Service& service,
                             const std::vector<std::string>& own) {
  std::vector<std::string> accepted = own;
  if (service.files && service.files->can_read())
    for (const auto& [type, ending] : kFiles)
      if (std::find(own.begin(), own.end(), type) == own.end()) accepted.emplace_back(type);
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
  const bool vague = sent == "application/octet-stream" || sent == "application/vnd.ms-excel";
  const std::string_view ending = vague && may_be_text(request.body) ? "txt" : known->second;
  try {
    return service.files->read(request.body, std::string(ending));
  } catch (const FileUnreadable& error) {
    throw ApiError(Code::kUnreadableFile,
                   fmt::format("The file cannot be read, `{}`: {}", error.code(), reason(error, ending)));
  } catch (const TooManyFiles& error) {
    throw ApiError(Code::kTooManySearchRequests, error.what());
  }
}

}  // namespace vankien::api
