#pragma once

#include <xapian.h>

#include <array>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/schema/manifest.h"
#include "searchd/search/archive/bare_words.h"
#include "searchd/search/archive/changed_documents.h"
#include "searchd/search/archive/clearance.h"
#include "searchd/search/archive/columns.h"
#include "searchd/search/archive/posting_lists.h"
#include "searchd/search/archive/respelling.h"
#include "searchd/search/archive/titles.h"
#include "searchd/search/archive/word_rows.h"

namespace vankien {

class Standing;  // searchd/search/archive/standing.h

/// What a clearance sees of a snapshot: the databases up to its grade opened together, and their columns in
/// the same order. Secrets above it are not in this object at all, so no count, score or suggestion can know
/// of them. Used by one thread at a time; goes back to the snapshot's pool when let go.
class View {
 public:
  Xapian::Database database;                  ///< all shards together: ranks with their common statistics
  std::vector<Xapian::Database> shards;       ///< one a grade
  std::vector<const Columns*> columns;        ///< by shard
  std::vector<const PostingLists*> postings;  ///< by shard
  std::vector<const WordRows*> rows;          ///< by shard
  std::vector<const Titles*> titles;          ///< by shard
  std::vector<const BareWords*> bare_words;   ///< by shard
  const Standing* standing = nullptr;         ///< which documents were replaced, repealed …
};

/// One published generation, opened by its own path with fresh handles. Immutable; shared by all requests
/// begun while it was current. Throws std::runtime_error if it cannot be opened or is not
/// what its manifest says.
class Snapshot {
 public:
  /// `before`: a snapshot of an earlier generation, from which is taken over what has not changed since: a database with the same
  /// files as it stands, of one that updates have appended to all but their documents, as long as manifests tell which. It
  /// answers as one opened from nothing.
  explicit Snapshot(const std::filesystem::path& generation, const Snapshot* before = nullptr);

  const Manifest& manifest() const { return manifest_; }
  const std::string& name() const { return name_; }
  const std::filesystem::path& folder() const { return generation_; }

  struct GiveBack {
    const Snapshot* snapshot;
    Clearance clearance;
    void operator()(View* view) const { snapshot->give_back(clearance, std::unique_ptr<View>(view)); }
  };
  using Lease = std::unique_ptr<View, GiveBack>;
  /// The snapshot must outlive the lease.
  Lease view(Clearance clearance) const;

 private:
  /// By grade: what has changed since the snapshot before; nothing = not known.
  using Changes = std::array<std::optional<ChangedDocuments>, kGradeCount>;

  void check_sizes() const;
  void load(Grade grade, const Snapshot* before, Changes& changes);
  void take_over(Grade grade, const Snapshot& before, const Xapian::Database& database,
                 const ChangedDocuments& changes);
  void take_over_outlooks(const Snapshot& before, const Changes& changes);
  void take_over_outlook(Clearance clearance, const Snapshot& before, const Changes& changes);
  std::unique_ptr<View> open_shards(Clearance clearance) const;
  std::unique_ptr<View> open_view(Clearance clearance) const;
  void look_around(Clearance clearance, View& view) const;
  std::shared_ptr<const Standing> standing_for(Clearance clearance, const View& view) const;
  void give_back(Clearance clearance, std::unique_ptr<View> view) const;

  std::filesystem::path generation_;
  std::string name_;
  Manifest manifest_;
  std::array<std::shared_ptr<const Columns>, kGradeCount> columns_;
  std::array<std::shared_ptr<const PostingLists>, kGradeCount> postings_;
  std::array<std::shared_ptr<const WordRows>, kGradeCount> rows_;
  std::array<std::shared_ptr<const Titles>, kGradeCount> titles_;
  std::array<std::shared_ptr<const BareWords>, kGradeCount> bare_words_;
  /// What depends on all that a clearance sees: made when it is first asked for, by the archive before anybody else can.
  struct Outlook {
    std::once_flag once;
    std::shared_ptr<const Standing> standing;
    std::vector<Columns> columns;
    Spellings spellings;
  };
  static void show(const Outlook& outlook, View& view);

  RespelledColumns respelled_;
  mutable std::array<Outlook, kGradeCount> outlooks_;
  mutable std::mutex mutex_;
  mutable std::array<std::vector<std::unique_ptr<View>>, kGradeCount> idle_;
};

}  // namespace vankien
