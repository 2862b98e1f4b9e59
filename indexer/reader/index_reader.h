#pragma once

#include <xapian.h>

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/schema/grade.h"
#include "analyzers/schema/record.h"

namespace vankien {

/// What the table of an archive counts by. Empty = not known.
struct CountedFields {
  std::string type;
  std::string year;  ///< of the issue date
  std::string issuer;
};

/// The published generation of a home folder, to look through as a whole. Needs no lock: what is published never
/// changes. Throws std::runtime_error (nothing is published), Xapian::Error.
///   IndexReader reader(home, {Grade::kOpen});
///   reader.for_each_record([](const StoredRecord& record) { … });
class IndexReader {
 public:
  /// No grades = all.
  IndexReader(const std::filesystem::path& home, const std::vector<Grade>& grades);

  /// Grade by grade, in order of ids: the same archive is told in the same order however it was built.
  void for_each_record(const std::function<void(const StoredRecord&)>& take) const;
  void for_each_count(const std::function<void(const CountedFields&)>& take) const;

 private:
  std::vector<Xapian::Database> databases_;
};

}  // namespace vankien
