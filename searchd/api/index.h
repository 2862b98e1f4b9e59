#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "searchd/search/archive.h"
#include "searchd/search/relations.h"
#include "searchd/search/searcher.h"
#include "searchd/search/similar.h"
#include "searchd/search/suggest.h"

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
  virtual std::optional<RelationsOf> find_relations(Clearance clearance, const std::string& id) const = 0;
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
