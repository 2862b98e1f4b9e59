#pragma once

#include <array>
#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/schema/grade.h"
#include "analyzers/schema/manifest.h"
#include "analyzers/schema/record.h"
#include "indexer/writer/shard_update.h"

namespace vankien {

/// The documents of one source file are those of another now, which has its content: a moved file, or one of several with
/// the same content that stays when the first goes. `from` = `to` if only the paths change.
struct Rekey {
  std::string from;
  std::string to;
  std::vector<std::string> paths;  ///< Record::paths from now on
};

/// What an update did to the databases, by grade.
using Changes = std::array<DatabaseChange, kGradeCount>;

/// Makes the databases of a generation from the published ones: documents come, change grade and go. What it costs
/// is what changes. A database that does not change has its files in common with the published one; one that does has
/// at first too, and what is new stands behind the end of its tables (shared_database.h). It has files of its own once
/// there is more than fits one commit, if it lost documents, and when what is behind the first end has grown to half of
/// what is before it: then it is compacted.
class UpdateWriter {
 public:
  explicit UpdateWriter(UpdatePlace place);
  UpdateWriter(const UpdateWriter&) = delete;
  UpdateWriter& operator=(const UpdateWriter&) = delete;
  /// Adds or replaces by id; a document that changed its grade leaves its old database, one that is what it was stays
  /// untouched. Documents of other source files with its id are removed if `gives_way` says so of each. If one does not, or if a
  /// document of the same grade that was handed over has the id, nothing is done, and that one's path is returned.
  using GivesWay = std::function<bool(Grade grade, const std::string& path)>;
  std::optional<std::string> put(
      const Record& record, const GivesWay& gives_way = [](Grade, const std::string&) { return false; });
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
  /// Removes those documents of one source file whose ids are not to be kept.
  std::size_t remove_others(const std::string& path,
                            const std::function<bool(const std::string& id)>& is_kept);
  /// All at once, so that two files may change places. Ids stay. Nothing else may be left at the paths they go to.
  void rekey(const std::vector<Rekey>& changes);
  /// Whether there is anything for rewrite_outgrown().
  static bool has_outgrown(const std::filesystem::path& published, const Manifest& before);
  /// Writes anew, without a change, the databases whose tables have grown by half. Nothing else is done with this writer
  /// but finish().
  void rewrite_outgrown();
  /// Whether any database was changed.
  bool has_changes() const;
  /// Commits. A database that lost documents is compacted, since freed blocks keep their text.
  Changes finish();

 private:
  ShardUpdate& shard_of(Grade grade) { return shards_[static_cast<std::size_t>(grade)]; }
  const ShardUpdate& shard_of(Grade grade) const { return shards_[static_cast<std::size_t>(grade)]; }
  void commit_when_due(std::size_t added_bytes);

  UpdatePlace place_;
  std::size_t uncommitted_bytes_ = 0;
  std::size_t uncommitted_documents_ = 0;
  std::deque<ShardUpdate> shards_;  ///< by grade; they stay where they are
};

}  // namespace vankien
