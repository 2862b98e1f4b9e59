#include "indexer/ledger/ocr_cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace vankien {
namespace {

constexpr const char* kSchema = R"(
PRAGMA secure_delete = ON;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS pages (
  content TEXT, page INTEGER, engine TEXT, text TEXT, confidence INTEGER, run INTEGER,
  PRIMARY KEY (content, page, engine)) WITHOUT ROWID;
)";

std::filesystem::path file_in(const std::filesystem::path& home) { return home / "ocr.sqlite"; }

/// SQLite makes its files beside this one with the same rights.
std::filesystem::path owners_own(const std::filesystem::path& file) {
  constexpr mode_t kOwner = 0600;
  const int opened = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, kOwner);
  if (opened < 0 || ::fchmod(opened, kOwner) != 0) {
    const int error = errno;
    if (opened >= 0) ::close(opened);
    throw std::system_error(error, std::generic_category(), file.string());
  }
  ::close(opened);
  return file;
}

}  // namespace

bool has_ocr_cache(const std::filesystem::path& home) { return std::filesystem::exists(file_in(home)); }

OcrCache::OcrCache(const std::filesystem::path& home) : database_(owners_own(file_in(home))) {
  database_.execute(kSchema);
  auto last = database_.prepare("SELECT coalesce(max(run), 0) FROM pages");
  last.step();
  run_ = last.number(0) + 1;
}

std::optional<OcrCache::Page> OcrCache::find(const std::string& content, std::size_t page,
                                             const std::string& engine) {
  const std::scoped_lock lock(mutex_);
  // One statement: the page found is the page kept.
  auto row = database_.prepare(
      "UPDATE pages SET run = ? WHERE content = ? AND page = ? AND engine = ? RETURNING text, confidence");
  row.bind(1, run_).bind(2, content).bind(3, static_cast<std::int64_t>(page)).bind(4, engine);
  if (!row.step()) return std::nullopt;
  Page found{row.text(0), static_cast<int>(row.number(1))};
  while (row.step()) {
  }
  return found;
}

void OcrCache::put(const std::string& content, std::size_t page, const std::string& engine,
                   const Page& read) {
  const std::scoped_lock lock(mutex_);
  database_.prepare("INSERT OR REPLACE INTO pages VALUES (?,?,?,?,?,?)")
      .bind(1, content)
      .bind(2, static_cast<std::int64_t>(page))
      .bind(3, engine)
      .bind(4, read.text)
      .bind(5, read.confidence)
      .bind(6, run_)
      .run();
}

void OcrCache::drop_unused() {
  const std::scoped_lock lock(mutex_);
  database_.prepare("DELETE FROM pages WHERE run < ?").bind(1, run_).run();
  // What was written lies in the log too, until it is cut.
  database_.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace vankien
