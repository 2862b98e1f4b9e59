#include "searchd/http/routes.h"

#include <array>

namespace vankien::http {
namespace {

constexpr auto kRoutes = std::to_array<Route>({
    {"GET", "/health", api::health, Work::kInstant},
    {"GET", "/version", api::version, Work::kInstant},
    {"GET", "/stats", api::stats},
    {"GET", "/indexes/{uid}/search", api::search},
    {"POST", "/indexes/{uid}/search", api::search},
    {"POST", "/indexes/{uid}/facet-search", api::facet_search},
    {"GET", "/indexes", api::indexes},
    {"GET", "/indexes/{uid}", api::index},
    {"GET", "/indexes/{uid}/stats", api::index_stats},
    {"POST", "/indexes/{uid}/documents", api::replace_documents},
    {"PUT", "/indexes/{uid}/documents", api::merge_documents},
    {"DELETE", "/indexes/{uid}/documents", api::delete_all_documents},
    {"POST", "/indexes/{uid}/documents/delete-batch", api::delete_documents_by_id},
    {"POST", "/indexes/{uid}/documents/delete", api::delete_documents},
    {"GET", "/indexes/{uid}/documents/{id}", api::document},
    {"DELETE", "/indexes/{uid}/documents/{id}", api::delete_document},
    {"GET", "/api/statistics", api::statistics, Work::kLong},
    {"GET", "/api/numbering", api::numbering, Work::kLong},
    {"GET", "/api/export", api::export_list, Work::kLong},
    {"POST", "/api/export", api::export_list, Work::kLong},
    {"POST", "/api/draft-check", api::draft_check, Work::kLong, true},
    {"POST", "/api/batch", api::batch, Work::kLong, true},
    {"GET", "/api/documents/{id}", api::document_view},
    {"GET", "/api/documents/{id}/file", api::original_file},
    {"GET", "/api/suggest", api::suggest},
    {"GET", "/api/documents/{id}/similar", api::similar},
    {"GET", "/api/documents/{id}/series", api::series},
    {"GET", "/tasks", api::tasks},
    {"GET", "/tasks/{uid}", api::task},
    {"POST", "/multi-search", api::multi_search},
    {"GET", "/api/documents/{id}/citations", api::citations},
    {"GET", "/api/documents/{id}/citations/graph", api::citation_graph, Work::kLong},
    {"GET", "/api/symbols/{symbol}", api::symbol},
});

}  // namespace

std::span<const Route> routes() { return kRoutes; }

bool fits(const Route& route, const std::vector<std::string>& segments) {
  std::string_view rest = route.path;
  for (const std::string& segment : segments) {
    if (rest.empty()) return false;
    rest.remove_prefix(1);
    const std::string_view part = rest.substr(0, rest.find('/'));
    if (!part.starts_with('{') && part != segment) return false;
    rest.remove_prefix(part.size());
  }
  return rest.empty();
}

}  // namespace vankien::http
