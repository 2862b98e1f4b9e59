#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/reader/index_reader.h"

namespace vankien {

/// How many documents there are of each type, year and issuer, or of some of these:
///   CountTable table({"year", "type"});  table.add({"Nghị quyết", "2022", "Tỉnh ủy Đông Giang"});  table.text()
///     year  type        documents
///     2022  Nghị quyết          1
///     total                     1
/// Rows are in the order of the columns, words as Vietnamese readers sort them.
class CountTable {
 public:
  /// Columns: "type", "year", "issuer"; at least one. Throws std::runtime_error for another name.
  explicit CountTable(std::vector<std::string> columns);
  void add(const CountedFields& fields);
  /// Aligned, "-" for what is not known, with the total.
  std::string text() const;
  /// RFC 4180, a line of names first, empty for what is not known.
  std::string csv() const;

 private:
  std::vector<std::vector<std::string>> sorted_rows() const;

  std::vector<std::string> columns_;
  std::map<std::vector<std::string>, std::uint64_t> counts_;
  std::uint64_t total_ = 0;
};

}  // namespace vankien
