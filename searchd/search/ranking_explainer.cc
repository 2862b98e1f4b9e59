#include "searchd/search/ranking_explainer.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>

#include "analyzers/schema/schema.h"
#include "searchd/search/matched_source.h"
#include "searchd/search/matches.h"
#include "searchd/search/query_parts.h"

namespace vankien {
namespace {

using Xapian::Query;

constexpr double kRounding = 1e-12;  ///< of a sum of a hundred weights

// The documents of one page. Xapian numbers those of databases opened together in turn.
Matches page_of(const View& view, const std::vector<Xapian::MSetIterator>& hits) {
  Matches page;
  page.by_shard.resize(view.shards.size());
  const auto shards = static_cast<Xapian::docid>(view.shards.size());
  for (const auto& item : hits) page.by_shard[(*item - 1) % shards].push_back((*item - 1) / shards + 1);
  for (auto& ids : page.by_shard) std::sort(ids.begin(), ids.end());
  return page;
}

using Weights = std::map<Xapian::docid, double>;

Weights weigh(const View& view, const Matches& page, const Query& part) {
  Xapian::Enquire enquire(view.database);
  enquire.set_query(Query(Query::OP_AND_MAYBE, Query((new MatchedSource(view, page))->release()), part));
  const auto weighed = enquire.get_mset(0, static_cast<Xapian::doccount>(page.total()));
  Weights weights;
  for (auto item = weighed.begin(); item != weighed.end(); ++item) weights[*item] = item.get_weight();
  return weights;
}

// Of the document's own weight, not of what Xapian holds possible: its bounds depend on the order in which documents were
// written, and so on others than those the reader may see.
double share(double weight, double whole) { return whole > 0 ? std::clamp(weight / whole, 0.0, 1.0) : 0; }

}  // namespace

std::vector<bool> words_held(const BuiltQuery& built, const Xapian::Enquire& enquire,
                             Xapian::docid document) {
  std::unordered_set<std::string> held;
  for (auto term = enquire.get_matching_terms_begin(document);
       term != enquire.get_matching_terms_end(document); ++term)
    held.insert(*term);
  std::vector<bool> found;
  for (const QueryWord& word : built.words)
    found.push_back(std::any_of(word.terms.begin(), word.terms.end(), [&](const std::string& term) {
      return held.contains(term) || held.contains(make_term(prefix::kTitle, term));
    }));
  return found;
}

std::vector<RankingDetails> explain_ranking(const View& view, const BuiltQuery& built,
                                            const Xapian::Enquire& enquire,
                                            const std::vector<Xapian::MSetIterator>& hits) {
  const Matches page = page_of(view, hits);
  std::array<std::optional<Weights>, kRankingPartNames.size()> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Queries queries;
    for (const Boost& one : built.parts)
      if (static_cast<std::size_t>(one.part) == i) queries.push_back(one.query);
    if (queries.empty()) continue;
    parts[i] = weigh(view, page, any_of(queries));
  }
  std::vector<RankingDetails> all;
  for (const auto& item : hits) {
    RankingDetails details;
    details.weight = item.get_weight();
    double words = details.weight;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!parts[i]) continue;
      const double weight = (*parts[i])[*item];
      words -= weight;
      details.parts[i] = PartScore{weight, share(weight, details.weight)};
    }
    // What decides that a document matches is the words', but for symbols.
    auto& own = details.parts[static_cast<std::size_t>(RankingPart::kWords)];
    if (words < kRounding * details.weight) words = 0;
    words += own ? own->weight : 0;
    own = PartScore{words, share(words, details.weight)};
    const std::vector<bool> held = words_held(built, enquire, *item);
    details.words = held.size();
    details.words_held = static_cast<std::size_t>(std::count(held.begin(), held.end(), true));
    all.push_back(details);
  }
  return all;
}

}  // namespace vankien
