#include "searchd/search/match/match_set.h"

#include <iterator>

#include "searchd/search/match/sorted_ids.h"

namespace vankien {

DocumentSet& MatchSet::spread() {
  if (own_.use_count() == 1) return *own_;
  own_ = is_few() ? std::make_shared<DocumentSet>(end_) : std::make_shared<DocumentSet>(*bits_);
  for (const Xapian::docid id : ids_) own_->add(id);
  ids_.clear();
  bits_ = own_.get();
  return *own_;
}

std::vector<Xapian::docid> MatchSet::ids() const {
  if (is_few()) return ids_;
  std::vector<Xapian::docid> ids;
  ids.reserve(bits_->size());
  bits_->for_each([&](Xapian::docid id) { ids.push_back(id); });
  return ids;
}

void MatchSet::add_all(const std::vector<Xapian::docid>& ascending) {
  if (empty()) {
    *this = MatchSet(end_, ascending);
    return;
  }
  if (is_few() && fits(end_, ascending.size())) {
    std::vector<Xapian::docid> all;
    all.reserve(ids_.size() + ascending.size());
    std::set_union(ids_.begin(), ids_.end(), ascending.begin(), ascending.end(), std::back_inserter(all));
    *this = MatchSet(end_, std::move(all));
    return;
  }
  if (ascending.empty()) return;
  DocumentSet& bits = spread();
  for (const Xapian::docid id : ascending) bits.add(id);
}

MatchSet& MatchSet::operator|=(const MatchSet& other) {
  if (other.is_few()) {
    add_all(other.ids_);
  } else if (is_few()) {
    const std::vector<Xapian::docid> few = std::move(ids_);
    *this = other;
    add_all(few);
  } else {
    spread() |= *other.bits_;
  }
  return *this;
}

MatchSet& MatchSet::operator-=(const MatchSet& other) {
  if (is_few()) {
    std::erase_if(ids_, [&](Xapian::docid id) { return other.has(id); });
  } else if (!other.empty()) {
    MatchSet gone = other;
    if (gone.is_few()) gone.spread();
    spread() -= *gone.bits_;
  }
  return *this;
}

MatchSet MatchSet::among(const std::vector<Xapian::docid>& ascending) const {
  if (!is_few() && !fits(end_, ascending.size())) {
    DocumentSet both(end_);
    for (const Xapian::docid id : ascending)
      if (bits_->has(id)) both.add(id);
    return MatchSet(std::move(both));
  }
  std::vector<Xapian::docid> both;
  if (is_few())
    meet_sorted(ids_, ascending, [&](std::size_t i, std::size_t) { both.push_back(ids_[i]); });
  else
    std::copy_if(ascending.begin(), ascending.end(), std::back_inserter(both),
                 [&](Xapian::docid id) { return bits_->has(id); });
  return {end_, std::move(both)};
}

MatchSet operator&(const MatchSet& one, const MatchSet& other) {
  if (one.is_few()) return other.among(one.ids_);
  if (other.is_few()) return one.among(other.ids_);
  MatchSet both(one);
  both.spread() &= *other.bits_;
  return both;
}

}  // namespace vankien
