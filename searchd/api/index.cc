#include "searchd/api/index.h"

#include "searchd/search/archive/snapshot.h"

namespace vankien::api {
namespace {

class SnapshotIndex final : public Index {
 public:
  explicit SnapshotIndex(std::shared_ptr<const Snapshot> snapshot) : snapshot_(std::move(snapshot)) {}

  SearchResult search(Clearance clearance, const SearchQuery& query) const override {
    return vankien::search(*snapshot_, clearance, query);
  }
  std::vector<FacetValue> search_facet_values(Clearance clearance, const SearchQuery& query, Attribute facet,
                                              const std::string& facet_query) const override {
    return vankien::search_facet_values(*snapshot_, clearance, query, facet, facet_query);
  }
  std::optional<std::string> find_document(Clearance clearance, const std::string& id) const override {
    return vankien::find_document(*snapshot_, clearance, id);
  }
  std::optional<StoredDocument> find_stored(Clearance clearance, const std::string& id) const override {
    return vankien::find_stored(*snapshot_, clearance, id);
  }
  QueryTerms find_terms(Clearance clearance, const SearchQuery& query) const override {
    return vankien::find_terms(*snapshot_, clearance, query);
  }
  std::variant<std::shared_ptr<const OriginalFile>, NoOriginal> open_original(
      const Originals& originals, const OriginalOf& document) const override {
    return originals.open(snapshot_->folder(), snapshot_->manifest().sources, document);
  }
  std::optional<CitationsOf> find_citations(Clearance clearance, const std::string& id,
                                            const CitationWindow& window) const override {
    return vankien::find_citations(*snapshot_, clearance, id, window);
  }
  std::optional<CitationGraph> find_citation_graph(Clearance clearance,
                                                   const std::string& id) const override {
    return vankien::find_citation_graph(*snapshot_, clearance, id);
  }
  SymbolBearers find_bearers(Clearance clearance, const std::string& symbol, std::size_t offset,
                             std::size_t limit) const override {
    return vankien::find_bearers(*snapshot_, clearance, symbol, offset, limit);
  }
  Table tabulate(Clearance clearance, const SearchQuery& query,
                 const std::vector<Attribute>& dimensions) const override {
    return vankien::tabulate(*snapshot_, clearance, query, dimensions);
  }
  NumberingAudit audit_numbers(Clearance clearance, const NumberingQuery& query) const override {
    return vankien::audit_numbers(*snapshot_, clearance, query);
  }
  Selection select(Clearance clearance, const SearchQuery& query) const override {
    return vankien::select(snapshot_, clearance, query);
  }
  DraftReport check_draft(Clearance clearance, const std::string& text,
                          const std::string& date) const override {
    return vankien::check_draft(*snapshot_, clearance, text, date);
  }
  std::vector<BatchRow> look_up(Clearance clearance, const std::vector<std::string>& queries) const override {
    return vankien::look_up(*snapshot_, clearance, queries);
  }
  std::vector<Suggestion> suggest(Clearance clearance, const std::string& typed,
                                  std::size_t limit) const override {
    return vankien::suggest(*snapshot_, clearance, typed, limit);
  }
  std::optional<std::vector<SimilarDocument>> find_similar(Clearance clearance, const std::string& id,
                                                           std::size_t limit) const override {
    return vankien::find_similar(*snapshot_, clearance, id, limit);
  }
  std::optional<Series> find_series(Clearance clearance, const std::string& id,
                                    std::size_t limit) const override {
    return vankien::find_series(*snapshot_, clearance, id, limit);
  }
  ArchiveStatistics statistics(Clearance clearance) const override {
    return vankien::statistics(*snapshot_, clearance);
  }

 private:
  std::shared_ptr<const Snapshot> snapshot_;
};

}  // namespace

std::shared_ptr<const Index> open_index(const Archive& archive) {
  return std::make_shared<SnapshotIndex>(archive.current());
}

}  // namespace vankien::api
