#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>

#include "indexer/ledger/sqlite.h"

namespace vankien {

/// What OCR read, by content, in SQLite (ocr.sqlite of the home folder): a scan is read once however often the archive is
/// indexed anew, also when the run that read it died. It holds the text of secret papers: only its owner may read the
/// file, and what is dropped is overwritten.
///   OcrCache cache(home, engine);  find(hash, 3) … put(hash, 3, page) …   cache.drop_unused();
/// Safe to call from several threads, under the home's lock. Throws std::runtime_error.
class OcrCache {
 public:
  struct Page {
    std::string text;  ///< as the engine gave it
    int confidence = 0;
  };

  explicit OcrCache(const std::filesystem::path& home);

  /// `content` is the hash of the file's bytes, `page` counts from 1, `engine` names all else the text depends on.
  std::optional<Page> find(const std::string& content, std::size_t page, const std::string& engine);
  void put(const std::string& content, std::size_t page, const std::string& engine, const Page& read);

  /// Drops what was neither found nor put since this object was made: for the end of a full reindex.
  void drop_unused();

 private:
  std::mutex mutex_;
  Sqlite database_;
  std::int64_t run_ = 0;
};

/// Whether the home folder has such a file.
bool has_ocr_cache(const std::filesystem::path& home);

}  // namespace vankien
