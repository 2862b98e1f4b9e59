#include "searchd/search/match/ranking_explainer.h"

#include <algorithm>
#include <map>

#include "analyzers/schema/schema.h"
#include "searchd/search/query/query_parts.h"

namespace vankien {
namespace {

constexpr double kRounding = 1e-12;  ///< of a sum of a hundred weights

using Weights = std::map<Place, double>;

// Of the documents of one page, whether or not the part holds for them.
Weights weigh(const View& view, Evaluation& evaluation, const std::vector<RankedDocument>& hits,
              const Query& part) {
  const Query query(Query::Op::kAndMaybe, everything(), part);
  Weights weights;
  for (std::size_t shard = 0; shard < view.shards.size(); ++shard) {
    std::vector<Xapian::docid> ids;
    for (const RankedDocument& one : hits)
      if (one.place.shard == shard) ids.push_back(one.place.id);
    if (ids.empty()) continue;
    std::sort(ids.begin(), ids.end());
    const auto weighed = evaluation.weigh(shard, query, ids, Evaluation::Scheme::kBm25);
    for (std::size_t i = 0; i < ids.size(); ++i) weights[{shard, ids[i]}] = weighed[i];
  }
  return weights;
}

bool holds(Evaluation& evaluation, const Place& place, const QueryWord& word) {
  return std::any_of(word.terms.begin(), word.terms.end(), [&](const std::string& term) {
    return evaluation.has(place.shard, place.id, make_term(word.prefix, term));
  });
}

double share(double weight, double whole) { return whole > 0 ? std::clamp(weight / whole, 0.0, 1.0) : 0; }

}  // namespace

std::vector<RankingDetails> explain_ranking(const View& view, const BuiltQuery& built, Evaluation& evaluation,
                                            const std::vector<RankedDocument>& hits) {
  std::array<std::optional<Weights>, kRankingPartNames.size()> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Queries queries;
    for (const Boost& one : built.parts)
      if (static_cast<std::size_t>(one.part) == i) queries.push_back(one.query);
    if (queries.empty()) continue;
    parts[i] = weigh(view, evaluation, hits, any_of(queries));
  }
  std::vector<RankingDetails> all;
  for (const RankedDocument& one : hits) {
    RankingDetails details;
    details.weight = one.weight;
    double words = details.weight;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!parts[i]) continue;
      const double weight = (*parts[i])[one.place];
      words -= weight;
      details.parts[i] = PartScore{weight, share(weight, details.weight)};
    }
    // What decides that a document matches is the words', but for symbols.
    auto& own = details.parts[static_cast<std::size_t>(RankingPart::kWords)];
    if (words < kRounding * details.weight) words = 0;
    words += own ? own->weight : 0;
    own = PartScore{words, share(words, details.weight)};
    details.words = built.words.size();
    details.words_held = static_cast<std::size_t>(
        std::count_if(built.words.begin(), built.words.end(),
                      [&](const QueryWord& word) { return holds(evaluation, one.place, word); }));
    all.push_back(details);
  }
  return all;
}

}  // namespace vankien
