#include "searchd/api/endpoints.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

Json show_index(const ArchiveStatistics& archive, bool is_indexing) {
  return {
      {"numberOfDocuments", archive.documents},
      {"rawDocumentDbSize", archive.bytes},
      {"avgDocumentSize", archive.documents == 0 ? 0 : archive.bytes / archive.documents},
      {"isIndexing", is_indexing},
      {"numberOfEmbeddings", 0},
      {"numberOfEmbeddedDocuments", 0},
      {"fieldDistribution", archive.field_distribution},
  };
}

/// Whether something waits that the caller may know of.
bool is_indexing(const Request& request, const Service& service) {
  return service.spool && service.spool->is_busy(request.caller.clearance);
}

}  // namespace

Reply index_stats(const Request& request, const Service& service) {
  check_index(service, request.segments.at(1));
  return Reply::json(
      show_index(service.open()->statistics(request.caller.clearance), is_indexing(request, service)));
}

Reply stats(const Request& request, const Service& service) {
  const ArchiveStatistics archive = service.open()->statistics(request.caller.clearance);
  return Reply::json({
      {"databaseSize", archive.bytes},
      {"usedDatabaseSize", archive.bytes},
      {"lastUpdate", archive.updated.empty() ? Json() : Json(archive.updated)},
      {"indexes", {{service.uid, show_index(archive, is_indexing(request, service))}}},
  });
}

}  // namespace vankien::api
