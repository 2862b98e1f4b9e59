#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "indexer/ledger/sqlite.h"

namespace vankien {

/// The ledger's file, in the home and in each generation.
inline constexpr const char* kLedgerFile = "ledger.sqlite";

/// What became of one source file.
struct LedgerEntry {
  std::string path;       ///< source's name and path below it
  std::int64_t size = 0;  ///< both as SourceFile has them
  std::int64_t mtime_ns = 0;
  std::string hash;  ///< XXH3-128 of the content, hex; empty if it could not be read
  /// "read" | "copy": the same content as a file that was read, which holds its documents | "failed" | "retry":
  /// failed for a reason that may pass, so asked again each time
  std::string outcome;
  std::int64_t documents = 0;
  std::int64_t duration_ms = 0;
  std::string born = {};  ///< the path its documents' ids were made of, if it was moved since; else empty
};

/// Why something was not indexed: a whole file (place empty) or one record of it ("line 12").
struct Failure {
  std::string path;
  std::string place;
  std::string code;    ///< stable: encrypted, damaged, bad_json, duplicate_id …
  std::string reason;  ///< English sentence
};

/// What a person may want to know of something that was indexed all the same: a poor scan, a doubtful grade.
using LedgerWarning = Failure;

/// Every source file ever seen, in SQLite (ledger.sqlite of the home folder). What a run notes counts only
/// once its generation is published: notes carry the generation's number, and a ledger that was behind
/// catches up on opening. Each generation carries a copy, sealed notes included: a ledger that does not belong
/// to the published generation (after going back to an older one, or lost) takes that one's.
///   Ledger ledger(home);  ledger.recover(current);  ledger.begin(124, keep);  note…  ledger.seal();
///   ledger.copy_to(gen-000124.tmp);  (publish 124)  ledger.adopt(124);  ledger.belong_to(124);
/// Safe to call from several threads. Throws std::runtime_error.
class Ledger {
 public:
  enum class Mode { kWrite, kRead };
  /// To write: makes it if there is none; the caller holds the home's lock. To read: at any time, also on a disk that
  /// cannot be written to; a home without one has nothing to tell.
  explicit Ledger(const std::filesystem::path& home, Mode mode = Mode::kWrite);

  /// `current` is the published generation: notes of a run that published but died before adopt() are adopted
  /// now, others dropped; if the ledger belongs to another generation, it becomes the one that `current` carries.
  /// For the one writer, before begin(). Throws std::runtime_error if it belongs to another and there is no copy.
  void recover(std::optional<std::uint64_t> current);

  /// Starts a run; with `keep_old`, files it does not note stay as they were (update), else they are
  /// forgotten (reindex).
  void begin(std::uint64_t generation, bool keep_old);
  void note(const LedgerEntry& entry);
  void note_failure(const Failure& failure);
  void note_warning(const LedgerWarning& warning);
  /// Nothing happens if the ledger does not know it.
  void note_removed(const std::string& path);
  /// A document that the file's row counts is not published after all, for this reason: one fewer, and what was worth knowing
  /// of it is forgotten. Of a file that has none left it is the failure, and that of its copies. True if it has none left.
  bool note_lost_document(const Failure& failure);
  /// What is known to be wrong with one file goes on with another that has its content (or with itself: noted anew,
  /// but not read anew).
  void note_same_troubles(const std::string& from, const std::string& to);
  /// The notes are on disk after this.
  void seal();
  /// Writes a copy of the sealed ledger into a generation's folder; if the published generation's copy says the same, it is that
  /// file (a hard link): a handed-over document changes none of a hundred thousand files.
  void copy_to(const std::filesystem::path& generation, const std::filesystem::path& published = {});
  void adopt(std::uint64_t generation);
  /// From now on the ledger tells of this generation, which is published.
  void belong_to(std::uint64_t generation);

  /// Calls `take` for every file in order of their paths, with the number of its documents: as published, or
  /// as it will be once the sealed notes are adopted, or of the latter those that the notes are of (0: it is gone).
  enum class State { kPublished, kSealed, kChanged };
  void each_file(State state,
                 const std::function<void(const std::string& path, std::int64_t documents)>& take);

  std::optional<LedgerEntry> find(const std::string& path);
  /// All files of the published state, by path.
  std::map<std::string, LedgerEntry> entries();
  /// Failures of the published state.
  std::vector<Failure> failures();
  /// Warnings of the published state, of all codes or one.
  std::vector<LedgerWarning> warnings(const std::string& code = {});

 private:
  void drop_pending();
  bool has_notes();
  std::optional<std::uint64_t> read_generation(const char* query);
  void restore(const std::filesystem::path& copy);
  void note_row(const char* insert, const Failure& row);

  std::filesystem::path home_;
  std::mutex mutex_;
  Sqlite database_;
};

}  // namespace vankien
