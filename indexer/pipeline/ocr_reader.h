#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/extract.h"
#include "indexer/extract/ocr_child.h"
#include "indexer/ledger/ocr_cache.h"
#include "indexer/pipeline/run.h"

namespace vankien {

/// Numbers, from 1, of the pages OCR was asked for.
struct OcrPages {
  std::vector<std::size_t> read;    ///< whose text is OCR's now
  std::vector<std::size_t> poor;    ///< hardly readable, or not at all though something is on them
  std::vector<std::size_t> failed;  ///< that nobody could read
  bool retry = false;               ///< for want of a program that may be installed by the next time
};

/// Reads the thin pages of documents by OCR: each in a child of its own with its own time, so that two hundred pages take
/// as long as they take and a page that fails costs itself. What was read before is taken from the cache.
/// One for a run; safe to call from several threads.
class OcrReader {
 public:
  OcrReader(const RunOptions& options, const ExtractLimits& limits, RunCounts& counts);

  /// Replaces those of text.thin_pages on which OCR finds more than their own letters. Warnings: ocr_failed, poor_scan,
  /// no_text, each with its page. Throws ExtractError if no page of the document could be read: the code of its first
  /// failure, or empty.
  OcrPages read(const std::filesystem::path& file, ExtractedText& text);

  /// For the end of a full reindex: see OcrCache.
  void drop_unused();

 private:
  struct Source;  ///< a file, what it was when its hash was taken, the hash

  OcrCache& cache();
  const std::string& engine();
  OcrCache::Page read_page(const Source& source, std::size_t page);

  const RunOptions& options_;
  const ExtractLimits& limits_;
  RunCounts& counts_;
  std::mutex mutex_;
  std::unique_ptr<OcrCache> cache_;  ///< opened for the first thin page
  std::string engine_;
  std::optional<ExtractError> no_engine_;
};

}  // namespace vankien
