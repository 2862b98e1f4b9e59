#pragma once

#include <nlohmann/json.hpp>

#include "searchd/api/search_params.h"
#include "searchd/search/passages/highlight.h"
#include "searchd/search/searcher.h"

namespace vankien::api {

/// Words of a passage, about.
inline constexpr std::size_t kPassageWords = 35;

/// One hit as the answer shows it: the fields asked for, then _formatted, _matchesPosition, _passages and _rankingScore
/// as asked. Matches are wrapped in the tags as they are; neither text nor tags are escaped, as the dialect
/// has it, so a page must choose tags that cannot stand in a text and escape everything else. A body that
/// nobody asked for is not touched. The matcher is of the terms of the answer, one for all hits.
nlohmann::ordered_json render_hit(const Hit& hit, const Matcher& matcher, const SearchParams& params);

/// The fields of a stored record that `names` name ("*" = all; "extra.sender" a nested one), with body if it
/// is named.
nlohmann::ordered_json select_fields(const std::string& stored, const std::vector<std::string>& names);

/// The matches that lie wholly in a window of their text: [{start, length}], bytes counted from the window's begin.
nlohmann::ordered_json render_matches(const TextMatches& found, Span window);

}  // namespace vankien::api
