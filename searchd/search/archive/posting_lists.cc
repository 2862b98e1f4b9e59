#include "searchd/search/archive/posting_lists.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace vankien {
namespace {

constexpr std::size_t kDenseShare =
    3;  // ids and counts of a third of the documents take as much as counts of all

PostingList::Count count_at(const Xapian::PostingIterator& at) {
  constexpr Xapian::termcount kMost = std::numeric_limits<PostingList::Count>::max() - 1;
  return static_cast<PostingList::Count>(std::min(at.get_wdf(), kMost));
}

bool is_dense(std::size_t documents, std::size_t end) { return documents * kDenseShare > end; }

PostingList decode(const Xapian::Database& database, const std::string& term, std::size_t end) {
  PostingList list;
  list.documents = database.get_termfreq(term);
  const bool dense = is_dense(list.documents, end);
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
    const PostingList::Count count = count_at(at);
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

struct Posting {
  Xapian::docid id;
  std::optional<PostingList::Count> count;  // nothing: the document does not have the term
};

std::vector<Posting> look_up(const Xapian::Database& database, const std::string& term,
                             std::vector<Xapian::docid> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::vector<Posting> found;
  auto at = database.postlist_begin(term);
  const auto last = database.postlist_end(term);
  for (const Xapian::docid id : ids) {
    if (at != last) at.skip_to(id);
    found.push_back({id, at != last && *at == id ? std::optional(count_at(at)) : std::nullopt});
  }
  return found;
}

void change_dense(PostingList& list, const std::vector<Posting>& changed, std::size_t end) {
  list.dense.resize(end, 0);
  list.set.resize(end);
  for (const auto& [id, count] : changed) {
    if (id >= end) continue;
    list.dense[id] = count ? static_cast<PostingList::Count>(*count + 1) : PostingList::Count{0};
    if (count)
      list.set.add(id);
    else
      list.set.remove(id);
  }
}

void change_rare(PostingList& list, const std::vector<Posting>& changed) {
  for (const auto& [id, count] : changed) {
    const auto at = std::lower_bound(list.ids.begin(), list.ids.end(), id);
    const auto beside = list.counts.begin() + (at - list.ids.begin());
    const bool was_there = at != list.ids.end() && *at == id;
    if (was_there && count) {
      *beside = *count;
    } else if (was_there) {
      list.ids.erase(at);
      list.counts.erase(beside);
    } else if (count) {
      list.ids.insert(at, id);
      list.counts.insert(beside, *count);
    }
  }
}

// What a list of an earlier generation is now, of which these documents have changed.
PostingList change(const PostingList& before, const Xapian::Database& database, const std::string& term,
                   std::vector<Xapian::docid> ids, std::size_t end) {
  const std::size_t documents = database.get_termfreq(term);
  if (is_dense(documents, end) != before.is_dense()) return decode(database, term, end);
  PostingList list = before;
  list.documents = documents;
  const std::vector<Posting> changed = look_up(database, term, std::move(ids));
  if (list.is_dense())
    change_dense(list, changed, end);
  else
    change_rare(list, changed);
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

PostingLists::PostingLists(const PostingLists& before, const Xapian::Database& database,
                           const ChangedDocuments& changes)
    : lengths_(before.lengths_), all_(before.all_), most_bytes_(before.most_bytes_) {
  lengths_.resize(changes.end(), 0);
  all_.resize(lengths_.size());
  for (const auto& one : changes.all()) {
    if (one.number >= lengths_.size()) continue;
    lengths_[one.number] = one.is_there ? database.get_doclength(one.number) : 0;
    if (one.is_there)
      all_.add(one.number);
    else
      all_.remove(one.number);
  }
  take_over(before, changes);
}

// Those asked for last, in their order.
void PostingLists::take_over(const PostingLists& before, const ChangedDocuments& changes) {
  constexpr std::size_t kMostChanges =
      1000;  // from then on a list is read anew in about the time that they are looked up
  constexpr std::size_t kMostLists =
      10'000;  // copied in 2 ms, for which searches in the generation before may wait
  if (before.changes_.size() + changes.all().size() > kMostChanges) return;
  changes_ = before.changes_;
  for (const auto& one : changes.all()) changes_.push_back(one.number);
  const std::scoped_lock lock(before.mutex_);
  for (const std::string* term : before.ages_) {
    if (entries_.size() == kMostLists) break;
    const Entry& known = before.entries_.find(*term)->second;
    const auto entry = entries_.try_emplace(*term).first;
    entry->second = {known.list, ages_.insert(ages_.end(), &entry->first), known.seen};
    bytes_ += known.list->bytes();
  }
}

std::shared_ptr<const PostingList> PostingLists::of(const Xapian::Database& database,
                                                    const std::string& term) const {
  std::shared_ptr<const PostingList> list;
  std::size_t seen = 0;
  {
    const std::scoped_lock lock(mutex_);
    if (const auto entry = entries_.find(term); entry != entries_.end()) {
      ages_.splice(ages_.begin(), ages_, entry->second.age);
      list = entry->second.list;
      seen = entry->second.seen;
      if (seen == changes_.size()) return list;
    }
  }
  if (list)
    list = std::make_shared<const PostingList>(
        change(*list, database, term, {changes_.begin() + static_cast<std::ptrdiff_t>(seen), changes_.end()},
               lengths_.size()));
  else
    list = std::make_shared<const PostingList>(decode(database, term, lengths_.size()));
  const std::scoped_lock lock(mutex_);
  const auto [entry, fresh] = entries_.try_emplace(term);
  if (!fresh && entry->second.seen == changes_.size()) return entry->second.list;
  if (fresh)
    entry->second.age = ages_.insert(ages_.begin(), &entry->first);
  else
    bytes_ -= entry->second.list->bytes();
  entry->second.list = list;
  entry->second.seen = changes_.size();
  bytes_ += list->bytes();
  drop_oldest();
  return list;
}

void PostingLists::drop_oldest() const {
  while (bytes_ > most_bytes_ && ages_.size() > 1) {
    const auto oldest = entries_.find(*ages_.back());
    bytes_ -= oldest->second.list->bytes();
    ages_.pop_back();
    entries_.erase(oldest);
  }
}

}  // namespace vankien
