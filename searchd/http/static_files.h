#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/api/reply.h"

namespace vankien::http {

/// The files of the web page, read once at start: what is served is this list and nothing else of the disk.
class StaticFiles {
 public:
  /// No files.
  StaticFiles() = default;
  /// Reads a folder and those below it; symbolic links and names that begin with a dot are left out.
  /// Throws std::runtime_error if it cannot be read or holds more than 64 MB.
  explicit StaticFiles(const std::filesystem::path& folder);

  /// The file at a path, "/" being index.html; with a fitting If-None-Match a 304. Nothing if there is no
  /// such file.
  std::optional<api::Reply> find(const std::vector<std::string>& segments,
                                 std::string_view if_none_match) const;

  bool empty() const { return files_.empty(); }

 private:
  struct File {
    std::string bytes;
    std::string content_type;
    std::string etag;  ///< quoted
  };
  std::map<std::string, File, std::less<>> files_;  ///< "assets/app.js" → file
};

}  // namespace vankien::http
