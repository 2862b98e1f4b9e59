#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/schema/manifest.h"
#include "indexer/generations/disk_space.h"
#include "indexer/writer/document_builder.h"
#include "indexer/writer/lost_words.h"
#include "indexer/writer/pending_changes.h"
#include "indexer/writer/shared_database.h"

namespace vankien {

/// What an update goes on from, and where to.
struct UpdatePlace {
  std::filesystem::path published;  ///< a generation: one database a grade
  std::filesystem::path fresh;      ///< a folder without them
  Manifest before;                  ///< of the published one
  DiskReserve disk;
  bool is_waited_for =
      false;  ///< what has grown by half is left to a later rewrite_outgrown(), until it is thrice as large
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

/// The database of one grade while an update goes on: the published one, then one that begins with its files as long as one
/// commit is enough, or a copy. Changes are gathered and written together, a commit each time.
///   ShardUpdate shard(place, "open");
///   shard.add(record, shard.build(record));  …  shard.commit_early(bytes);  …  DatabaseChange change = shard.finish(bytes);
/// `bytes`: of text that was put in since the last commit, in any database. Throws Xapian::Error, and std::runtime_error if a stored
/// record is not what the index says; what fails in a commit or a compaction throws DiskFull or std::runtime_error, whose sentence
/// tells where. Nothing waits for the disk: NewGeneration::seal() syncs what is to be published, all at once.
class ShardUpdate {
 public:
  /// The place must outlive it.
  ShardUpdate(const UpdatePlace& place, std::string_view grade);
  ShardUpdate(const ShardUpdate&) = delete;
  ShardUpdate& operator=(const ShardUpdate&) = delete;

  // As it is now, with all that was changed. The number of a document is that of the finished database.
  std::vector<Xapian::docid> documents_of(const std::string& source) const {
    return pending_.of_source(database_, source);
  }
  /// The documents of an id but for those that were handed over.
  std::vector<Xapian::docid> read_from_files(const std::string& id) const;
  DocumentOrigin origin(Xapian::docid id) const { return pending_.origin(database_, id); }
  /// The stored record.
  std::string data(Xapian::docid id) const { return pending_.data(database_, id); }
  /// Paths of handed-over documents.
  std::vector<std::string> handed_over_paths() const;
  bool is_changed() const { return change_.kind != DatabaseChange::Kind::kNone || !pending_.empty(); }

  /// The terms of a document that is to be put here.
  Xapian::Document build(const Record& record) { return build_document(record, vocabulary_); }
  void add(const Record& record, const Xapian::Document& document);
  /// It keeps its number, so that Xapian touches only the lists of terms that are not the same: of a document with a word added in an
  /// archive of 200,000 a dozen blocks instead of 3,700.
  void replace(Xapian::docid id, const Record& record, const Xapian::Document& document);
  /// The document is of another source file from now on. See Rekey in update_writer.h.
  void move(Xapian::docid id, const std::string& to, const std::vector<std::string>& paths);
  /// Another comes in its place.
  void remove(Xapian::docid id);
  /// It leaves the grade: the database is compacted at the end, since freed blocks keep their text.
  void remove_for_good(Xapian::docid id);

  /// There is more than fits one commit: what is there is committed, and the database has files of its own. Nothing if
  /// nothing was changed since the last.
  void commit_early(std::uint64_t bytes);
  /// Writes the published one anew, without a change, if it has grown by half. Nothing else is done then but finish().
  void rewrite_if_outgrown();
  /// The database stands whole in the fresh folder. Once.
  DatabaseChange finish(std::uint64_t bytes);

 private:
  void open(Xapian::Database database);
  void make_place();
  void write(std::uint64_t bytes);
  bool is_stored(Xapian::docid id) const;
  bool keeps_words() const;
  void renumber();
  bool put_lists_back();
  void note_lost_pending(Xapian::docid id);
  void write_documents(Xapian::WritableDatabase& database, bool keeps_words);
  void compact(const std::filesystem::path& from);

  const UpdatePlace& place_;
  std::filesystem::path published_;
  std::filesystem::path fresh_;
  std::string_view grade_;
  std::unique_ptr<SharedDatabase> files_;  ///< outlives the database that is written to
  Xapian::Database database_;              ///< as the last commit left it
  Xapian::docid last_ = 0;                 ///< number of the last document, also of one that is to be written
  PendingChanges pending_;
  Vocabulary vocabulary_;  ///< of what is to be written
  LostWords lost_words_;
  bool lost_documents_ = false;
  bool has_grown_ = false;
  DatabaseChange change_;
};

}  // namespace vankien
