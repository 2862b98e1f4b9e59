#include "searchd/api/index.h"

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
  std::optional<RelationsOf> find_relations(Clearance clearance, const std::string& id) const override {
    return vankien::find_relations(*snapshot_, clearance, id);
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
