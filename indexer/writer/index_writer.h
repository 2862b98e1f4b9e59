#pragma once

#include <xapian.h>

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "analyzers/schema/grade.h"
#include "analyzers/schema/manifest.h"
#include "analyzers/schema/record.h"
#include "indexer/writer/duplicate_ids.h"
#include "indexer/writer/last_ids.h"
#include "indexer/writer/run/run_builder.h"

namespace vankien {

/// Gathers documents in memory and writes them below a folder as runs (run/run_format.h), one a grade:
///   folder/0-open.run folder/0-mat.run folder/1-open.run …
/// One thread at a time. All throw std::runtime_error; what was written then is of no use.
class ShardWriter {
 public:
  static constexpr std::size_t kMemory = std::size_t{64} << 20;

  /// `memory`: bytes that are gathered before a run is written.
  explicit ShardWriter(std::filesystem::path folder, std::size_t memory = kMemory);
  /// Writes first if it is full. `place` in its source file, as failures name it.
  void add(const Record& record, std::string_view place = {});
  bool is_full() const { return gathered() >= memory_; }
  /// Of memory, more than what is written takes on disk.
  std::size_t gathered() const;
  /// What is gathered; on disk when it returns.
  void write();
  /// Writes the rest; on disk when it returns. Tells how many documents there are of each grade. The writer is spent.
  LastIds finish();

 private:
  std::filesystem::path folder_;
  std::size_t memory_;
  unsigned number_ = 0;  ///< of the next run
  LastIds last_{};
  std::array<std::unique_ptr<RunBuilder>, kGradeCount> runs_;
};

/// Joins the runs that workers wrote below `shards` to one database a grade below `generation` (an empty one
/// for a grade without documents, so that the folders tell nothing), without those that are left out. `next` is called before each; what it throws
/// ends the merge. Sums of what it wrote and knows, by their places below `generation`. Throws Xapian::Error, std::runtime_error.
Manifest::Files merge_shards(
    const std::filesystem::path& shards, const std::filesystem::path& generation,
    const LeftOut& left_out = {}, const std::function<void()>& next = [] {});

/// Counts of one finished database, for the manifest (`updated` is left empty). Throws Xapian::Error.
GradeManifest describe_database(const std::filesystem::path& database);

/// The same of a database to which a commit was appended, from what is known of the one before: of its documents only the
/// changed ones are looked at.
GradeManifest describe_appended(const std::filesystem::path& database, const std::filesystem::path& before,
                                const GradeManifest& known, const std::vector<Xapian::docid>& changed);

}  // namespace vankien
