#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "searchd/api/request.h"
#include "searchd/search/query/search_query.h"

namespace vankien::api {

/// The last hit that can be reached by paging; beyond it is an error that names this number.
inline constexpr std::size_t kMaxReach = 1'000'000;
/// Hits of one answer, so that no answer outgrows the memory.
inline constexpr std::size_t kMaxHits = 10'000;
/// Passages of one hit.
inline constexpr std::size_t kMaxPassages = 10;
/// Characters of `q`: more than any pasted paragraph, less than what would hold a thread for long.
inline constexpr std::size_t kMaxQueryLength = 10'000;

struct CropField {
  std::string name;
  std::size_t words = 0;  ///< 0 = not cropped
};

/// A search request after the door: checked, with all defaults filled in.
struct SearchParams {
  SearchQuery query;
  /// Set if the caller pages by number; query.offset and query.limit then follow from it.
  struct Paging {
    std::size_t page = 1;
    std::size_t hits_per_page = 20;
  };
  std::optional<Paging> paging;
  std::vector<std::string> retrieve = {"*"};
  std::vector<std::string> highlight;
  std::vector<CropField> crop;
  std::string pre_tag = "<em>";
  std::string post_tag = "</em>";
  std::string crop_marker = "…";
  bool show_matches_position = false;
  std::size_t passages = 0;  ///< of each hit; 0 = not asked for
  bool show_ranking_score = false;
  bool todays_places = false;  ///< `place` means today's, in the query and in the answer
  std::string cursor_bond;     ///< of a walk: what its next cursor is bound to
  bool wants_facets = false;   ///< also with an empty list, which is answered with an empty object
};

/// The object of POST …/search. Throws ApiError.
///   {"q": "nguồn nhân lực", "filter": [["type = \"Nghị quyết\"", "year > 2020"], "level = tỉnh"], "page": 2}
SearchParams read_search_params(const nlohmann::json& object);

/// One object of a multi-search, which stands at `location` (".queries[3]"); its indexUid goes to `uid`.
SearchParams read_multi_search_params(const nlohmann::json& object, const std::string& location,
                                      std::string& uid);

/// The object of POST …/facet-search: q, filter, todaysPlaces and attributesToSearchOn; fields it does not know are left
/// alone, because clients send their whole search along.
SearchParams read_facet_search_params(const nlohmann::json& object);

/// The parameters of GET …/search: lists are parted by commas, a filter may be a string or JSON. Throws
/// ApiError.
SearchParams read_search_params(const std::vector<Parameter>& parameters);

}  // namespace vankien::api
