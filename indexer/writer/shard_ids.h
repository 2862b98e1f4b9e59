#pragma once

#include <xapian.h>

#include <array>
#include <filesystem>
#include <optional>
#include <string>

#include "analyzers/schema/grade.h"

namespace vankien {

/// The ids that finished shards hold, by grade, for what comes after them: ShardIds(attempt.shards()).find("15", grade).
/// Throws Xapian::Error.
class ShardIds {
 public:
  /// All shards that are below the folder now; one that is made later is not seen. No folder: none.
  explicit ShardIds(const std::filesystem::path& shards);
  /// The path of the document that holds the id in this grade.
  std::optional<std::string> find(const std::string& id, Grade grade) const;

 private:
  std::array<Xapian::Database, kGradeCount> grades_;
};

}  // namespace vankien
