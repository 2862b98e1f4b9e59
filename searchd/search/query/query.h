#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "searchd/search/query/filter.h"

namespace vankien {

/// What is asked of an archive, as a tree that evaluation.h walks. It decides which documents match and what each weighs:
///   Query(Query::Op::kAnd, Query("nghị"), Query("quyết"))   both words; BM25 of each added up
/// Cheap to copy, never changed. The shapes are Xapian's, whose matcher asks posting lists document by document; all its
/// kinds of queries together took 5.3 ms of CPU at 50,000 documents that way, and take 1.8 so (a busy machine).
class Query {
 public:
  enum class Op : std::uint8_t {
    kNothing,
    kEverything,
    kTerm,
    kConstant,   ///< every document, of one weight
    kByRecency,  ///< every document, the newer the heavier: kRecency (ranking.h)
    kInForce,    ///< every document, those heavier that nothing ended: kInForceFirst
    kCondition,  ///< what passes a filter; weighs nothing
    kAnd,
    kOr,
    kOneOf,     ///< terms that stand for one word: counted and weighed as one term
    kFilter,    ///< all hold, the first weighs
    kAndMaybe,  ///< the first holds, the others weigh where they hold
    kAndNot,    ///< the first holds and the second does not
    kScale,     ///< weights times a factor
    kPhrase     ///< terms, or kOr of terms, in this order with nothing between; weighs as kAnd
  };

  /// Matches nothing.
  Query() = default;
  explicit Query(std::string term) : Query(Op::kTerm) { node_->term = std::move(term); }
  Query(Op op, const Query& first, const Query& second) : Query(op) { node_->children = {first, second}; }
  /// kScale.
  Query(Op op, const Query& query, double factor) : Query(op) {
    node_->children = {query};
    node_->number = factor;
  }
  /// Of queries or of terms; of none: nothing.
  template <typename Iterator>
  Query(Op op, Iterator begin, Iterator end) : Query(op) {
    for (; begin != end; ++begin) node_->children.emplace_back(*begin);
    if (node_->children.empty()) node_->op = Op::kNothing;
  }

  static Query everything() { return Query(Op::kEverything); }
  static Query recency() { return Query(Op::kByRecency); }
  static Query in_force() { return Query(Op::kInForce); }
  static Query constant(double weight) {
    Query query(Op::kConstant);
    query.node_->number = weight;
    return query;
  }
  static Query condition(Filter filter) {
    Query query(Op::kCondition);
    query.node_->filter = std::move(filter);
    return query;
  }

  Op op() const { return node_ ? node_->op : Op::kNothing; }
  const std::string& term() const { return node_->term; }  ///< kTerm
  double number() const { return node_->number; }          ///< kConstant: the weight, kScale: the factor
  const Filter& filter() const { return node_->filter; }   ///< kCondition
  const std::vector<Query>& children() const { return node_->children; }
  /// The same for copies of one query, as long as one of them lives.
  const void* identity() const { return node_.get(); }

 private:
  struct Node {
    Op op = Op::kNothing;
    std::string term;
    double number = 0;
    Filter filter;
    std::vector<Query> children;
  };
  explicit Query(Op op) : node_(std::make_shared<Node>()) { node_->op = op; }

  std::shared_ptr<Node> node_;
};

using Queries = std::vector<Query>;

}  // namespace vankien
