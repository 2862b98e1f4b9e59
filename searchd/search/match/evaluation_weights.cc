// How Evaluation weighs; evaluation.cc tells how it matches.
#include <algorithm>
#include <cmath>

#include "searchd/search/archive/status.h"
#include "searchd/search/match/evaluation.h"
#include "searchd/search/query/ranking.h"

namespace vankien {
namespace {

using Op = Query::Op;

constexpr double kLengthShare = 0.5;  // b of BM25
constexpr double kLeastLength = 0.5;  // of the mean
constexpr std::size_t kGallop = 32;   // so many times as many postings as documents: look each document up

// Calls `take(id, count)` for the chosen documents that have the term.
template <typename Chosen, typename Take>
void meet(const PostingList& list, const Chosen& chosen, Take take) {
  if (list.is_dense()) {
    for (const Xapian::docid id : chosen.ids)
      if (const auto count = list.dense[id]; count != 0) take(id, count - 1U);
  } else if (list.ids.size() > kGallop * chosen.ids.size()) {
    auto at = list.ids.begin();
    for (const Xapian::docid id : chosen.ids) {
      at = std::lower_bound(at, list.ids.end(), id);
      if (at == list.ids.end()) return;
      if (*at == id) take(id, std::uint32_t{list.counts[static_cast<std::size_t>(at - list.ids.begin())]});
    }
  } else {
    for (std::size_t i = 0; i < list.ids.size(); ++i)
      if (chosen.set.has(list.ids[i])) take(list.ids[i], std::uint32_t{list.counts[i]});
  }
}

// What of a term's weight its count in a document of that length gives.
double saturation(std::uint32_t count, std::uint32_t length, double by_mean) {
  const double relative = std::max(length * by_mean, kLeastLength);
  return count / (relative * kLengthShare + (1 - kLengthShare) + count);
}

}  // namespace

/// The state of one weighing of one shard's documents.
struct Evaluation::Weighing {
  std::size_t shard;
  Scheme scheme;
  const std::vector<std::uint32_t>& lengths;
  std::unique_ptr<double[]> weights;        ///< by id; of the chosen ones only
  std::unique_ptr<std::uint32_t[]> counts;  ///< likewise, of terms that stand for one
};

std::vector<double> Evaluation::weigh(std::size_t shard, const Query& query,
                                      const std::vector<Xapian::docid>& ids, Scheme scheme) {
  const auto& lengths = view_.postings[shard]->lengths();
  Weighing weighing{shard, scheme, lengths, std::make_unique_for_overwrite<double[]>(lengths.size()),
                    std::make_unique_for_overwrite<std::uint32_t[]>(lengths.size())};
  Chosen chosen{ids, DocumentSet(lengths.size())};
  for (const Xapian::docid id : ids) {
    weighing.weights[id] = 0;
    chosen.set.add(id);
  }
  add(weighing, query, chosen, 1);
  std::vector<double> weights;
  weights.reserve(ids.size());
  for (const Xapian::docid id : ids) weights.push_back(weighing.weights[id]);
  return weights;
}

// All chosen documents match the query, unless it is a term.
void Evaluation::add(Weighing& weighing, const Query& query, const Chosen& chosen, double factor) {
  const auto& children = query.op() == Op::kNothing ? std::vector<Query>() : query.children();
  switch (query.op()) {
    case Op::kNothing:
    case Op::kEverything:
    case Op::kCondition:
      return;
    case Op::kConstant:
      for (const Xapian::docid id : chosen.ids) weighing.weights[id] += factor * query.number();
      return;
    case Op::kByRecency: {
      // Ordinals of dates sort by time; across databases ranks differ a little, which a tie-breaker may.
      const Column& dates = (*view_.columns[weighing.shard])[Attribute::kDate];
      const double newest = static_cast<double>(dates.values.size()) - 1;
      if (newest <= 0) return;
      for (const Xapian::docid id : chosen.ids)
        weighing.weights[id] += factor * kRecency * static_cast<double>(dates.ordinals[id]) / newest;
      return;
    }
    case Op::kInForce: {
      const Column& status = (*view_.columns[weighing.shard])[Attribute::kStatus];
      for (const Xapian::docid id : chosen.ids)
        if (!is_ended(static_cast<Status>(status.ordinals[id])))
          weighing.weights[id] += factor * kInForceFirst;
      return;
    }
    case Op::kTerm:
      return add_term(weighing, query.term(), chosen, factor);
    case Op::kOneOf:
      return add_one_of(weighing, query, chosen, factor);
    case Op::kAnd:
    case Op::kPhrase:
      for (const Query& child : children) add(weighing, child, chosen, factor);
      return;
    case Op::kOr:
      for (const Query& child : children) add_where_held(weighing, child, chosen, factor);
      return;
    case Op::kFilter:
    case Op::kAndNot:
      return add(weighing, children.front(), chosen, factor);
    case Op::kScale:
      return add(weighing, children.front(), chosen, factor * query.number());
    case Op::kAndMaybe:
      add(weighing, children.front(), chosen, factor);
      for (std::size_t i = 1; i < children.size(); ++i) add_where_held(weighing, children[i], chosen, factor);
  }
}

void Evaluation::add_where_held(Weighing& weighing, const Query& query, const Chosen& chosen, double factor) {
  switch (query.op()) {
    case Op::kTerm:
    case Op::kOneOf:
    case Op::kOr:
    case Op::kConstant:
    case Op::kByRecency:
    case Op::kInForce:
      return add(weighing, query, chosen, factor);
    case Op::kScale:
      return add_where_held(weighing, query.children().front(), chosen, factor * query.number());
    default: {
      Chosen held{{}, match(weighing.shard, query, chosen.set)};
      held.set.for_each([&](Xapian::docid id) { held.ids.push_back(id); });
      if (!held.ids.empty()) add(weighing, query, held, factor);
    }
  }
}

// As Xapian's BM25Weight: a word that most documents have weighs little, but never less than nothing.
double Evaluation::term_weight(std::size_t documents) const {
  const auto with = static_cast<double>(documents);
  double rarity = (documents_ - with + 0.5) / (with + 0.5);
  if (rarity < 2) rarity = rarity * 0.5 + 1;
  return std::log(rarity) * 2;
}

void Evaluation::add_term(Weighing& weighing, const std::string& term, const Chosen& chosen, double factor) {
  const Lists& lists = lists_of(term);
  const PostingList& list = *lists[weighing.shard];
  if (list.documents == 0 || factor == 0) return;
  double* const weights = weighing.weights.get();
  if (weighing.scheme == Scheme::kOne)
    return meet(list, chosen, [&](Xapian::docid id, std::uint32_t) { weights[id] += factor; });
  std::size_t documents = 0;
  for (const auto& one : lists) documents += one->documents;
  const double weight = term_weight(documents) * factor, by_mean = 1 / mean_length_;
  meet(list, chosen, [&](Xapian::docid id, std::uint32_t count) {
    weights[id] += weight * saturation(count, weighing.lengths[id], by_mean);
  });
}

void Evaluation::add_one_of(Weighing& weighing, const Query& query, const Chosen& chosen, double factor) {
  const Union& all = union_of(query);
  if (all.documents == 0 || factor == 0) return;
  double* const weights = weighing.weights.get();
  if (weighing.scheme == Scheme::kOne) {
    for (const Xapian::docid id : chosen.ids)
      if (all.sets[weighing.shard].has(id)) weights[id] += factor;
    return;
  }
  std::uint32_t* const counts = weighing.counts.get();
  for (const Xapian::docid id : chosen.ids) counts[id] = 0;
  for (const Query& term : query.children())
    meet(*lists_of(term.term())[weighing.shard], chosen,
         [&](Xapian::docid id, std::uint32_t count) { counts[id] += count; });
  const double weight = term_weight(all.documents) * factor, by_mean = 1 / mean_length_;
  for (const Xapian::docid id : chosen.ids)
    if (counts[id] > 0) weights[id] += weight * saturation(counts[id], weighing.lengths[id], by_mean);
}

}  // namespace vankien
