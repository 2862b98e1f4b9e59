#include "indexer/pipeline/ocr_reader.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <tuple>

#include "indexer/extract/ocr_text.h"
#include "indexer/extract/utf.h"
#include "indexer/scan/scan.h"

namespace vankien {
namespace {

/// What tells a file that was replaced or written to since.
using FileState = std::tuple<dev_t, ino_t, off_t, time_t, long>;

FileState state_of(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) throw ExtractError("unreadable", "has vanished while it was read");
  return {status.st_dev, status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

/// OCR of a page that has a text layer is worth taking where it finds a text besides.
bool finds_more(std::string_view read, std::string_view own) {
  return count_letters(read) > 2 * count_letters(own);
}

void check_whole(const ExtractedText& text, const OcrPages& pages, const std::optional<ExtractError>& failure,
                 const ExtractLimits& limits) {
  if (failure && pages.read.empty() && text.thin_pages.size() == text.pages.size()) throw *failure;
  std::size_t letters = 0;
  std::size_t bytes = 0;
  for (const std::string& page : text.pages) {
    letters += count_letters(page);
    bytes += page.size();
  }
  if (letters == 0)
    throw ExtractError("empty", fmt::format("no letter on any of {} pages", text.pages.size()));
  if (bytes > limits.output_bytes)
    throw ExtractError("too_large", fmt::format("more than {} bytes of text", limits.output_bytes));
}

}  // namespace

struct OcrReader::Source {
  const std::filesystem::path& file;
  FileState state;
  std::string content;
};

OcrReader::OcrReader(const RunOptions& options, const ExtractLimits& limits, RunCounts& counts)
    : options_(options), limits_(limits), counts_(counts) {}

OcrCache& OcrReader::cache() {
  const std::scoped_lock lock(mutex_);
  if (!cache_) cache_ = std::make_unique<OcrCache>(options_.home);
  return *cache_;
}

const std::string& OcrReader::engine() {
  const std::scoped_lock lock(mutex_);
  if (no_engine_) throw ExtractError(*no_engine_);
  try {
    if (engine_.empty()) engine_ = ocr_engine(ocr_program(options_.self), limits_);
  } catch (const ExtractError& error) {
    if (error.code() == "missing_program") no_engine_ = error;
    throw;
  }
  return engine_;
}

OcrCache::Page OcrReader::read_page(const Source& source, std::size_t page) {
  if (auto known = cache().find(source.content, page, engine())) {
    ++counts_.ocr_pages_cached;
    return *std::move(known);
  }
  ExtractLimits limits = limits_;
  limits.seconds = limits.ocr_seconds;
  OcrPage read = read_page_in_child(ocr_program(options_.self), source.file, page, limits);
  ++counts_.ocr_pages_read;
  OcrCache::Page kept{std::move(read.text), read.confidence};
  // Under the hash of what the file was before, nothing of what it is now.
  if (state_of(source.file) == source.state) cache().put(source.content, page, engine(), kept);
  return kept;
}

OcrPages OcrReader::read(const std::filesystem::path& file, ExtractedText& text) {
  OcrPages pages;
  if (text.thin_pages.empty()) return pages;
  const FileState state = state_of(file);
  const Source source{file, state, hash_bytes(file)};
  std::optional<ExtractError> failure;
  for (const std::size_t number : text.thin_pages) {
    heed_stop(options_);
    const std::string place = fmt::format("page {}", number);
    OcrCache::Page read;
    try {
      read = read_page(source, number);
    } catch (const ExtractError& error) {
      text.warnings.push_back({"ocr_failed", place, error.code() + ": " + error.what()});
      pages.failed.push_back(number);
      pages.retry = pages.retry || error.code() == "missing_program";
      if (!failure) failure = error;
      continue;
    }
    std::string& page = text.pages.at(number - 1);
    std::string mended = mend_ocr(read.text);
    const bool taken = finds_more(mended, page);
    if (taken) {
      page = std::move(mended);
      pages.read.push_back(number);
    }
    if (!taken && count_letters(page) > 0) continue;  // its own few letters are all there is
    const SyllableShare share = count_syllables(page);
    if (is_poor(share, read.confidence)) {
      pages.poor.push_back(number);
      text.warnings.push_back(
          {"poor_scan", place,
           fmt::format("{:.0f} % of {} words are Vietnamese syllables; the engine is {} % sure",
                       100 * share.share(), share.words, read.confidence)});
    } else if (!taken) {
      text.warnings.push_back({"no_text", place, "no text"});
    }
  }
  if (state_of(file) != state) throw ExtractError("unreadable", "was changed while it was read");
  check_whole(text, pages, failure, limits_);
  return pages;
}

void OcrReader::drop_unused() {
  if (cache_ || has_ocr_cache(options_.home)) cache().drop_unused();
}

}  // namespace vankien
