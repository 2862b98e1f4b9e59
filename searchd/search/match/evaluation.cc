#include "searchd/search/match/evaluation.h"

#include <algorithm>

#include "searchd/search/match/phrase_check.h"

namespace vankien {
namespace {

using Op = Query::Op;

// What it takes to match: nothing where every document does, phrases walk rows of words, filters look at each document.
enum class Cost : std::uint8_t { kNone, kSets, kDocuments, kRows };

Cost cost_of(const Query& query) {
  switch (query.op()) {
    case Op::kPhrase:
      return Cost::kRows;
    case Op::kCondition:
      return Cost::kDocuments;
    case Op::kEverything:
    case Op::kConstant:
    case Op::kByRecency:
    case Op::kInForce:
      return Cost::kNone;
    case Op::kNothing:
    case Op::kTerm:
    case Op::kOneOf:
      return Cost::kSets;
    case Op::kAndMaybe:
    case Op::kScale:
      return cost_of(query.children().front());
    default: {
      Cost most = query.op() == Op::kAndNot ? Cost::kSets : Cost::kNone;
      for (const Query& child : query.children()) most = std::max(most, cost_of(child));
      return most;
    }
  }
}

// Cheap ones first, so that dear ones are asked of few documents.
std::vector<std::pair<Cost, const Query*>> by_cost(const std::vector<Query>& queries) {
  std::vector<std::pair<Cost, const Query*>> sorted;
  for (const Query& query : queries) sorted.emplace_back(cost_of(query), &query);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  return sorted;
}

}  // namespace

Evaluation::Evaluation(const View& view)
    : view_(view),
      documents_(view.database.get_doccount()),
      mean_length_(documents_ > 0 ? view.database.get_avlength() : 0) {}

const Evaluation::Lists& Evaluation::lists_of(const std::string& term) {
  const auto [place, fresh] = lists_.try_emplace(term);
  if (!fresh) return place->second;
  static const auto kNone = std::make_shared<const PostingList>();
  for (std::size_t shard = 0; shard < view_.shards.size(); ++shard)
    place->second.push_back(view_.columns[shard]->documents().empty()
                                ? kNone
                                : view_.postings[shard]->of(view_.shards[shard], term));
  return place->second;
}

const Evaluation::Union& Evaluation::union_of(const Query& one_of) {
  const auto [place, fresh] = unions_.try_emplace(one_of.identity());
  Union& all = place->second;
  if (!fresh) return all;
  for (const PostingLists* postings : view_.postings) all.sets.emplace_back(postings->lengths().size());
  for (const Query& term : one_of.children()) {
    const Lists& lists = lists_of(term.term());
    for (std::size_t shard = 0; shard < lists.size(); ++shard) {
      if (lists[shard]->is_dense())
        all.sets[shard] |= lists[shard]->set;
      else
        all.sets[shard].add_all(lists[shard]->ids);
    }
  }
  for (const MatchSet& set : all.sets) all.documents += set.size();
  return all;
}

MatchSet Evaluation::match(std::size_t shard, const Query& query, const MatchSet& within) {
  switch (query.op()) {
    case Op::kNothing:
      return MatchSet(within.end());
    case Op::kEverything:
    case Op::kConstant:
    case Op::kByRecency:
    case Op::kInForce:
      return within;
    case Op::kTerm: {
      const PostingList& list = *lists_of(query.term())[shard];
      return list.is_dense() ? within & list.set : within.among(list.ids);
    }
    case Op::kOneOf:
      return union_of(query).sets[shard] & within;
    case Op::kAnd:
    case Op::kFilter:
      return match_all(shard, query, within);
    case Op::kOr: {
      MatchSet found(within.end());
      for (const auto& [cost, child] : by_cost(query.children())) {
        if (cost <= Cost::kSets) {
          found |= match(shard, *child, within);
          continue;
        }
        MatchSet open = within;
        found |= match(shard, *child, open -= found);
      }
      return found;
    }
    case Op::kAndNot: {
      MatchSet found = match(shard, query.children()[0], within);
      return found -= match(shard, query.children()[1], found);
    }
    case Op::kAndMaybe:
    case Op::kScale:
      return match(shard, query.children().front(), within);
    case Op::kCondition:
      return match_filter(shard, query, within);
    case Op::kPhrase:
      return match_phrase(shard, query, within);
  }
  return MatchSet(within.end());
}

MatchSet Evaluation::match_all(std::size_t shard, const Query& query, const MatchSet& within) {
  MatchSet found;
  const MatchSet* open = &within;
  for (const auto& [cost, child] : by_cost(query.children())) {
    if (cost == Cost::kNone) continue;
    found = match(shard, *child, *open);
    open = &found;
    if (found.empty()) break;
  }
  if (open == &within) return within;
  return found;
}

MatchSet Evaluation::match_filter(std::size_t shard, const Query& query, const MatchSet& within) {
  auto& filters = filters_[query.identity()];
  filters.resize(view_.shards.size());
  if (!filters[shard])
    filters[shard] = std::make_unique<DocumentFilter>(query.filter(), *view_.columns[shard]);
  std::vector<Xapian::docid> found;
  within.for_each([&](Xapian::docid id) {
    if (filters[shard]->passes(id)) found.push_back(id);
  });
  return {within.end(), std::move(found)};
}

// Each document is asked once, whether it is matched or weighed.
MatchSet Evaluation::match_phrase(std::size_t shard, const Query& query, const MatchSet& within) {
  MatchSet open = match_all(shard, query, within);
  auto& known = phrases_[query.identity()];
  if (known.empty()) known.resize(view_.shards.size());
  Phrase& phrase = known[shard];
  if (phrase.checked.end() == 0) phrase = {MatchSet(within.end()), MatchSet(within.end())};
  const MatchSet asked = open;
  open -= phrase.checked;
  if (!open.empty())
    phrase.held |= check_phrase(RowReader(*view_.rows[shard], view_.shards[shard]), query, open);
  phrase.checked |= open;
  return asked & phrase.held;
}

}  // namespace vankien
