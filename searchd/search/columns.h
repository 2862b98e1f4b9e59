#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/schema/grade.h"
#include "searchd/search/attributes.h"
#include "searchd/search/document_ids.h"

namespace vankien {

/// One attribute of all documents of one database, as ordinals into a sorted list of its values. Ordinal 0 is
/// "absent"; a larger ordinal sorts later (Vietnamese collation for words, value for numbers and dates).
struct Column {
  std::vector<std::string> values = {""};  ///< by ordinal
  std::vector<std::string> folded = {""};  ///< the same folded for comparing
  std::vector<std::string> keys = {""};    ///< their order_key, which compares values of two databases
  std::vector<std::uint32_t> ordinals;     ///< by document id; [0] is unused
  /// Of a list: the single values behind each ordinal, as indices of `parts`. An archive has few combinations.
  std::vector<std::vector<std::uint32_t>> members;
  std::vector<std::string> parts;
  std::vector<std::string> folded_parts;
};

/// What values are ordered by; of equal keys the value with the smaller bytes comes first.
std::string order_key(std::string_view value, bool numeric);

/// The columns of one database, loaded when a generation is opened, then read by all threads. Counting five
/// facets of 100,000 matches takes 4.5 ms of CPU so, and 73 ms with Xapian's own ValueCountMatchSpy (measured
/// on 200,000 documents).
class Columns {
 public:
  Columns(const Xapian::Database& database, Grade grade);

  const Column& operator[](Attribute attribute) const {
    return columns_[static_cast<std::size_t>(attribute)];
  }
  /// Ids of the documents there are, ascending.
  const std::vector<Xapian::docid>& documents() const { return documents_; }
  /// The documents' own ids.
  const DocumentIds& ids() const { return ids_; }

 private:
  std::array<Column, kAttributeCount> columns_;
  std::vector<Xapian::docid> documents_;
  DocumentIds ids_;
};

}  // namespace vankien
