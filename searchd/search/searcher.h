#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "searchd/search/highlight.h"
#include "searchd/search/search_query.h"
#include "searchd/search/understanding.h"

namespace vankien {

class Snapshot;  // searchd/search/snapshot.h: one published generation, opened

/// The databases cannot be read: damaged, or the generation was removed under a request that came very late.
class IndexUnreadable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Hit {
  std::string stored;  ///< the stored record (analyzers/schema/record.h splits it)
  double score = 0;    ///< 0…1, the best hit of a relevance search is near 1
};

struct FacetValue {
  std::string value;
  std::uint64_t count = 0;
};

struct FacetCounts {
  std::vector<FacetValue> values;  ///< all of them, most frequent first, then by name
  std::optional<double> min, max;  ///< numeric attributes with at least one value
};

/// What a query with misspelt words was likely meant as, and how many documents that finds.
struct DidYouMean {
  std::string text;
  std::uint64_t total = 0;
};

/// Hits, total and counts of one snapshot; total and counts are exact.
struct SearchResult {
  std::vector<Hit> hits;
  std::uint64_t total = 0;
  std::map<Attribute, FacetCounts> facets;
  QueryTerms terms;  ///< for highlighting
  std::vector<Understanding> understood;
  std::optional<DidYouMean> did_you_mean;  ///< if it finds clearly more: kClearlyMore (ranking.h)
  std::string suggestion;  ///< if asked for: the query with the marks it was typed without; empty = none lack
};

/// Free text never gives an error. All functions here throw IndexUnreadable and nothing else of their own.
SearchResult search(const Snapshot& snapshot, Clearance clearance, const SearchQuery& query);

/// Values of one attribute that contain the words typed so far (with or without marks), with their counts in
/// the result.
std::vector<FacetValue> search_facet_values(const Snapshot& snapshot, Clearance clearance,
                                            const SearchQuery& query, Attribute facet,
                                            const std::string& facet_query);

/// The stored record; nothing both for an unknown id and for one above the clearance.
std::optional<std::string> find_document(const Snapshot& snapshot, Clearance clearance,
                                         const std::string& id);

/// What a caller may know of the archive's size.
struct ArchiveStatistics {
  std::uint64_t documents = 0;
  std::uint64_t bytes = 0;
  std::string updated;  ///< RFC 3339, UTC; latest change of the databases the caller may open
  std::map<std::string, std::uint64_t> field_distribution;  ///< field → documents that have it
};
ArchiveStatistics statistics(const Snapshot& snapshot, Clearance clearance);

}  // namespace vankien
