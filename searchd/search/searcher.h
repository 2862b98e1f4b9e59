#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "searchd/search/highlight.h"
#include "searchd/search/ranking_details.h"
#include "searchd/search/search_query.h"
#include "searchd/search/status.h"
#include "searchd/search/understanding.h"

namespace vankien {

class Snapshot;  // searchd/search/snapshot.h: one published generation, opened

/// The databases cannot be read: damaged, or the generation was removed under a request that came very late.
class IndexUnreadable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Hit {
  std::string stored;                          ///< the stored record (analyzers/schema/record.h splits it)
  double score = 0;                            ///< 0…1, of the weight of the best hit of all
  std::optional<RankingDetails> details = {};  ///< if asked for, of a relevance search
  std::optional<DocumentStatus> status = {};   ///< if asked for
};

struct FacetValue {
  std::string value;
  std::uint64_t count = 0;
};

struct FacetCounts {
  std::vector<FacetValue> values;  ///< all of them, most frequent first, then by name
  std::optional<double> min, max;  ///< numeric attributes with at least one value
};

/// `from` and `to` are alike but for a decade: {"2024-05", "2024-05", 12}, {"2020", "2029", 90}.
struct DateHistogram {
  struct Bucket {
    std::string from, to;  ///< `date FROM TO TO` finds just these
    std::uint64_t count = 0;
  };
  std::vector<Bucket> buckets;
  std::uint64_t absent = 0;
  bool gaps_filled = true;  ///< empty buckets between others are listed
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
  std::map<Attribute, std::vector<std::uint64_t>> ranges;  ///< in the order of the query's
  std::optional<DateHistogram> histogram;
  QueryTerms terms;              ///< for highlighting
  std::optional<Position> next;  ///< of a walk: where it goes on; nothing at its end
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

/// A stored record, and the term of the source file it was read from (analyzers/schema/path_term.h).
struct StoredDocument {
  std::string stored;
  std::string path_term;
};
/// As find_document.
std::optional<StoredDocument> find_stored(const Snapshot& snapshot, Clearance clearance,
                                          const std::string& id);

/// What of a text the query matches, as a search would mark it, without searching.
QueryTerms find_terms(const Snapshot& snapshot, Clearance clearance, const SearchQuery& query);

/// What a caller may know of the archive's size.
struct ArchiveStatistics {
  std::uint64_t documents = 0;
  std::uint64_t bytes = 0;
  std::string updated;  ///< RFC 3339, UTC; latest change of the databases the caller may open
  std::map<std::string, std::uint64_t> field_distribution;  ///< field → documents that have it
};
ArchiveStatistics statistics(const Snapshot& snapshot, Clearance clearance);

}  // namespace vankien
