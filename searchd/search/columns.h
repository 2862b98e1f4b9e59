#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/schema/grade.h"
#include "searchd/search/attributes.h"

namespace vankien {

/// One attribute of all documents of one database, as ordinals into a sorted list of its values. Ordinal 0 is
/// "absent"; a larger ordinal sorts later (Vietnamese collation for words, value for numbers and dates).
struct Column {
  std::vector<std::string> values = {""};  ///< by ordinal
  std::vector<std::string> folded = {""};  ///< the same folded for comparing
  std::vector<std::uint32_t> ordinals;     ///< by document id; [0] is unused
  /// Of a list: the single values behind each ordinal, as indices of `parts`. An archive has few combinations.
  std::vector<std::vector<std::uint32_t>> members;
  std::vector<std::string> parts;
  std::vector<std::string> folded_parts;
};

/// The columns of one database, loaded when a generation is opened, then read by all threads. Counting five
/// facets of 100,000 matches takes 4.5 ms of CPU so, and 73 ms with Xapian's own ValueCountMatchSpy (measured
/// on 200,000 documents).
class Columns {
 public:
  /// All but `status`, which is empty here: it depends on who looks.
  Columns(const Xapian::Database& database, Grade grade);

  /// The same columns, shared, and one of them another.
  Columns with(Attribute attribute, Column column) const;

  const Column& operator[](Attribute attribute) const {
    return *columns_[static_cast<std::size_t>(attribute)];
  }
  /// Ids of the documents there are, ascending.
  const std::vector<Xapian::docid>& documents() const { return *documents_; }

 private:
  std::array<std::shared_ptr<const Column>, kAttributeCount> columns_;
  std::shared_ptr<const std::vector<Xapian::docid>> documents_;
};

}  // namespace vankien
