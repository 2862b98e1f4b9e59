#include "searchd/search/citations/citations.h"

#include <xapian.h>

#include <algorithm>

#include "analyzers/schema/schema.h"
#include "searchd/search/archive/readable.h"
#include "searchd/search/archive/resolve.h"
#include "searchd/search/archive/standing.h"
#include "searchd/search/citations/citation_reader.h"

namespace vankien {

std::optional<CitationsOf> find_citations(const Snapshot& snapshot, Clearance clearance,
                                          const std::string& id, const CitationWindow& window) {
  return readable([&]() -> std::optional<CitationsOf> {
    const auto view = snapshot.view(clearance);
    const auto place = find_place(*view, id);
    if (!place) return std::nullopt;
    KnownBearers known(*view);
    CitationReader reader(*view, *place, known);
    CitationsOf result;
    result.document = reader.document().name;
    result.status = status_at(*view, *place);
    if (const auto act = view->standing->act_on(*place))
      result.evidence = reader.evidence(*act, result.status.status);
    for (std::size_t i = 0; i < kCitationGroups.size(); ++i) {
      const auto& [own, back] = kCitationGroups[i];
      if (window.group.empty() || window.group == own) result.groups.push_back(reader.own(i, window));
      if (window.group.empty() || window.group == back) result.groups.push_back(reader.back(i, window));
    }
    result.all_read = reader.all_read();
    return result;
  });
}

SymbolBearers find_bearers(const Snapshot& snapshot, Clearance clearance, const std::string& symbol,
                           std::size_t offset, std::size_t limit) {
  const auto parsed = parse_symbol(symbol);
  if (!parsed) return {};
  return readable([&] {
    const auto view = snapshot.view(clearance);
    const auto places = bearers(*view, *parsed);
    SymbolBearers found{parsed->canonical(), places.size(), {}, {}};
    const std::size_t begin = std::min(offset, places.size());
    for (std::size_t i = begin; i < begin + std::min(limit, places.size() - begin); ++i) {
      found.documents.push_back(named_document_at(*view, places[i]).name);
      found.statuses.push_back(view->standing->of(places[i]));
    }
    return found;
  });
}

}  // namespace vankien
