#pragma once

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "searchd/api/reply.h"

namespace vankien::api {

/// Every error code the server can answer. Names, statuses and types are one list in error.cc; API.md prints
/// it.
enum class Code {
  kBadRequest,
  kContentEncodingNotSupported,
  kDocumentNotFound,
  kIndexNotFound,
  kInternal,
  kInvalidApiKey,
  kInvalidContentType,
  kInvalidDocumentFilter,
  kInvalidDocumentId,
  kInvalidDocumentRetrieveVectors,
  kInvalidExportFields,
  kInvalidFacetSearchFacetName,
  kInvalidFacetSearchFacetQuery,
  kInvalidIndexUid,
  kInvalidMultiSearchFederated,
  kInvalidMultiSearchFederationOptions,
  kInvalidNumberingLimit,
  kInvalidNumberingYear,
  kInvalidReportDimension,
  kInvalidReportFormat,
  kInvalidSearchAttributesToCrop,
  kInvalidSearchAttributesToHighlight,
  kInvalidSearchAttributesToRetrieve,
  kInvalidSearchAttributesToSearchOn,
  kInvalidSearchCropLength,
  kInvalidSearchCropMarker,
  kInvalidSearchDisjunctiveFacets,
  kInvalidSearchCursor,
  kInvalidSearchDistinct,
  kInvalidSearchEmbedder,
  kInvalidSearchFacetRanges,
  kInvalidSearchFacets,
  kInvalidSearchFilter,
  kInvalidSearchHighlightPostTag,
  kInvalidSearchHighlightPreTag,
  kInvalidSearchHistogram,
  kInvalidSearchHitsPerPage,
  kInvalidSearchHybridQuery,
  kInvalidSearchLimit,
  kInvalidSearchLiteral,
  kInvalidSearchLocales,
  kInvalidSearchMatchingStrategy,
  kInvalidSearchMedia,
  kInvalidSearchOffset,
  kInvalidSearchPage,
  kInvalidSearchPersonalize,
  kInvalidSearchQ,
  kInvalidSearchRankingScoreThreshold,
  kInvalidSearchRetrieveVectors,
  kInvalidSearchSemanticRatio,
  kInvalidSearchShowMatchesPosition,
  kInvalidSearchShowPassages,
  kInvalidSearchShowPerformanceDetails,
  kInvalidSearchShowRankingScore,
  kInvalidSearchShowSuggestion,
  kInvalidSearchShowRankingScoreDetails,
  kInvalidSearchSort,
  kInvalidSearchTodaysPlaces,
  kInvalidSearchUseNetwork,
  kInvalidSearchVector,
  kInvalidTaskFrom,
  kInvalidTaskLimit,
  kInvalidTaskStatuses,
  kInvalidTaskTypes,
  kInvalidTaskUids,
  kMalformedPayload,
  kMethodNotAllowed,
  kMissingAuthorizationHeader,
  kMissingContentType,
  kMissingDocumentFilter,
  kMissingFacetSearchFacetName,
  kMissingIndexUid,
  kMissingPayload,
  kNotFound,
  kOriginalChanged,
  kOriginalNotAvailable,
  kPayloadTooLarge,
  kReportTooLarge,
  kRangeNotSatisfiable,
  kTaskNotFound,
  kTooManySearchRequests,
  kUnreadableFile,
  kUnreadableIndex,
  kUriTooLong,
};

struct CodeInfo {
  Code code;
  std::string_view name;  ///< as in the answer: invalid_search_q
  int status;
  std::string_view type;  ///< invalid_request | auth | internal | system
};
const CodeInfo& info(Code code);
std::span<const CodeInfo> codes();

/// What is wrong with a request, in words for its sender. Caught once, at the server's door.
class ApiError : public std::runtime_error {
 public:
  ApiError(Code code, const std::string& message) : std::runtime_error(message), code_(code) {}
  Code code() const { return code_; }

 private:
  Code code_;
};

/// {"message": …, "code": "invalid_search_q", "type": "invalid_request", "link": "API.md#error-codes"}
Reply error_reply(Code code, std::string_view message);

}  // namespace vankien::api
