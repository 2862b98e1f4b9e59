#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "searchd/search/archive/changed_documents.h"
#include "searchd/search/archive/columns.h"

namespace vankien {

/// Values of one attribute that a filter takes for the same though they differ in case, tone placement or punctuation, and the
/// spelling that each gets: the one that most documents of a clearance have, of several the one with the smallest bytes.
///   Tỉnh ủy Hòa Bình (40 documents), Tỉnh uỷ Hoà Bình (3)   →   Tỉnh ủy Hòa Bình
struct SpelledValues {
  struct Spelling {
    std::uint64_t documents = 0;
    std::string key;  ///< its order_key
  };
  struct Correction {
    std::string key;  ///< the order_key of what is corrected
    std::string right, right_key;
    bool operator==(const Correction&) const = default;
  };
  using Corrections = std::unordered_map<std::string, Correction>;  ///< by each spelling that is not the one

  std::map<std::string, std::map<std::string, Spelling>> by_folded;
  std::shared_ptr<const Corrections> corrections;
};

/// Those of all attributes of what a clearance sees. The same corrections are the same object, from one generation to the next and
/// from one clearance to that above it.
class Spellings {
 public:
  Spellings() = default;
  /// `read`: the columns of all databases of the clearance as they were read; `below`: of the clearance below, if there is one.
  Spellings(const std::vector<const Columns*>& read, const Spellings* below);
  /// What they were in an earlier generation, whose columns were `then`, and what changed since, by database.
  Spellings(const Spellings& before, const std::vector<const Columns*>& then,
            const std::vector<const Columns*>& now, const std::vector<const ChangedDocuments*>& changes,
            const Spellings* below);

  /// nullptr: each value has one spelling.
  std::shared_ptr<const SpelledValues::Corrections> corrections(Attribute attribute) const {
    const auto& values = values_[static_cast<std::size_t>(attribute)];
    return values ? values->corrections : nullptr;
  }

 private:
  std::array<std::shared_ptr<const SpelledValues>, kAttributeCount> values_;  ///< nullptr: each has one
};

}  // namespace vankien
