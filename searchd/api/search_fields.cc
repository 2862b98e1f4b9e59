#include "searchd/api/search_fields.h"

#include <algorithm>
#include <array>

namespace vankien::api {
namespace {

using enum FieldKind;
using enum Support;

template <std::size_t A, std::size_t B>
constexpr auto join(const std::array<SearchField, A>& first, const std::array<SearchField, B>& second) {
  std::array<SearchField, A + B> joined{};
  std::copy(second.begin(), second.end(), std::copy(first.begin(), first.end(), joined.begin()));
  return joined;
}

/// What JSON and the query string share.
constexpr auto kShared = std::to_array<SearchField>({
    {"q", kString, Code::kInvalidSearchQ},
    {"offset", kCount, Code::kInvalidSearchOffset},
    {"limit", kCount, Code::kInvalidSearchLimit},
    {"page", kCount, Code::kInvalidSearchPage},
    {"hitsPerPage", kCount, Code::kInvalidSearchHitsPerPage},
    {"cursor", kString, Code::kInvalidSearchCursor},
    {"attributesToRetrieve", kList, Code::kInvalidSearchAttributesToRetrieve},
    {"attributesToCrop", kList, Code::kInvalidSearchAttributesToCrop},
    {"cropLength", kCount, Code::kInvalidSearchCropLength},
    {"cropMarker", kString, Code::kInvalidSearchCropMarker},
    {"attributesToHighlight", kList, Code::kInvalidSearchAttributesToHighlight},
    {"highlightPreTag", kString, Code::kInvalidSearchHighlightPreTag},
    {"highlightPostTag", kString, Code::kInvalidSearchHighlightPostTag},
    {"showMatchesPosition", kBoolean, Code::kInvalidSearchShowMatchesPosition},
    {"filter", kFilter, Code::kInvalidSearchFilter},
    {"sort", kList, Code::kInvalidSearchSort},
    {"distinct", kString, Code::kInvalidSearchDistinct, kNo},
    {"facets", kList, Code::kInvalidSearchFacets},
    {"disjunctiveFacets", kList, Code::kInvalidSearchDisjunctiveFacets},
    {"facetRanges", kObject, Code::kInvalidSearchFacetRanges},
    {"histogram", kObject, Code::kInvalidSearchHistogram},
    {"todaysPlaces", kBoolean, Code::kInvalidSearchTodaysPlaces},
    {"matchingStrategy", kStrategy, Code::kInvalidSearchMatchingStrategy},
    {"attributesToSearchOn", kList, Code::kInvalidSearchAttributesToSearchOn},
    {"rankingScoreThreshold", kAny, Code::kInvalidSearchRankingScoreThreshold, kNo},
    {"locales", kList, Code::kInvalidSearchLocales, kAccepted},
    {"vector", kAny, Code::kInvalidSearchVector, kNo},
    {"retrieveVectors", kBoolean, Code::kInvalidSearchRetrieveVectors, kNo},
    {"useNetwork", kBoolean, Code::kInvalidSearchUseNetwork, kNo},
    {"showPassages", kCount, Code::kInvalidSearchShowPassages},
    {"showRankingScore", kBoolean, Code::kInvalidSearchShowRankingScore},
    {"showSuggestion", kBoolean, Code::kInvalidSearchShowSuggestion},
    {"showRankingScoreDetails", kBoolean, Code::kInvalidSearchShowRankingScoreDetails},
    {"literal", kBoolean, Code::kInvalidSearchLiteral},
    {"showPerformanceDetails", kBoolean, Code::kInvalidSearchShowPerformanceDetails, kNo},
});

constexpr auto kParameters =
    join(kShared, std::to_array<SearchField>({
                      {"hybridEmbedder", kAny, Code::kInvalidSearchEmbedder, kNo},
                      {"hybridSemanticRatio", kAny, Code::kInvalidSearchSemanticRatio, kNo},
                      {"personalizeUserContext", kAny, Code::kInvalidSearchPersonalize, kNo},
                  }));

constexpr auto kFields = join(kShared, std::to_array<SearchField>({
                                           {"hybrid", kAny, Code::kInvalidSearchHybridQuery, kNo},
                                           {"media", kAny, Code::kInvalidSearchMedia, kNo},
                                           {"personalize", kAny, Code::kInvalidSearchPersonalize, kNo},
                                       }));

constexpr auto kMultiFields =
    join(join(std::to_array<SearchField>({{"indexUid", kString, Code::kInvalidIndexUid}}), kFields),
         std::to_array<SearchField>(
             {{"federationOptions", kAny, Code::kInvalidMultiSearchFederationOptions, kNo}}));

}  // namespace

std::span<const SearchField> search_fields() { return kFields; }
std::span<const SearchField> search_parameters() { return kParameters; }
std::span<const SearchField> multi_search_fields() { return kMultiFields; }

const SearchField* find_field(std::span<const SearchField> fields, std::string_view name) {
  const auto field =
      std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.name == name; });
  return field == fields.end() ? nullptr : &*field;
}

std::string list_names(std::span<const SearchField> fields) {
  std::string names;
  for (const SearchField& field : fields) {
    if (!names.empty()) names += ", ";
    names.append("`").append(field.name).append("`");
  }
  return names;
}

}  // namespace vankien::api
