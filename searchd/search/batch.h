#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "searchd/search/archive/clearance.h"
#include "searchd/search/citations/cited_papers.h"

namespace vankien {

class Snapshot;

/// One line of a list of symbols or queries, looked up.
///   "NQ 12 tỉnh ủy 2021"  →  kSymbol, "12-NQ/TU, 2021"
struct BatchRow {
  enum class How : std::uint8_t {
    kNothing,  ///< a blank line
    kSymbol,   ///< the document of a symbol, written or in words
    kSession,  ///< what a meeting adopted
    kSearch,   ///< a search for the words; the best hits
  };
  std::string query;
  How how{};
  std::string understood;  ///< what was looked up; empty for blank lines
  CheckedCitation result;
};
std::string_view name_of(BatchRow::How how);

/// More lines than `kMostSearches` name no document and would each be a search for words.
class TooManySearches : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

inline constexpr std::size_t kMostSearches = 1000;
/// Documents of one row, whatever was looked up: ten thousand rows are one answer.
inline constexpr std::size_t kMostOfRow = 3;

/// Every line against one snapshot, a row each, in their order. Throws TooManySearches, IndexUnreadable.
std::vector<BatchRow> look_up(const Snapshot& snapshot, Clearance clearance,
                              const std::vector<std::string>& queries);

/// The rows as a table for people (csv, xlsx), the first row its head, in Vietnamese; all of them equally long.
std::vector<std::vector<std::string>> batch_table(const std::vector<BatchRow>& rows);

}  // namespace vankien
