#pragma once

#include "searchd/api/reply.h"
#include "searchd/api/request.h"
#include "searchd/api/service.h"

// The read side of the Meilisearch dialect. Each endpoint is in a file of its own name, each throws ApiError.
// API.md says what a caller may rely on.

namespace vankien::api {

/// GET /indexes/{uid}/search?q=&filter=&…   POST /indexes/{uid}/search {"q": …, "filter": …, …}
///   200 {hits, query, processingTimeMs, limit, offset, estimatedTotalHits [, facetDistribution, facetStats]}
Reply search(const Request& request, const Service& service);

/// POST /multi-search {"queries": [{"indexUid": "vanban", "q": …}, …]}
///   200 {results: [{indexUid, hits, …}, …]}, all of one snapshot
Reply multi_search(const Request& request, const Service& service);

/// POST /indexes/{uid}/facet-search {"facetName": "issuer", "facetQuery": "tinh uy", "q": …, "filter": …}
///   200 {facetHits: [{value, count}, …], facetQuery, processingTimeMs}
Reply facet_search(const Request& request, const Service& service);

/// GET /indexes/{uid}/documents/{id}?fields=title,body
///   200 the document   404 document_not_found, whether unknown or above the caller's clearance
Reply document(const Request& request, const Service& service);

/// GET /indexes/{uid}/documents/{id}/relations
///   200 {relations: [{kind, symbol, type, date, text, documents: [{id, symbol, type, title, date}]}],
///        citedBy: [{kind, id, symbol, type, title, date}], citedByTotal}, only of what the caller may open
///   404 document_not_found, as above
Reply relations(const Request& request, const Service& service);

/// GET /stats
///   200 {databaseSize, usedDatabaseSize, lastUpdate, indexes: {vanban: {numberOfDocuments, …}}}
///   only of the databases the caller may open
Reply stats(const Request& request, const Service& service);

/// GET /version   200 {commitSha, commitDate, pkgVersion}
Reply version(const Request& request, const Service& service);

/// GET /health   200 {"status": "available"}
Reply health(const Request& request, const Service& service);

}  // namespace vankien::api
