#pragma once

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "searchd/search/archive/document_set.h"

namespace vankien {

/// Documents of one database that match: few as their ids, many as a bit for each document there is. The thirty of a symbol cost
/// their own number, not that of the archive: with bits alone a symbol's query over 200,000 documents took 0.28 ms, so 0.19.
/// Copies share their bits until one of them changes.
class MatchSet {
 public:
  /// Of ids below `end`.
  explicit MatchSet(std::size_t end = 0) : end_(end) {}
  MatchSet(std::size_t end, std::vector<Xapian::docid> ascending) : end_(end), ids_(std::move(ascending)) {
    if (!fits(end_, ids_.size())) spread();
  }
  explicit MatchSet(DocumentSet&& set)
      : end_(set.end()), own_(std::make_shared<DocumentSet>(std::move(set))), bits_(own_.get()) {}
  /// The set must outlive this and its copies.
  MatchSet(const DocumentSet& set) : end_(set.end()), bits_(&set) {}

  /// So many are few: an id for each 64 documents takes half the memory of the bits.
  static bool fits(std::size_t end, std::size_t count) { return count <= end / 64 + 16; }
  bool is_few() const { return bits_ == nullptr; }

  bool has(Xapian::docid id) const {
    return is_few() ? std::binary_search(ids_.begin(), ids_.end(), id) : bits_->has(id);
  }
  bool empty() const { return is_few() ? ids_.empty() : bits_->empty(); }
  std::size_t size() const { return is_few() ? ids_.size() : bits_->size(); }
  std::size_t end() const { return end_; }
  std::vector<Xapian::docid> ids() const;  ///< ascending

  /// Those of these ids that belong to it.
  MatchSet among(const std::vector<Xapian::docid>& ascending) const;
  void add_all(const std::vector<Xapian::docid>& ascending);
  MatchSet& operator|=(const MatchSet& other);
  MatchSet& operator-=(const MatchSet& other);
  friend MatchSet operator&(const MatchSet& one, const MatchSet& other);

  /// Calls `function(id)` for each, ascending.
  template <typename Function>
  void for_each(Function function) const {
    for (const Xapian::docid id : ids_) function(id);
    if (bits_ != nullptr) bits_->for_each(function);
  }

 private:
  DocumentSet& spread();  ///< bits from now on, and no other's

  std::size_t end_;
  std::vector<Xapian::docid> ids_;     ///< of few, ascending
  std::shared_ptr<DocumentSet> own_;   ///< of many, if they are not somebody else's
  const DocumentSet* bits_ = nullptr;  ///< of many
};

}  // namespace vankien
