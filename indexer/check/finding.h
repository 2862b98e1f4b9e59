#pragma once

#include <string>
#include <vector>

namespace vankien {

/// Something that is not as it should be.
struct Finding {
  std::string code;  ///< stable: checksum, missing_file, database, missing_document, orphan, changed_source …
  std::string place;  ///< a file of the index or of a source
  std::string text;   ///< English sentence
};

/// Findings of one kind are listed up to here; a last one says how many more there are.
inline constexpr std::size_t kMostFindings = 100;

using Findings = std::vector<Finding>;

}  // namespace vankien
