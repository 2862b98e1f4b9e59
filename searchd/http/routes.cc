#include "searchd/http/routes.h"

#include <array>

namespace vankien::http {
namespace {

constexpr auto kRoutes = std::to_array<Route>({
    {"GET", "/health", api::health},
    {"GET", "/version", api::version},
    {"GET", "/stats", api::stats},
    {"GET", "/indexes/{uid}/search", api::search},
    {"POST", "/indexes/{uid}/search", api::search},
    {"POST", "/indexes/{uid}/facet-search", api::facet_search},
    {"GET", "/indexes/{uid}/documents/{id}", api::document},
    {"GET", "/indexes/{uid}/documents/{id}/relations", api::relations},
    {"POST", "/multi-search", api::multi_search},
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
