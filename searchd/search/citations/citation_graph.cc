#include "searchd/search/citations/citation_graph.h"

#include <xapian.h>

#include <algorithm>
#include <map>

#include "analyzers/schema/schema.h"
#include "searchd/search/archive/readable.h"
#include "searchd/search/archive/standing.h"
#include "searchd/search/citations/citation_reader.h"

namespace vankien {
namespace {

constexpr unsigned kSteps = 2;

class GraphMaker {
 public:
  explicit GraphMaker(const View& view) : view_(view), known_(view) {}

  CitationGraph make(const Place& place, const DocumentName& name) {
    graph_.nodes.push_back({name, view_.standing->of(place), 0});
    numbers_[name.id] = 0;
    for (std::size_t at = 0; at < graph_.nodes.size() && graph_.nodes[at].step < kSteps; ++at) add_around(at);
    return std::move(graph_);
  }

 private:
  void add_around(std::size_t at) {
    const auto place = find_place(view_, graph_.nodes[at].document.id);
    if (!place) return;
    CitationReader reader(view_, *place, known_);
    const CitationWindow window{"", 0, kMostOfGroup};
    for (std::size_t group = 0; group + 1 < kCitationGroups.size(); ++group) {
      take(at, reader.own(group, window), true);
      take(at, reader.back(group, window), false);
    }
  }

  void take(std::size_t at, const CitationGroup& group, bool own) {
    graph_.left_out += group.total - group.items.size();
    for (const CitationItem& item : group.items) {
      if (!item.document || !item.candidates.empty()) continue;
      const auto other = node(*item.document, graph_.nodes[at].step + 1);
      if (!other) {
        ++graph_.left_out;
        continue;
      }
      const CitationGraph::Edge edge =
          own ? CitationGraph::Edge{at, *other, item.kind} : CitationGraph::Edge{*other, at, item.kind};
      // Met again from its other end.
      const bool known = std::any_of(graph_.edges.begin(), graph_.edges.end(), [&](const auto& one) {
        return one.from == edge.from && one.to == edge.to && one.kind == edge.kind;
      });
      if (!known) graph_.edges.push_back(edge);
    }
  }

  std::optional<std::size_t> node(const DocumentName& name, unsigned step) {
    const auto known = numbers_.find(name.id);
    if (known != numbers_.end()) return known->second;
    const auto place = find_place(view_, name.id);
    if (!place || graph_.nodes.size() >= kMostNodes) return std::nullopt;
    graph_.nodes.push_back({name, view_.standing->of(*place), step});
    return numbers_[name.id] = graph_.nodes.size() - 1;
  }

  const View& view_;
  KnownBearers known_;
  CitationGraph graph_;
  std::map<std::string, std::size_t> numbers_;  ///< by id
};

}  // namespace

std::optional<CitationGraph> find_citation_graph(const Snapshot& snapshot, Clearance clearance,
                                                 const std::string& id) {
  return readable([&]() -> std::optional<CitationGraph> {
    const auto view = snapshot.view(clearance);
    const auto place = find_place(*view, id);
    if (!place) return std::nullopt;
    return GraphMaker(*view).make(*place, named_document_at(*view, *place).name);
  });
}

}  // namespace vankien
