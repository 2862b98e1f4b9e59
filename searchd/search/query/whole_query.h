#pragma once

#include <vector>

#include "searchd/search/query/query_builder.h"
#include "searchd/search/query/word_forms.h"

namespace vankien {

/// What all parts of a query share while it is built.
struct WholeQuery {
  const View& view;
  const SearchFields& fields;
  FormFinder& forms;
  bool literal;  ///< words stand for themselves alone
  std::vector<Boost> boosts = {};
  std::vector<Boost> parts = {};  ///< what weighs although it decides what matches: symbols
  std::vector<QueryWord> words = {};
  QueryTerms terms = {};
  std::vector<Understanding> understood = {};

  void boost(RankingPart part, const Query& query) { boosts.push_back({part, query}); }
  void understand(Understanding understanding) { understood.push_back(std::move(understanding)); }
};

}  // namespace vankien
