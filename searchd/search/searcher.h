#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "searchd/search/archive/clearance.h"
#include "searchd/search/archive/index_unreadable.h"
#include "searchd/search/archive/status.h"
#include "searchd/search/count/counts.h"
#include "searchd/search/passages/highlight.h"
#include "searchd/search/query/ranking_details.h"
#include "searchd/search/query/search_query.h"
#include "searchd/search/query/understanding.h"

namespace vankien {

class Snapshot;  // searchd/search/archive/snapshot.h: one published generation, opened

struct Hit {
  std::string stored;                          ///< the stored record (analyzers/schema/record.h splits it)
  double score = 0;                            ///< 0…1, of the weight of the best hit of all
  std::optional<RankingDetails> details = {};  ///< if asked for, of a relevance search
  std::optional<DocumentStatus> status = {};   ///< if asked for
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
