#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/ledger/ledger.h"
#include "indexer/scan/scan.h"
#include "indexer/writer/update_writer.h"

namespace vankien {

// What a run will do, from what the disk shows and what the ledger knows, before anything is touched. A file is known
// again by size and times, and where these differ by its content (its sidecar's is part of it):
//
//   same path, same content                            unchanged
//   new path, content of a file that is gone           moved: the documents keep their ids and are not read again
//   content of another file that is still there        copy: indexed once, with all its paths
//   the file that held it is gone, a copy is not       the copy holds it now, unread
//   any of these beside `unchanged`                    again: files of which a document lost its id to another's, which may be gone
//
// The same content under a name that makes it another format is another content: what a .txt says, a .html may hide.

/// One line of `--dry-run`.
struct PlanLine {
  std::string what;  ///< new | changed | moved | copy | vanished | again | unreadable
  std::string path;
  std::string other;  ///< moved: from where; copy: of which file; unreadable: why
};

struct Plan {
  std::vector<SourceFile>
      reads;  ///< files to read, in order of the scan, with copies and the path they were born at
  std::vector<Rekey> rekeys;  ///< documents of the index whose files changed
  std::vector<std::string>
      emptied;  ///< paths whose documents go: vanished, or the file holds something else now
  std::vector<std::string> vanished;  ///< paths the ledger forgets
  std::vector<LedgerEntry> notes;     ///< rows of files that are not read: moved, copies, touched
  std::vector<std::string>
      touched;                  ///< those of `notes` whose content stayed: what is known of them stays too
  std::vector<PlanLine> lines;  ///< by path, vanished ones last
  std::uint64_t moved = 0;
  std::uint64_t copies = 0;  ///< new ones that are not read; a reindex counts them as it reads
  std::uint64_t unchanged = 0;
};

/// `update`: files of other sources stay as they are. Opens files to hash those that may have changed, moved or been
/// copied; of one that cannot be opened nothing is known, and it is read (which fails).
Plan plan_update(const std::vector<Source>& sources, Ledger& ledger);

/// `reindex`: everything is read, each content once, and only documents' ids are taken over from the ledger. Of the
/// lines `unchanged` ones are told by size and times alone.
Plan plan_reindex(const std::vector<Source>& sources, Ledger& ledger);

}  // namespace vankien
