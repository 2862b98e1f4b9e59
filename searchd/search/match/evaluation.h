#pragma once

#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "searchd/search/archive/posting_lists.h"
#include "searchd/search/archive/snapshot.h"
#include "searchd/search/match/document_filter.h"
#include "searchd/search/match/match_set.h"
#include "searchd/search/query/query.h"

namespace vankien {

/// Which documents of a view a query matches, and what they weigh.
///   Evaluation evaluation(view);
///   const MatchSet found = evaluation.match(shard, query, view.postings[shard]->all());
/// Matching is sets (match_set.h) met and joined; phrases alone look into documents, those that have all their words. Weighing adds
/// up, leaf by leaf of the query, what each of the matching documents gets, and no other document. Frequencies are of the
/// view's documents alone, sums run in the order of the query: no weight depends on other grades or on the order of indexing.
class Evaluation {
 public:
  /// What a term weighs in a document.
  enum class Scheme : std::uint8_t {
    kBm25,  ///< with Xapian's formula and constants: k1 1, b 0.5, a length of half the mean at least
    kOne    ///< one, however often it is there
  };

  /// The view must outlive it; queries must live as long as they are asked about.
  explicit Evaluation(const View& view);

  /// Those of `within` that match, all ids local to the shard.
  MatchSet match(std::size_t shard, const Query& query, const MatchSet& within);

  /// The weights of documents that match, beside their ids (ascending).
  std::vector<double> weigh(std::size_t shard, const Query& query, const std::vector<Xapian::docid>& ids,
                            Scheme scheme);

  /// Whether a document has a term.
  bool has(std::size_t shard, Xapian::docid id, const std::string& term) {
    return lists_of(term)[shard]->has(id);
  }

 private:
  using Lists = std::vector<std::shared_ptr<const PostingList>>;  ///< by shard
  /// The documents of terms that stand for one.
  struct Union {
    std::vector<MatchSet> sets;  ///< by shard
    std::size_t documents = 0;
  };
  /// What is known of a phrase in one shard.
  struct Phrase {
    MatchSet checked, held;
  };
  /// Documents that are being weighed.
  struct Chosen {
    const MatchSet& set;
    std::span<const Xapian::docid> ids;   ///< the same, ascending
    std::span<const Xapian::docid> rows;  ///< beside them: where their weights stand
    bool by_id() const { return rows.data() == ids.data(); }
  };
  struct Weighing;

  const Lists& lists_of(const std::string& term);
  const Union& union_of(const Query& one_of);
  MatchSet match_all(std::size_t shard, const Query& query, const MatchSet& within);
  MatchSet match_phrase(std::size_t shard, const Query& query, const MatchSet& within);
  MatchSet match_filter(std::size_t shard, const Query& query, const MatchSet& within);
  void add(Weighing& weighing, const Query& query, const Chosen& chosen, double factor);
  void add_where_held(Weighing& weighing, const Query& query, const Chosen& chosen, double factor);
  void add_term(Weighing& weighing, const std::string& term, const Chosen& chosen, double factor);
  void add_one_of(Weighing& weighing, const Query& query, const Chosen& chosen, double factor);
  double term_weight(std::size_t documents) const;

  const View& view_;
  double documents_ = 0, mean_length_ = 0;
  std::unordered_map<std::string, Lists> lists_;
  std::unordered_map<const void*, Union> unions_;  ///< by identity of the query
  std::unordered_map<const void*, std::vector<Phrase>> phrases_;
  std::unordered_map<const void*, std::vector<std::unique_ptr<DocumentFilter>>> filters_;
};

}  // namespace vankien
