#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "searchd/originals/originals.h"
#include "searchd/search/archive/archive.h"
#include "searchd/search/batch.h"
#include "searchd/search/citations/citation_graph.h"
#include "searchd/search/citations/citations.h"
#include "searchd/search/citations/draft_check.h"
#include "searchd/search/count/numbering.h"
#include "searchd/search/count/tabulation.h"
#include "searchd/search/match/selection.h"
#include "searchd/search/searcher.h"
#include "searchd/search/similar.h"
#include "searchd/search/suggest/suggest.h"

namespace vankien::api {

/// What the endpoints need of one snapshot of the archive; tests put a small one of their own here.
class Index {
 public:
  virtual ~Index() = default;
  virtual SearchResult search(Clearance clearance, const SearchQuery& query) const = 0;
  virtual std::vector<FacetValue> search_facet_values(Clearance clearance, const SearchQuery& query,
                                                      Attribute facet,
                                                      const std::string& facet_query) const = 0;
  virtual std::optional<std::string> find_document(Clearance clearance, const std::string& id) const = 0;
  virtual std::optional<StoredDocument> find_stored(Clearance clearance, const std::string& id) const = 0;
  virtual QueryTerms find_terms(Clearance clearance, const SearchQuery& query) const = 0;
  /// The caller must have found the document with its clearance.
  virtual std::variant<std::shared_ptr<const OriginalFile>, NoOriginal> open_original(
      const Originals& originals, const OriginalOf& document) const = 0;
  virtual Table tabulate(Clearance clearance, const SearchQuery& query,
                         const std::vector<Attribute>& dimensions) const = 0;
  virtual NumberingAudit audit_numbers(Clearance clearance, const NumberingQuery& query) const = 0;
  virtual Selection select(Clearance clearance, const SearchQuery& query) const = 0;
  virtual DraftReport check_draft(Clearance clearance, const std::string& text,
                                  const std::string& date) const = 0;
  virtual std::vector<BatchRow> look_up(Clearance clearance,
                                        const std::vector<std::string>& queries) const = 0;
  virtual std::optional<CitationsOf> find_citations(Clearance clearance, const std::string& id,
                                                    const CitationWindow& window) const = 0;
  virtual std::optional<CitationGraph> find_citation_graph(Clearance clearance,
                                                           const std::string& id) const = 0;
  virtual SymbolBearers find_bearers(Clearance clearance, const std::string& symbol, std::size_t offset,
                                     std::size_t limit) const = 0;
  virtual std::vector<Suggestion> suggest(Clearance clearance, const std::string& typed,
                                          std::size_t limit) const = 0;
  virtual std::optional<std::vector<SimilarDocument>> find_similar(Clearance clearance, const std::string& id,
                                                                   std::size_t limit) const = 0;
  virtual std::optional<Series> find_series(Clearance clearance, const std::string& id,
                                            std::size_t limit) const = 0;
  virtual ArchiveStatistics statistics(Clearance clearance) const = 0;
};

/// The snapshot that is current now, kept open as long as the pointer lives.
std::shared_ptr<const Index> open_index(const Archive& archive);

}  // namespace vankien::api
