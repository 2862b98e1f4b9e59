#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "searchd/api/index.h"
#include "searchd/api/service.h"

namespace vankien::test {

/// What the endpoints asked for, and what they are answered, without an archive.
struct ToyIndex final : api::Index {
  SearchResult result;
  std::vector<FacetValue> facet_values;
  std::map<std::string, std::pair<Clearance, std::string>> documents;  ///< id → grade, stored record
  ArchiveStatistics archive;
  RelationsOf relations;
  std::vector<Suggestion> suggestions;
  std::vector<SimilarDocument> similar;
  Series series;

  mutable std::vector<std::pair<Clearance, SearchQuery>> asked;
  mutable std::string asked_facet_query;
  mutable std::pair<std::string, std::size_t> asked_suggestion;

  SearchResult search(Clearance clearance, const SearchQuery& query) const override {
    asked.emplace_back(clearance, query);
    return result;
  }
  std::vector<FacetValue> search_facet_values(Clearance clearance, const SearchQuery& query, Attribute,
                                              const std::string& facet_query) const override {
    asked.emplace_back(clearance, query);
    asked_facet_query = facet_query;
    return facet_values;
  }
  std::optional<std::string> find_document(Clearance clearance, const std::string& id) const override {
    const auto found = documents.find(id);
    if (found == documents.end() || found->second.first > clearance) return std::nullopt;
    return found->second.second;
  }
  std::optional<RelationsOf> find_relations(Clearance clearance, const std::string& id) const override {
    if (!find_document(clearance, id)) return std::nullopt;
    return relations;
  }
  std::vector<Suggestion> suggest(Clearance, const std::string& typed, std::size_t limit) const override {
    asked_suggestion = {typed, limit};
    return suggestions;
  }
  std::optional<std::vector<SimilarDocument>> find_similar(Clearance clearance, const std::string& id,
                                                           std::size_t) const override {
    if (!find_document(clearance, id)) return std::nullopt;
    return similar;
  }
  std::optional<Series> find_series(Clearance clearance, const std::string& id, std::size_t) const override {
    if (!find_document(clearance, id)) return std::nullopt;
    return series;
  }
  ArchiveStatistics statistics(Clearance) const override { return archive; }
};

/// A service over one toy index; `opened` counts the snapshots taken.
struct ToyService {
  std::shared_ptr<ToyIndex> index = std::make_shared<ToyIndex>();
  std::shared_ptr<int> opened = std::make_shared<int>(0);
  api::Service service{[index = index, opened = opened] {
                         ++*opened;
                         return std::shared_ptr<const api::Index>(index);
                       },
                       {"abc", "2026-01-02T03:04:05Z", "1.2.3"}};
};

}  // namespace vankien::test
