#pragma once

#include <xapian.h>

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

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

}  // namespace vankien
