#pragma once

#include <xapian.h>

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/schema/grade.h"
#include "analyzers/schema/manifest.h"
#include "analyzers/schema/record.h"
#include "indexer/writer/document_builder.h"
#include "indexer/writer/last_ids.h"

namespace vankien {

/// One worker's own databases, one a grade, made as needed. Few documents a commit on purpose: at 250 a build
/// took 37.8 CPU seconds and 14 MB where Xapian's default of 10,000 took 86.6 and 322 MB (50,000 documents of
/// 3 KB). One thread at a time. All throw Xapian::Error.
class ShardWriter {
 public:
  explicit ShardWriter(std::filesystem::path folder);
  void add(const Record& record);
  /// Commits what was added, on disk when it returns.
  LastIds commit();
  /// Commits; the writer is spent.
  void finish();

 private:
  struct Shard {
    Xapian::WritableDatabase database;
    Vocabulary vocabulary;
    bool changed = false;
  };
  std::filesystem::path folder_;
  std::array<std::unique_ptr<Shard>, kGradeCount> shards_;
};

/// Compacts what the workers wrote below `shards` into one database a grade below `generation` (an empty one
/// for a grade without documents, so that the folders tell nothing). `next` is called before each; what it throws
/// ends the merge. Throws Xapian::Error.
void merge_shards(
    const std::filesystem::path& shards, const std::filesystem::path& generation,
    const std::function<void()>& next = [] {});

/// Counts of one finished database, for the manifest (`updated` is left empty). Throws Xapian::Error.
GradeManifest describe_database(const std::filesystem::path& database);

/// The documents of one source file are those of another now, which has its content: a moved file, or one of several with
/// the same content that stays when the first goes. `from` = `to` if only the paths change.
struct Rekey {
  std::string from;
  std::string to;
  std::vector<std::string> paths;  ///< Record::paths from now on
};

/// Changes a copy of a published generation: documents come, change grade and go. Commits to the copy as it goes,
/// so that it holds little in memory.
class UpdateWriter {
 public:
  /// `generation` holds one database a grade. Throws Xapian::Error.
  explicit UpdateWriter(std::filesystem::path generation);
  /// Adds or replaces by id; a document that changed its grade leaves its old database. If the id belongs to
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
  /// The grades whose databases were changed.
  std::array<bool, kGradeCount> changed() const;
  /// Commits. A database that lost documents is compacted, since freed blocks keep their text.
  void finish();

 private:
  struct Shard {
    Xapian::WritableDatabase database;
    Vocabulary vocabulary;
    std::vector<std::string> lost_words;
    bool lost_documents = false;
    bool changed = false;
  };
  void remove(Shard& shard, Xapian::docid id);
  static std::vector<Xapian::docid> read_from_files(const Shard& shard, const std::string& id);
  void commit_when_due(std::size_t added_bytes);

  std::size_t uncommitted_bytes_ = 0;
  std::size_t uncommitted_documents_ = 0;
  std::filesystem::path generation_;
  std::array<Shard, kGradeCount> shards_;
};

}  // namespace vankien
