#include <string>
#include <vector>

#include "indexer/ledger/ledger.h"

namespace vankien {

bool Ledger::note_lost_document(const Failure& failure) {
  const bool is_known = [&] {
    const std::scoped_lock lock(mutex_);
    auto row = database_.prepare("SELECT 1 FROM pending_files WHERE path = ?");
    return row.bind(1, failure.path).step();
  }();
  if (!is_known) note_same_troubles(failure.path, failure.path);  // of a file that an update leaves alone
  const std::scoped_lock lock(mutex_);
  database_.execute(
      "CREATE INDEX IF NOT EXISTS pending_warnings_by_path ON pending_warnings (path);"
      "CREATE INDEX IF NOT EXISTS pending_failures_by_path ON pending_failures (path);"
      "CREATE INDEX IF NOT EXISTS pending_files_by_hash ON pending_files (hash)");
  if (!is_known)
    database_.prepare("INSERT INTO pending_files SELECT * FROM files WHERE path = ?")
        .bind(1, failure.path)
        .run();
  // Without a place it is the whole file, or a record of which only the file is known: then others keep their warnings.
  database_
      .prepare(
          "DELETE FROM pending_warnings WHERE path = ?1 AND CASE ?2 WHEN '' THEN "
          "(SELECT documents FROM pending_files WHERE path = ?1) = 1 AND "
          "NOT EXISTS (SELECT 1 FROM pending_failures WHERE path = ?1) "
          "ELSE place = ?2 OR substr(place, 1, length(?2) + 2) = ?2 || ', ' END")
      .bind(1, failure.path)
      .bind(2, failure.place)
      .run();
  database_.prepare("UPDATE pending_files SET documents = documents - 1 WHERE path = ?")
      .bind(1, failure.path)
      .run();
  const char* insert = "INSERT INTO pending_failures VALUES (?,?,?,?)";
  const auto note = [&](const std::string& path) {
    database_.prepare(insert)
        .bind(1, path)
        .bind(2, failure.place)
        .bind(3, failure.code)
        .bind(4, failure.reason)
        .run();
  };
  note(failure.path);
  auto emptied = database_.prepare(
      "UPDATE pending_files SET outcome = 'failed' WHERE path = ? AND documents = 0 AND outcome = 'read' "
      "RETURNING hash");
  if (!emptied.bind(1, failure.path).step()) return false;
  const std::string hash = emptied.text(0);
  emptied.run();
  database_
      .prepare(
          "INSERT OR IGNORE INTO pending_files SELECT * FROM files WHERE outcome = 'copy' AND hash = ? AND "
          "(SELECT keep_old FROM pending_run) AND path NOT IN (SELECT path FROM pending_removed)")
      .bind(1, hash)
      .run();
  std::vector<std::string> copies;
  {
    auto rows = database_.prepare("SELECT path FROM pending_files WHERE outcome = 'copy' AND hash = ?");
    rows.bind(1, hash);
    while (rows.step()) copies.push_back(rows.text(0));
  }
  database_.prepare("UPDATE pending_files SET outcome = 'failed' WHERE outcome = 'copy' AND hash = ?")
      .bind(1, hash)
      .run();
  for (const std::string& path : copies) note(path);
  return true;
}

}  // namespace vankien
