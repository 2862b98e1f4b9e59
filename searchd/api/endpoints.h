#pragma once

#include "searchd/api/reply.h"
#include "searchd/api/request.h"
#include "searchd/api/service.h"

// The Meilisearch dialect. Each endpoint is in a file of its own name, each throws ApiError.
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

/// GET /api/suggest?q=nghij quye&limit=8
///   200 {suggestions: [{kind, text, marked: [{start, length}], id, symbol, title, date, count}], query, limit,
///        processingTimeMs}
Reply suggest(const Request& request, const Service& service);

/// GET /api/documents/{id}/similar?limit=10   200 {documents: [{id, symbol, type, title, date, score}], limit}
/// GET /api/documents/{id}/series?limit=10    200 {documents: [{id, symbol, type, title, date}], total, limit}
///   404 document_not_found, as above
Reply similar(const Request& request, const Service& service);
Reply series(const Request& request, const Service& service);

/// POST /indexes/{uid}/documents [{"id": …}, …]   PUT likewise   DELETE   DELETE …/documents/{id}
/// POST …/documents/delete-batch ["a", …]   POST …/documents/delete {"filter": …} or {"ids": ["a", …]}
///   202 {taskUid, indexUid, status: "enqueued", type, enqueuedAt}: it is on disk, and the indexer's to do
///   401, 403 without a key that may write
Reply replace_documents(const Request& request, const Service& service);
Reply merge_documents(const Request& request, const Service& service);
Reply delete_all_documents(const Request& request, const Service& service);
Reply delete_document(const Request& request, const Service& service);
Reply delete_documents_by_id(const Request& request, const Service& service);
Reply delete_documents(const Request& request, const Service& service);

/// GET /tasks?uids=&statuses=&types=&indexUids=&limit=&from=   200 {results: […], total, limit, from, next}
/// GET /tasks/{uid}   200 {uid, status, type, details, error, …}   404 task_not_found, also above the clearance
Reply tasks(const Request& request, const Service& service);
Reply task(const Request& request, const Service& service);

/// GET /indexes   200 {results: [{uid, createdAt, updatedAt, primaryKey}], offset, limit, total}
/// GET /indexes/{uid}   200 {uid, createdAt, updatedAt, primaryKey}
/// GET /indexes/{uid}/stats   200 {numberOfDocuments, isIndexing, fieldDistribution, …}
Reply indexes(const Request& request, const Service& service);
Reply index(const Request& request, const Service& service);
Reply index_stats(const Request& request, const Service& service);

/// GET /stats
///   200 {databaseSize, usedDatabaseSize, lastUpdate, indexes: {vanban: {numberOfDocuments, …}}}
///   only of the databases the caller may open
Reply stats(const Request& request, const Service& service);

/// GET /version   200 {commitSha, commitDate, pkgVersion}
Reply version(const Request& request, const Service& service);

/// GET /health   200 {"status": "available"}
Reply health(const Request& request, const Service& service);

}  // namespace vankien::api
