// How Evaluation weighs; evaluation.cc tells how it matches.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "searchd/search/archive/status.h"
#include "searchd/search/match/evaluation.h"
#include "searchd/search/match/sorted_ids.h"
#include "searchd/search/query/ranking.h"

namespace vankien {
namespace {

using Op = Query::Op;

constexpr double kLengthShare = 0.5;  // b of BM25
constexpr double kLeastLength = 0.5;  // of the mean

// Calls `take(row, id, count)` for the chosen documents that have the term.
template <typename Chosen, typename Take>
void meet(const PostingList& list, const Chosen& chosen, Take take) {
  if (list.is_dense()) {
    for (std::size_t i = 0; i < chosen.ids.size(); ++i)
      if (const auto count = list.dense[chosen.ids[i]]; count != 0)
        take(chosen.rows[i], chosen.ids[i], count - 1U);
  } else if (chosen.set.is_few() || !chosen.by_id()) {
    meet_sorted(list.ids, chosen.ids, [&](std::size_t i, std::size_t j) {
      take(chosen.rows[j], chosen.ids[j], std::uint32_t{list.counts[i]});
    });
  } else {
    for (std::size_t i = 0; i < list.ids.size(); ++i)
      if (chosen.set.has(list.ids[i])) take(list.ids[i], list.ids[i], std::uint32_t{list.counts[i]});
  }
}

// One weight for whatever has a term, as all of a symbol's are: nothing to match apart.
bool is_constant_of_term(const Query& query) {
  const auto& children = query.children();
  return children.size() == 2 && children[0].op() == Op::kConstant && children[1].op() == Op::kTerm;
}

// What of a term's weight its count in a document of that length gives.
double saturation(std::uint32_t count, std::uint32_t length, double by_mean) {
  const double relative = std::max(length * by_mean, kLeastLength);
  return count / (relative * kLengthShare + (1 - kLengthShare) + count);
}

}  // namespace

/// The state of one weighing of one shard's documents. The weights of few stand beside each other, in the order of their ids; those
/// of many by id, because a list that meets them as bits knows no other place: megabytes, which few must not touch.
struct Evaluation::Weighing {
  std::size_t shard;
  Scheme scheme;
  const std::vector<std::uint32_t>& lengths;
  std::unique_ptr<double[]> weights;        ///< by row; of the chosen ones only
  std::unique_ptr<std::uint32_t[]> counts;  ///< likewise, of terms that stand for one
};

std::vector<double> Evaluation::weigh(std::size_t shard, const Query& query,
                                      const std::vector<Xapian::docid>& ids, Scheme scheme) {
  const auto& lengths = view_.postings[shard]->lengths();
  MatchSet set(lengths.size());
  set.add_all(ids);
  std::vector<Xapian::docid> numbers(set.is_few() ? ids.size() : 0);
  std::iota(numbers.begin(), numbers.end(), 0u);
  const Chosen chosen{set, ids, set.is_few() ? numbers : ids};
  const std::size_t rows = set.is_few() ? ids.size() : lengths.size();
  Weighing weighing{shard, scheme, lengths, std::make_unique_for_overwrite<double[]>(rows),
                    std::make_unique_for_overwrite<std::uint32_t[]>(rows)};
  for (const Xapian::docid row : chosen.rows) weighing.weights[row] = 0;
  add(weighing, query, chosen, 1);
  std::vector<double> weights;
  weights.reserve(ids.size());
  for (const Xapian::docid row : chosen.rows) weights.push_back(weighing.weights[row]);
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
      for (const Xapian::docid row : chosen.rows) weighing.weights[row] += factor * query.number();
      return;
    case Op::kByRecency: {
      // Ordinals of dates sort by time; across databases ranks differ a little, which a tie-breaker may.
      const Column& dates = (*view_.columns[weighing.shard])[Attribute::kDate];
      const double newest = static_cast<double>(dates.values.size()) - 1;
      if (newest <= 0) return;
      for (std::size_t i = 0; i < chosen.ids.size(); ++i)
        weighing.weights[chosen.rows[i]] +=
            factor * kRecency * static_cast<double>(dates.ordinals[chosen.ids[i]]) / newest;
      return;
    }
    case Op::kInForce: {
      const Column& status = (*view_.columns[weighing.shard])[Attribute::kStatus];
      for (std::size_t i = 0; i < chosen.ids.size(); ++i)
        if (!is_ended(static_cast<Status>(status.ordinals[chosen.ids[i]])))
          weighing.weights[chosen.rows[i]] += factor * kInForceFirst;
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
    case Op::kFilter:
      if (is_constant_of_term(query)) {
        const double weight = factor * query.children()[0].number();
        return meet(
            *lists_of(query.children()[1].term())[weighing.shard], chosen,
            [&](Xapian::docid row, Xapian::docid, std::uint32_t) { weighing.weights[row] += weight; });
      }
      [[fallthrough]];
    default: {
      const MatchSet held = match(weighing.shard, query, chosen.set);
      const std::vector<Xapian::docid> ids = held.ids();
      if (ids.empty()) return;
      std::vector<Xapian::docid> rows;
      if (!chosen.by_id())
        meet_sorted(ids, chosen.ids, [&](std::size_t, std::size_t i) { rows.push_back(chosen.rows[i]); });
      add(weighing, query, {held, ids, chosen.by_id() ? ids : rows}, factor);
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
    return meet(list, chosen,
                [&](Xapian::docid row, Xapian::docid, std::uint32_t) { weights[row] += factor; });
  std::size_t documents = 0;
  for (const auto& one : lists) documents += one->documents;
  const double weight = term_weight(documents) * factor, by_mean = 1 / mean_length_;
  meet(list, chosen, [&](Xapian::docid row, Xapian::docid id, std::uint32_t count) {
    weights[row] += weight * saturation(count, weighing.lengths[id], by_mean);
  });
}

void Evaluation::add_one_of(Weighing& weighing, const Query& query, const Chosen& chosen, double factor) {
  const Union& all = union_of(query);
  if (all.documents == 0 || factor == 0) return;
  double* const weights = weighing.weights.get();
  if (weighing.scheme == Scheme::kOne) {
    for (std::size_t i = 0; i < chosen.ids.size(); ++i)
      if (all.sets[weighing.shard].has(chosen.ids[i])) weights[chosen.rows[i]] += factor;
    return;
  }
  std::uint32_t* const counts = weighing.counts.get();
  for (const Xapian::docid row : chosen.rows) counts[row] = 0;
  for (const Query& term : query.children())
    meet(*lists_of(term.term())[weighing.shard], chosen,
         [&](Xapian::docid row, Xapian::docid, std::uint32_t count) { counts[row] += count; });
  const double weight = term_weight(all.documents) * factor, by_mean = 1 / mean_length_;
  for (std::size_t i = 0; i < chosen.ids.size(); ++i) {
    const Xapian::docid row = chosen.rows[i];
    if (counts[row] > 0)
      weights[row] += weight * saturation(counts[row], weighing.lengths[chosen.ids[i]], by_mean);
  }
}

}  // namespace vankien
