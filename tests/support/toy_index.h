#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>
#include <vector>

#include "searchd/api/index.h"
#include "searchd/api/service.h"
#include "searchd/search/archive/clearance.h"

namespace vankien::test {

/// What the endpoints asked for, and what they are answered, without an archive.
struct ToyIndex final : api::Index {
  SearchResult result;
  std::vector<FacetValue> facet_values;
  std::map<std::string, std::pair<Clearance, std::string>> documents;  ///< id → grade, stored record
  ArchiveStatistics archive;
  Table table;
  NumberingAudit numbering;
  DraftReport draft;
  BatchRow row;                                                         ///< each line's
  mutable std::tuple<Clearance, std::string, std::string> asked_draft;  ///< with text and date
  std::string path_term;                                                ///< of every document
  std::variant<std::shared_ptr<const OriginalFile>, NoOriginal> original = NoOriginal::kNone;
  CitationsOf citations;
  CitationGraph graph;
  SymbolBearers bearers;
  mutable std::pair<std::size_t, std::size_t> asked_bearers;  ///< offset, limit
  mutable CitationWindow asked_window;
  std::vector<Suggestion> suggestions;
  std::vector<SimilarDocument> similar;
  Series series;

  mutable std::vector<std::pair<Clearance, SearchQuery>> asked;
  mutable std::string asked_facet_query;
  mutable std::pair<std::string, std::size_t> asked_suggestion;
  mutable OriginalOf asked_original;

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
  std::optional<StoredDocument> find_stored(Clearance clearance, const std::string& id) const override {
    const auto found = find_document(clearance, id);
    return found ? std::optional(StoredDocument{*found, path_term}) : std::nullopt;
  }
  QueryTerms find_terms(Clearance, const SearchQuery&) const override { return result.terms; }
  std::variant<std::shared_ptr<const OriginalFile>, NoOriginal> open_original(
      const Originals&, const OriginalOf& document) const override {
    asked_original = document;
    return original;
  }
  std::optional<CitationsOf> find_citations(Clearance clearance, const std::string& id,
                                            const CitationWindow& window) const override {
    if (!find_document(clearance, id)) return std::nullopt;
    asked_window = window;
    return citations;
  }
  Table tabulate(Clearance clearance, const SearchQuery& query,
                 const std::vector<Attribute>&) const override {
    asked.emplace_back(clearance, query);
    return table;
  }
  NumberingAudit audit_numbers(Clearance, const NumberingQuery&) const override { return numbering; }
  Selection select(Clearance clearance, const SearchQuery& query) const override {
    asked.emplace_back(clearance, query);
    auto rest = std::make_shared<std::vector<std::string>>();
    for (const Hit& hit : result.hits) rest->push_back(hit.stored);
    return {rest->size(), [rest, at = std::size_t{0}]() mutable -> std::optional<std::string> {
              if (at == rest->size()) return std::nullopt;
              return (*rest)[at++];
            }};
  }
  DraftReport check_draft(Clearance clearance, const std::string& text,
                          const std::string& date) const override {
    asked_draft = {clearance, text, date};
    return draft;
  }
  std::vector<BatchRow> look_up(Clearance clearance, const std::vector<std::string>& queries) const override {
    if (queries.size() > 9'999) throw TooManySearches("too many");
    std::vector<BatchRow> rows(queries.size(), row);
    for (std::size_t i = 0; i < queries.size(); ++i) rows[i].query = queries[i];
    asked_draft = {clearance, "", ""};
    return rows;
  }
  std::optional<CitationGraph> find_citation_graph(Clearance clearance,
                                                   const std::string& id) const override {
    if (!find_document(clearance, id)) return std::nullopt;
    return graph;
  }
  SymbolBearers find_bearers(Clearance, const std::string&, std::size_t offset,
                             std::size_t limit) const override {
    asked_bearers = {offset, limit};
    return bearers;
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
