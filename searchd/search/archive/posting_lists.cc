#include "searchd/search/archive/posting_lists.h"

#include <algorithm>
#include <limits>

namespace vankien {
namespace {

constexpr std::size_t kDenseShare =
    3;  // ids and counts of a third of the documents take as much as counts of all

PostingList decode(const Xapian::Database& database, const std::string& term, std::size_t end) {
  constexpr Xapian::termcount kMost = std::numeric_limits<PostingList::Count>::max() - 1;
  PostingList list;
  list.documents = database.get_termfreq(term);
  const bool dense = list.documents * kDenseShare > end;
  if (dense) {
    list.dense.resize(end, 0);
    list.set = DocumentSet(end);
  } else {
    list.ids.reserve(list.documents);
    list.counts.reserve(list.documents);
  }
  const auto last = database.postlist_end(term);
  for (auto at = database.postlist_begin(term); at != last; ++at) {
    const Xapian::docid id = *at;
    const auto count = static_cast<PostingList::Count>(std::min(at.get_wdf(), kMost));
    if (dense) {
      list.dense[id] = static_cast<PostingList::Count>(count + 1);
      list.set.add(id);
    } else {
      list.ids.push_back(id);
      list.counts.push_back(count);
    }
  }
  return list;
}

}  // namespace

bool PostingList::has(Xapian::docid id) const {
  return is_dense() ? set.has(id) : std::binary_search(ids.begin(), ids.end(), id);
}

std::size_t PostingList::bytes() const {
  constexpr std::size_t kOverhead = 300;  // of an entry and its term
  return kOverhead + ids.size() * (sizeof(Xapian::docid) + sizeof(Count)) + dense.size() * sizeof(Count) +
         set.end() / 8;
}

PostingLists::PostingLists(const Xapian::Database& database, std::size_t most_bytes)
    : lengths_(database.get_lastdocid() + 1, 0), all_(lengths_.size()), most_bytes_(most_bytes) {
  const auto last = database.postlist_end("");
  for (auto at = database.postlist_begin(""); at != last; ++at) {
    lengths_[*at] = at.get_doclength();
    all_.add(*at);
  }
}

std::shared_ptr<const PostingList> PostingLists::of(const Xapian::Database& database,
                                                    const std::string& term) const {
  {
    const std::scoped_lock lock(mutex_);
    if (const auto entry = entries_.find(term); entry != entries_.end()) {
      ages_.splice(ages_.begin(), ages_, entry->second.age);
      return entry->second.list;
    }
  }
  auto list = std::make_shared<const PostingList>(decode(database, term, lengths_.size()));
  const std::scoped_lock lock(mutex_);
  const auto [entry, fresh] = entries_.try_emplace(term);
  if (!fresh) return entry->second.list;
  ages_.push_front(&entry->first);
  entry->second = {list, ages_.begin()};
  bytes_ += list->bytes();
  while (bytes_ > most_bytes_ && ages_.size() > 1) {
    const auto oldest = entries_.find(*ages_.back());
    bytes_ -= oldest->second.list->bytes();
    ages_.pop_back();
    entries_.erase(oldest);
  }
  return list;
}

}  // namespace vankien
