#pragma once

#include <xapian.h>

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/schema/grade.h"
#include "analyzers/schema/manifest.h"
#include "analyzers/schema/record.h"
#include "indexer/generations/disk_space.h"
#include "indexer/writer/document_builder.h"
#include "indexer/writer/shared_database.h"

namespace vankien {

/// The documents of one source file are those of another now, which has its content: a moved file, or one of several with
/// the same content that stays when the first goes. `from` = `to` if only the paths change.
struct Rekey {
  std::string from;
  std::string to;
  std::vector<std::string> paths;  ///< Record::paths from now on
};

/// What an update did to the database of one grade.
struct DatabaseChange {
  enum class Kind {
    kNone,       ///< its files are the published ones
    kAppended,   ///< one commit, behind the end of the published tables
    kRewritten,  ///< files of its own
  };
  Kind kind = Kind::kNone;
  std::vector<Xapian::docid> written;
  std::vector<Xapian::docid> removed;
};
using Changes = std::array<DatabaseChange, kGradeCount>;

/// What an update goes on from, and where to.
struct UpdatePlace {
  std::filesystem::path published;  ///< a generation: one database a grade
  std::filesystem::path fresh;      ///< a folder without them
  Manifest before;                  ///< of the published one
  DiskReserve disk;
};

/// Makes the databases of a generation from the published ones: documents come, change grade and go. What it costs
/// is what changes. A database that does not change has its files in common with the published one; one that does has
/// at first too, and what is new stands behind the end of its tables (shared_database.h). It has files of its own once
/// there is more than fits one commit, if it lost documents, and when what is behind the first end has grown to half of
/// what is before it: then it is compacted.
class UpdateWriter {
 public:
  explicit UpdateWriter(UpdatePlace place);
  /// Adds or replaces by id; a document that changed its grade leaves its old database, one that is what it was stays
  /// untouched. If the id belongs to
  /// a document of another source file, or to one of the same grade that was handed over, nothing is done, and that
  /// one's path is returned.
  std::optional<std::string> put(const Record& record);
  /// Adds a document that was handed over, or replaces it by its path. Its id must be no source file's in this grade
  /// (find_source); in another one it may: see HandedOverDocuments.
  void put_handed_over(const Record& record);
  /// The path of a document of this id that was not handed over, among those up to a grade.
  std::optional<std::string> find_source(const std::string& id, Grade highest);
  /// The same in one grade alone.
  std::optional<std::string> find_source_in(const std::string& id, Grade grade);
  /// The paths of all that was handed over: api/mat/15 …
  std::vector<std::string> handed_over_paths() const;
  /// Whether the only document at the record's path is just this record.
  bool holds(const Record& record) const;
  /// Removes all documents of one source file; how many there were.
  std::size_t remove_path(const std::string& path);
  /// Removes the documents of one source file whose ids are not among these.
  std::size_t remove_others(const std::string& path, const std::vector<std::string>& ids);
  /// All at once, so that two files may change places. Ids stay. Nothing else may be left at the paths they go to.
  void rekey(const std::vector<Rekey>& changes);
  /// Whether any database was changed.
  bool has_changes() const;
  /// Commits. A database that lost documents is compacted, since freed blocks keep their text.
  Changes finish();

 private:
  struct Shard {
    std::unique_ptr<SharedDatabase> files;  ///< outlives the databases, whose end may write once more
    Xapian::Database database;              ///< the published one, then the one that is written to
    std::optional<Xapian::WritableDatabase> writable;
    Vocabulary vocabulary;
    std::vector<std::string> lost_words;
    bool lost_documents = false;
    bool has_grown = false;
    DatabaseChange change;
  };
  /// The grade's database as one that may be written to.
  Xapian::WritableDatabase& writable(Shard& shard);
  std::filesystem::path fresh(const Shard& shard) const;
  std::string_view name_of(const Shard& shard) const;
  bool has_outgrown(std::string_view grade) const;
  void open(Shard& shard);
  void close(Shard& shard);
  void add(Shard& shard, const Xapian::Document& document);
  void remove(Shard& shard, Xapian::docid id);
  static std::vector<Xapian::docid> read_from_files(const Shard& shard, const std::string& id);
  void commit_when_due(std::size_t added_bytes);
  void commit(Shard& shard);
  void finish(Shard& shard);
  void compact(Shard& shard);

  UpdatePlace place_;
  std::size_t uncommitted_bytes_ = 0;
  std::size_t uncommitted_documents_ = 0;
  std::array<Shard, kGradeCount> shards_;
};

}  // namespace vankien
