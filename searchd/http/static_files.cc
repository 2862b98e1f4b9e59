#include "searchd/http/static_files.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "searchd/http/keys.h"

namespace vankien::http {
namespace {

constexpr std::size_t kMaxBytes = 64u << 20;

// Everything the page needs comes from here; inline script and style are refused, so that a title with markup
// in it stays text even if the page forgot to escape it.
constexpr std::string_view kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

std::string content_type_of(const std::filesystem::path& file) {
  constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".json", "application/json"},
      {".map", "application/json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".txt", "text/plain; charset=utf-8"},
      {".webmanifest", "application/manifest+json"},
  };
  for (const auto& [extension, type] : kTypes)
    if (file.extension() == extension) return std::string(type);
  return "application/octet-stream";
}

std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in.good() && !in.eof()) throw std::runtime_error(fmt::format("cannot read {}", file.string()));
  return bytes;
}

bool matches(std::string_view if_none_match, std::string_view etag) {
  return if_none_match == "*" || if_none_match.find(etag) != std::string_view::npos;
}

}  // namespace

StaticFiles::StaticFiles(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  if (!fs::is_directory(folder))
    throw std::runtime_error(fmt::format("web folder {} is no folder", folder.string()));
  std::size_t total = 0;
  for (auto entry = fs::recursive_directory_iterator(folder); entry != fs::recursive_directory_iterator();
       ++entry) {
    if (entry->path().filename().string().starts_with('.')) {
      entry.disable_recursion_pending();
      continue;
    }
    if (entry->is_symlink() || !entry->is_regular_file()) continue;
    File file{read_file(entry->path()), content_type_of(entry->path()), ""};
    file.etag = '"' + to_hex(hash_key(file.bytes)).substr(0, 32) + '"';
    total += file.bytes.size();
    if (total > kMaxBytes)
      throw std::runtime_error(fmt::format("web folder {} holds over 64 MB", folder.string()));
    files_.emplace(fs::relative(entry->path(), folder).generic_string(), std::move(file));
  }
}

std::optional<api::Reply> StaticFiles::find(const std::vector<std::string>& segments,
                                            std::string_view if_none_match) const {
  const std::string path = segments.empty() ? "index.html" : fmt::format("{}", fmt::join(segments, "/"));
  const auto entry = files_.find(path);
  if (entry == files_.end()) return std::nullopt;
  const File& file = entry->second;
  api::Reply reply;
  reply.content_type = file.content_type;
  // Kept by the browser, but asked for each time: a new release is seen at once.
  reply.headers = {{"Cache-Control", "no-cache"},
                   {"ETag", file.etag},
                   {"Content-Security-Policy", std::string(kPolicy)},
                   {"Referrer-Policy", "no-referrer"}};
  if (matches(if_none_match, file.etag))
    reply.status = 304;
  else
    reply.body = file.bytes;
  return reply;
}

}  // namespace vankien::http
