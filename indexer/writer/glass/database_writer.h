#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "indexer/writer/glass/list_writer.h"
#include "indexer/writer/glass/table_writer.h"

namespace vankien::glass {

/// A new Xapian database without positions and term lists, written table by table and handed to the system: whoever
/// publishes it brings it to the disk. The two halves may be two threads':
///   lists() …                    postlist.glass, see ListWriter
///   data(1, …) data(2, …) …      docdata.glass
/// then synonyms, then finish(): before that there is no database. Source: Xapian 1.4.22, backends/glass.
/// Throws std::system_error.
class DatabaseWriter {
 public:
  /// Makes the folder.
  explicit DatabaseWriter(std::filesystem::path folder);

  ListWriter& lists() { return lists_; }
  /// Numbers rise.
  void data(std::uint32_t document, std::string_view data);
  /// `key` in order, each with at least one form.
  void synonyms(const std::string& key, const std::set<std::string>& forms);
  /// What it wrote, but for the version file, which is small: by name.
  Manifest::Files finish(const DatabaseCounts& counts);

 private:
  std::filesystem::path folder_;
  TableWriter postings_;
  TableWriter data_;
  TableWriter synonyms_;
  ListWriter lists_{postings_};
  std::string key_;
};

}  // namespace vankien::glass
