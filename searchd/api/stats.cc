#include "searchd/api/endpoints.h"

namespace vankien::api {

Reply stats(const Request& request, const Service& service) {
  const ArchiveStatistics archive = service.open()->statistics(request.caller.clearance);
  nlohmann::ordered_json index = {
      {"numberOfDocuments", archive.documents},
      {"rawDocumentDbSize", archive.bytes},
      {"avgDocumentSize", archive.documents == 0 ? 0 : archive.bytes / archive.documents},
      {"isIndexing", false},
      {"numberOfEmbeddings", 0},
      {"numberOfEmbeddedDocuments", 0},
      {"fieldDistribution", archive.field_distribution},
  };
  return Reply::json({
      {"databaseSize", archive.bytes},
      {"usedDatabaseSize", archive.bytes},
      {"lastUpdate",
       archive.updated.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(archive.updated)},
      {"indexes", {{service.uid, std::move(index)}}},
  });
}

}  // namespace vankien::api
