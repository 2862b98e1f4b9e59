#include "searchd/api/error.h"

#include <array>
#include <nlohmann/json.hpp>

namespace vankien::api {
namespace {

constexpr auto kCodes = std::to_array<CodeInfo>({
    {Code::kBadRequest, "bad_request", 400, "invalid_request"},
    {Code::kContentEncodingNotSupported, "content_encoding_not_supported", 415, "invalid_request"},
    {Code::kDocumentNotFound, "document_not_found", 404, "invalid_request"},
    {Code::kIndexNotFound, "index_not_found", 404, "invalid_request"},
    {Code::kInternal, "internal", 500, "internal"},
    {Code::kInvalidApiKey, "invalid_api_key", 403, "auth"},
    {Code::kInvalidContentType, "invalid_content_type", 415, "invalid_request"},
    {Code::kInvalidDocumentFilter, "invalid_document_filter", 400, "invalid_request"},
    {Code::kInvalidDocumentId, "invalid_document_id", 400, "invalid_request"},
    {Code::kInvalidDocumentRetrieveVectors, "invalid_document_retrieve_vectors", 400, "invalid_request"},
    {Code::kInvalidExportFields, "invalid_export_fields", 400, "invalid_request"},
    {Code::kInvalidFacetSearchFacetName, "invalid_facet_search_facet_name", 400, "invalid_request"},
    {Code::kInvalidFacetSearchFacetQuery, "invalid_facet_search_facet_query", 400, "invalid_request"},
    {Code::kInvalidIndexUid, "invalid_index_uid", 400, "invalid_request"},
    {Code::kInvalidMultiSearchFederated, "invalid_multi_search_federated", 400, "invalid_request"},
    {Code::kInvalidMultiSearchFederationOptions, "invalid_multi_search_federation_options", 400,
     "invalid_request"},
    {Code::kInvalidNumberingLimit, "invalid_numbering_limit", 400, "invalid_request"},
    {Code::kInvalidNumberingYear, "invalid_numbering_year", 400, "invalid_request"},
    {Code::kInvalidReportDimension, "invalid_report_dimension", 400, "invalid_request"},
    {Code::kInvalidReportFormat, "invalid_report_format", 400, "invalid_request"},
    {Code::kInvalidSearchAttributesToCrop, "invalid_search_attributes_to_crop", 400, "invalid_request"},
    {Code::kInvalidSearchAttributesToHighlight, "invalid_search_attributes_to_highlight", 400,
     "invalid_request"},
    {Code::kInvalidSearchAttributesToRetrieve, "invalid_search_attributes_to_retrieve", 400,
     "invalid_request"},
    {Code::kInvalidSearchAttributesToSearchOn, "invalid_search_attributes_to_search_on", 400,
     "invalid_request"},
    {Code::kInvalidSearchCropLength, "invalid_search_crop_length", 400, "invalid_request"},
    {Code::kInvalidSearchCropMarker, "invalid_search_crop_marker", 400, "invalid_request"},
    {Code::kInvalidSearchDisjunctiveFacets, "invalid_search_disjunctive_facets", 400, "invalid_request"},
    {Code::kInvalidSearchCursor, "invalid_search_cursor", 400, "invalid_request"},
    {Code::kInvalidSearchDistinct, "invalid_search_distinct", 400, "invalid_request"},
    {Code::kInvalidSearchEmbedder, "invalid_search_embedder", 400, "invalid_request"},
    {Code::kInvalidSearchFacetRanges, "invalid_search_facet_ranges", 400, "invalid_request"},
    {Code::kInvalidSearchFacets, "invalid_search_facets", 400, "invalid_request"},
    {Code::kInvalidSearchFilter, "invalid_search_filter", 400, "invalid_request"},
    {Code::kInvalidSearchHighlightPostTag, "invalid_search_highlight_post_tag", 400, "invalid_request"},
    {Code::kInvalidSearchHighlightPreTag, "invalid_search_highlight_pre_tag", 400, "invalid_request"},
    {Code::kInvalidSearchHistogram, "invalid_search_histogram", 400, "invalid_request"},
    {Code::kInvalidSearchHitsPerPage, "invalid_search_hits_per_page", 400, "invalid_request"},
    {Code::kInvalidSearchHybridQuery, "invalid_search_hybrid_query", 400, "invalid_request"},
    {Code::kInvalidSearchLimit, "invalid_search_limit", 400, "invalid_request"},
    {Code::kInvalidSearchLiteral, "invalid_search_literal", 400, "invalid_request"},
    {Code::kInvalidSearchLocales, "invalid_search_locales", 400, "invalid_request"},
    {Code::kInvalidSearchMatchingStrategy, "invalid_search_matching_strategy", 400, "invalid_request"},
    {Code::kInvalidSearchMedia, "invalid_search_media", 400, "invalid_request"},
    {Code::kInvalidSearchOffset, "invalid_search_offset", 400, "invalid_request"},
    {Code::kInvalidSearchPage, "invalid_search_page", 400, "invalid_request"},
    {Code::kInvalidSearchPersonalize, "invalid_search_personalize", 400, "invalid_request"},
    {Code::kInvalidSearchQ, "invalid_search_q", 400, "invalid_request"},
    {Code::kInvalidSearchRankingScoreThreshold, "invalid_search_ranking_score_threshold", 400,
     "invalid_request"},
    {Code::kInvalidSearchRetrieveVectors, "invalid_search_retrieve_vectors", 400, "invalid_request"},
    {Code::kInvalidSearchSemanticRatio, "invalid_search_semantic_ratio", 400, "invalid_request"},
    {Code::kInvalidSearchShowMatchesPosition, "invalid_search_show_matches_position", 400, "invalid_request"},
    {Code::kInvalidSearchShowPassages, "invalid_search_show_passages", 400, "invalid_request"},
    {Code::kInvalidSearchShowPerformanceDetails, "invalid_search_show_performance_details", 400,
     "invalid_request"},
    {Code::kInvalidSearchShowRankingScore, "invalid_search_show_ranking_score", 400, "invalid_request"},
    {Code::kInvalidSearchShowSuggestion, "invalid_search_show_suggestion", 400, "invalid_request"},
    {Code::kInvalidSearchShowRankingScoreDetails, "invalid_search_show_ranking_score_details", 400,
     "invalid_request"},
    {Code::kInvalidSearchSort, "invalid_search_sort", 400, "invalid_request"},
    {Code::kInvalidSearchTodaysPlaces, "invalid_search_todays_places", 400, "invalid_request"},
    {Code::kInvalidSearchUseNetwork, "invalid_search_use_network", 400, "invalid_request"},
    {Code::kInvalidSearchVector, "invalid_search_vector", 400, "invalid_request"},
    {Code::kInvalidTaskFrom, "invalid_task_from", 400, "invalid_request"},
    {Code::kInvalidTaskLimit, "invalid_task_limit", 400, "invalid_request"},
    {Code::kInvalidTaskStatuses, "invalid_task_statuses", 400, "invalid_request"},
    {Code::kInvalidTaskTypes, "invalid_task_types", 400, "invalid_request"},
    {Code::kInvalidTaskUids, "invalid_task_uids", 400, "invalid_request"},
    {Code::kMalformedPayload, "malformed_payload", 400, "invalid_request"},
    {Code::kMethodNotAllowed, "method_not_allowed", 405, "invalid_request"},
    {Code::kMissingAuthorizationHeader, "missing_authorization_header", 401, "auth"},
    {Code::kMissingContentType, "missing_content_type", 415, "invalid_request"},
    {Code::kMissingDocumentFilter, "missing_document_filter", 400, "invalid_request"},
    {Code::kMissingFacetSearchFacetName, "missing_facet_search_facet_name", 400, "invalid_request"},
    {Code::kMissingIndexUid, "missing_index_uid", 400, "invalid_request"},
    {Code::kMissingPayload, "missing_payload", 400, "invalid_request"},
    {Code::kNotFound, "not_found", 404, "invalid_request"},
    {Code::kOriginalChanged, "original_changed", 409, "invalid_request"},
    {Code::kOriginalNotAvailable, "original_not_available", 404, "invalid_request"},
    {Code::kPayloadTooLarge, "payload_too_large", 413, "invalid_request"},
    {Code::kReportTooLarge, "report_too_large", 400, "invalid_request"},
    {Code::kRangeNotSatisfiable, "range_not_satisfiable", 416, "invalid_request"},
    {Code::kTaskNotFound, "task_not_found", 404, "invalid_request"},
    {Code::kTooManySearchRequests, "too_many_search_requests", 503, "system"},
    {Code::kUnreadableFile, "unreadable_file", 400, "invalid_request"},
    {Code::kUnreadableIndex, "unreadable_index", 503, "system"},
    {Code::kUriTooLong, "uri_too_long", 414, "invalid_request"},
});

constexpr bool in_order() {
  for (std::size_t i = 0; i < kCodes.size(); ++i)
    if (static_cast<std::size_t>(kCodes[i].code) != i) return false;
  return true;
}
static_assert(in_order() && kCodes.back().code == Code::kUriTooLong,
              "one row for each code, in the order of the enum");

}  // namespace

const CodeInfo& info(Code code) { return kCodes[static_cast<std::size_t>(code)]; }

std::span<const CodeInfo> codes() { return kCodes; }

Reply error_reply(Code code, std::string_view message) {
  const CodeInfo& row = info(code);
  return Reply::json(
      {{"message", message}, {"code", row.name}, {"type", row.type}, {"link", "API.md#error-codes"}},
      row.status);
}

}  // namespace vankien::api
