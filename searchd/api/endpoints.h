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

/// GET /api/documents/{id}/citations?group=&offset=&limit=
///   200 {document, status: {value, by, newest, text}, groups: {replaces: {total, items: [{kind, symbol, type, date,
///        text, resolved, candidates}]}, replacedBy: …}, offset, limit}, only of what the caller may open
///   404 document_not_found, as above
Reply citations(const Request& request, const Service& service);
/// GET /api/documents/{id}/citations/graph
///   200 {nodes: [{id, symbol, …, status, step}], edges: [{from, to, kind}], leftOut, total}   404 as above
Reply citation_graph(const Request& request, const Service& service);
/// GET /api/symbols/{symbol}   200 {symbol, total, limit, documents: [{id, symbol, …, issuer, term, status}]}
Reply symbol(const Request& request, const Service& service);

/// POST /api/draft-check {"text": "…", "date": "2026-05-27"}, or the text itself as text/plain and ?date=
///   200 {citations: [{start, end, utf16Start, utf16End, text, symbol, session, type, date, issuer, …checked_json.h}],
///        total, limit, problems: {code: count} [, text: the draft as decoded]}   415 for anything but text
Reply draft_check(const Request& request, const Service& service);

/// POST /api/batch {"queries": ["05-NQ/TU", …]}   ?format=csv
///   200 {rows: [{query, how, understood, …checked_json.h}], total}
Reply batch(const Request& request, const Service& service);

/// GET /api/documents/{id}?q=
///   200 {document: {…}, matches: {title: [{start, length}], symbol}, totalMatches, pages: [{number, text, matches}],
///        original: "available" | "changed" | "none"}
///   404 document_not_found, as above
Reply document_view(const Request& request, const Service& service);

/// GET /api/documents/{id}/file?download=true   the file itself, or the part that Range names
///   200 | 206   404 document_not_found, as above; original_not_available   409 original_changed
///   416 range_not_satisfiable
Reply original_file(const Request& request, const Service& service);

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

/// GET /api/statistics?rows=type&columns=year&pages=issuer&q=&filter=&format=json|csv|xlsx
///   200 {dimensions: [{attribute, values: [{value, filter, count}]}], cells: [{at, filter, count}], total}
Reply statistics(const Request& request, const Service& service);

/// GET /api/numbering?issuer=&type=&year=&term=&limit=&offset=
///   200 {series: [{issuer, type, form, first, last, missing, gaps, duplicates, …}], total, …}
Reply numbering(const Request& request, const Service& service);

/// GET, POST /api/export?format=csv|xlsx|jsonl&q=&filter=&sort=&fields=   200 all that is found, as a file, in pieces
Reply export_list(const Request& request, const Service& service);

/// GET /stats
///   200 {databaseSize, usedDatabaseSize, lastUpdate, indexes: {vanban: {numberOfDocuments, …}}}
///   only of the databases the caller may open
Reply stats(const Request& request, const Service& service);

/// GET /version   200 {commitSha, commitDate, pkgVersion}
Reply version(const Request& request, const Service& service);

/// GET /health   200 {"status": "available"}
Reply health(const Request& request, const Service& service);

}  // namespace vankien::api
