#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analyzers/mapped_text.h"
#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/json_body.h"
#include "searchd/api/original.h"

namespace vankien::api {
namespace {

constexpr std::size_t kPieceBytes = 256 * 1024;

struct Format {
  std::string_view name;
  std::string_view type;
  bool shown = false;  ///< browsers show it themselves
};
constexpr auto kFormats = std::to_array<Format>({
    {"bmp", "image/bmp", true},
    {"doc", "application/msword"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"html", "text/html", true},
    {"jpg", "image/jpeg", true},
    {"odp", "application/vnd.oasis.opendocument.presentation"},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {"odt", "application/vnd.oasis.opendocument.text"},
    {"pdf", "application/pdf", true},
    {"png", "image/png", true},
    {"ppt", "application/vnd.ms-powerpoint"},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {"rtf", "application/rtf"},
    {"tif", "image/tiff"},
    {"txt", "text/plain", true},
    {"xls", "application/vnd.ms-excel"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
});

const Format& format_of(std::string_view name) {
  static constexpr Format kUnknown{"", "application/octet-stream", false};
  const auto found =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& f) { return f.name == name; });
  return found == kFormats.end() ? kUnknown : *found;
}

/// Bytes [begin, end) of a file, read as the client takes them.
std::function<std::optional<std::string>()> part_of(std::shared_ptr<const OriginalFile> file,
                                                    std::uint64_t begin, std::uint64_t end) {
  return [file = std::move(file), at = begin, end]() mutable -> std::optional<std::string> {
    if (at == end) return std::nullopt;
    std::string piece =
        file->read(at, static_cast<std::size_t>(std::min<std::uint64_t>(kPieceBytes, end - at)));
    at += piece.size();
    return piece;
  };
}

// A browser told nothing takes UTF-8 for something Western; what was written before Unicode it must guess.
bool is_utf8(const OriginalFile& file) {
  constexpr std::size_t kLook = 64 * 1024, kLongestLetter = 4;
  const std::string begin = file.read(0, kLook);
  const auto bad = first_bad_utf8(begin);
  return !bad || (begin.size() == kLook && *bad + kLongestLetter > kLook);
}

bool wants_download(const Request& request) {
  bool download = false;
  for (const Parameter& parameter : request.query) {
    if (parameter.name != "download" || (parameter.value != "true" && parameter.value != "false"))
      throw ApiError(Code::kBadRequest, fmt::format("Unknown parameter `{}={}`: expected `download=true`",
                                                    excerpt(parameter.name), excerpt(parameter.value)));
    download = parameter.value == "true";
  }
  return download;
}

}  // namespace

Reply original_file(const Request& request, const Service& service) {
  const std::string& id = request.segments.at(2);
  const bool download = wants_download(request);
  const auto index = service.open();
  const auto stored = index->find_stored(request.caller.clearance, id);
  // As for the document itself: unknown and above the clearance are one answer, before anything else is looked at.
  if (!stored) throw ApiError(Code::kDocumentNotFound, fmt::format("Document `{}` not found.", excerpt(id)));
  const OriginalOf original = original_of(*stored);
  const auto opened = index->open_original(service.originals, original);
  if (const auto* reason = std::get_if<NoOriginal>(&opened)) {
    if (*reason == NoOriginal::kChanged)
      throw ApiError(
          Code::kOriginalChanged,
          "The original file is not what was indexed: it is not shown until the index is updated.");
    throw ApiError(Code::kOriginalNotAvailable, "This document has no file of its own that could be shown.");
  }
  const auto& file = std::get<std::shared_ptr<const OriginalFile>>(opened);
  const std::string etag = file->etag();
  const bool same = request.if_range.empty() || request.if_range == etag;
  const ByteRange range =
      read_range(same ? std::string_view(request.range) : std::string_view(), file->size());
  if (range.kind == ByteRange::Kind::kImpossible) {
    Reply reply = error_reply(Code::kRangeNotSatisfiable, "The range begins behind the end of the file.");
    reply.headers.emplace_back("Content-Range", fmt::format("bytes */{}", file->size()));
    return reply;
  }
  const Format& format = format_of(original.format);
  Reply reply;
  reply.content_type = format.type;
  if (format.type.starts_with("text/") && is_utf8(*file)) reply.content_type += "; charset=utf-8";
  reply.headers = {
      {"Accept-Ranges", "bytes"},
      {"ETag", etag},
      {"Content-Disposition",
       content_disposition(download || !format.shown, original.path.substr(original.path.rfind('/') + 1))},
      // A page of somebody's is no page of ours: no scripts, no forms, nothing fetched. A PDF is shown by the browser's
      // own viewer, which a sandbox would stop.
      {"Content-Security-Policy",
       original.format == "pdf"
           ? "frame-ancestors 'none'"
           : "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"},
      {"Referrer-Policy", "no-referrer"}};
  if (range.kind == ByteRange::Kind::kPart) {
    reply.status = 206;
    reply.headers.emplace_back("Content-Range",
                               fmt::format("bytes {}-{}/{}", range.begin, range.end - 1, file->size()));
  }
  reply.stream = part_of(file, range.begin, range.end);
  reply.stream_bytes = range.end - range.begin;
  return reply;
}

}  // namespace vankien::api
