#include "searchd/search/match/evaluation.h"

#include <algorithm>

#include "searchd/search/match/phrase_check.h"

namespace vankien {
namespace {

using Op = Query::Op;

// What it takes to match: phrases walk rows of words, filters look at each document.
enum class Cost : std::uint8_t { kSets, kDocuments, kRows };

Cost cost_of(const Query& query) {
  switch (query.op()) {
    case Op::kPhrase:
      return Cost::kRows;
    case Op::kCondition:
      return Cost::kDocuments;
    case Op::kNothing:
      return Cost::kSets;
    case Op::kAndMaybe:
    case Op::kScale:
      return cost_of(query.children().front());
    default: {
      Cost most = Cost::kSets;
      for (const Query& child : query.children()) most = std::max(most, cost_of(child));
      return most;
    }
  }
}

// Cheap ones first, so that dear ones are asked of few documents.
std::vector<const Query*> by_cost(const std::vector<Query>& queries) {
  std::vector<const Query*> sorted;
  for (const Cost cost : {Cost::kSets, Cost::kDocuments, Cost::kRows})
    for (const Query& query : queries)
      if (cost_of(query) == cost) sorted.push_back(&query);
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
      if (lists[shard]->is_dense()) all.sets[shard] |= lists[shard]->set;
      for (const Xapian::docid id : lists[shard]->ids) all.sets[shard].add(id);
    }
  }
  for (const DocumentSet& set : all.sets) all.documents += set.size();
  return all;
}

DocumentSet Evaluation::match(std::size_t shard, const Query& query, const DocumentSet& within) {
  switch (query.op()) {
    case Op::kNothing:
      return DocumentSet(within.end());
    case Op::kEverything:
    case Op::kConstant:
    case Op::kByRecency:
    case Op::kInForce:
      return within;
    case Op::kTerm: {
      const PostingList& list = *lists_of(query.term())[shard];
      DocumentSet found = list.is_dense() ? list.set : DocumentSet(within.end());
      if (list.is_dense()) return found &= within;
      for (const Xapian::docid id : list.ids)
        if (within.has(id)) found.add(id);
      return found;
    }
    case Op::kOneOf: {
      DocumentSet found = union_of(query).sets[shard];
      return found &= within;
    }
    case Op::kAnd:
    case Op::kFilter: {
      DocumentSet found = within;
      for (const Query* child : by_cost(query.children())) {
        found = match(shard, *child, found);
        if (found.empty()) break;
      }
      return found;
    }
    case Op::kOr: {
      DocumentSet found(within.end()), open = within;
      for (const Query* child : by_cost(query.children())) {
        found |= match(shard, *child, open);
        open -= found;
      }
      return found;
    }
    case Op::kAndNot: {
      DocumentSet found = match(shard, query.children()[0], within);
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
  return DocumentSet(within.end());
}

DocumentSet Evaluation::match_filter(std::size_t shard, const Query& query, const DocumentSet& within) {
  auto& filters = filters_[query.identity()];
  filters.resize(view_.shards.size());
  if (!filters[shard])
    filters[shard] = std::make_unique<DocumentFilter>(query.filter(), *view_.columns[shard]);
  DocumentSet found(within.end());
  within.for_each([&](Xapian::docid id) {
    if (filters[shard]->passes(id)) found.add(id);
  });
  return found;
}

// Each document is asked once, whether it is matched or weighed.
DocumentSet Evaluation::match_phrase(std::size_t shard, const Query& query, const DocumentSet& within) {
  DocumentSet open = within;
  for (const Query& child : query.children()) open = match(shard, child, open);
  auto& known = phrases_[query.identity()];
  if (known.empty()) known.resize(view_.shards.size());
  Phrase& phrase = known[shard];
  if (phrase.checked.end() == 0) phrase = {DocumentSet(within.end()), DocumentSet(within.end())};
  DocumentSet found = open;
  open -= phrase.checked;
  if (!open.empty())
    phrase.held |= check_phrase(RowReader(*view_.rows[shard], view_.shards[shard]), query, open);
  phrase.checked |= open;
  return found &= phrase.held;
}

}  // namespace vankien
