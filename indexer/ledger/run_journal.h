#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "indexer/ledger/ledger.h"
#include "indexer/writer/last_ids.h"

namespace vankien {

/// A piece of a source that was read whole: a file, or some lines of a .jsonl.
struct DoneUnit {
  std::string path;              ///< as in the ledger
  std::uint64_t first_line = 0;  ///< 1 = the file's first; 0 = the whole file
  std::int64_t size = 0;         ///< of the file, as are time and hash: another content is another piece
  std::int64_t mtime_ns = 0;
  std::string hash;
  std::int64_t documents = 0;
  std::vector<Failure> failures;  ///< single lines that could not be read
  std::vector<LedgerWarning> warnings;
};

/// What a reindex that was interrupted had done, in SQLite beside its runs. A part is what one worker wrote of whole units;
/// it is told once, when all of it is on disk, with how many documents it holds.
/// Safe to call from several threads. Throws std::runtime_error.
class RunJournal {
 public:
  explicit RunJournal(const std::filesystem::path& file);

  /// What the run depends on besides its sources; empty in a new journal.
  std::string identity();
  void set_identity(const std::string& identity);

  /// On disk when this returns.
  void tell(const std::string& part, const LastIds& documents, const std::vector<DoneUnit>& units);

  std::map<std::string, LastIds> parts();
  std::vector<DoneUnit> units(const std::string& path);
  /// One of them, without its notes: it tells which content of the file was read.
  std::optional<DoneUnit> any_unit(const std::string& path);
  /// The file is as it was when its units were read.
  void confirm(const std::string& path);
  /// The files that were not confirmed since the journal was opened, in order of their paths.
  std::vector<std::string> unconfirmed();
  void forget_files(const std::vector<std::string>& paths);
  void forget_part(const std::string& part);

 private:
  std::mutex mutex_;
  Sqlite database_;
};

}  // namespace vankien
