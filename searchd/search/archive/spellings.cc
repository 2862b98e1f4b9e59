#include "searchd/search/archive/spellings.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "searchd/search/archive/single_values.h"

namespace vankien {
namespace {

using ColumnsOfShards = std::vector<const Columns*>;

// Numbers have one spelling; trees name a level as it is named alone (respelling.cc).
bool has_spellings(Attribute attribute) {
  return !info(attribute).numeric && attribute != Attribute::kIssuerLvl1;
}

// Those of all folded values that are spelled in several ways.
std::set<std::string> find_ambiguous(const ColumnsOfShards& read, Attribute attribute) {
  std::unordered_map<std::string_view, std::string_view> seen;
  std::set<std::string> ambiguous;
  for (const Columns* columns : read) {
    const SingleValues values((*columns)[attribute], attribute);
    for (std::size_t i = 1; i < values.size(); ++i) {
      const auto [place, fresh] = seen.emplace(values.folded(i), values.text(i));
      if (!fresh && place->second != values.text(i)) ambiguous.insert(values.folded(i));
    }
  }
  return ambiguous;
}

void count(const ColumnsOfShards& read, Attribute attribute, const std::set<std::string>& ambiguous,
           SpelledValues& found) {
  if (ambiguous.empty()) return;
  const std::unordered_set<std::string_view> wanted(ambiguous.begin(), ambiguous.end());
  for (const Columns* columns : read) {
    const SingleValues values((*columns)[attribute], attribute);
    std::vector<std::uint64_t> documents;
    for (std::size_t i = 1; i < values.size(); ++i) {
      if (!wanted.contains(values.folded(i))) continue;
      if (documents.empty()) documents = values.count(columns->documents());
      auto& spelling = found.by_folded[values.folded(i)][values.text(i)];
      spelling.documents += documents[i];
      if (spelling.key.empty()) spelling.key = order_key(values.text(i), false);
    }
  }
}

using Known = std::shared_ptr<const SpelledValues>;

// What has one spelling left is taken off; nothing if all is. The same corrections as one of those known are that object.
Known decide(SpelledValues values, const Known& one, const Known& other) {
  for (auto& [folded, spelled] : values.by_folded)
    std::erase_if(spelled, [](const auto& spelling) { return spelling.second.documents == 0; });
  std::erase_if(values.by_folded, [](const auto& group) { return group.second.size() < 2; });
  if (values.by_folded.empty()) return nullptr;
  SpelledValues::Corrections corrections;
  for (const auto& [folded, spelled] : values.by_folded) {
    const auto best = std::max_element(spelled.begin(), spelled.end(), [](const auto& a, const auto& b) {
      return a.second.documents < b.second.documents;  // of equals the first, with the smallest bytes
    });
    for (auto wrong = spelled.begin(); wrong != spelled.end(); ++wrong)
      if (wrong != best) corrections[wrong->first] = {wrong->second.key, best->first, best->second.key};
  }
  if (one && *one->corrections == corrections)
    values.corrections = one->corrections;
  else if (other && *other->corrections == corrections)
    values.corrections = other->corrections;
  else
    values.corrections = std::make_shared<const SpelledValues::Corrections>(std::move(corrections));
  return std::make_shared<const SpelledValues>(std::move(values));
}

// The spellings of one attribute while documents change.
class ChangingSpellings {
 public:
  ChangingSpellings(Known before, const ColumnsOfShards& then, const ColumnsOfShards& now,
                    Attribute attribute)
      : before_(std::move(before)), then_(then), now_(now), attribute_(attribute) {}

  void change(std::size_t shard, const ChangedDocuments::One& document) {
    const SingleValues then((*then_[shard])[attribute_], attribute_);
    const SingleValues now((*now_[shard])[attribute_], attribute_);
    then.for_each_of(document.number, [&](std::size_t i) {
      if (auto* spelled = spelled_as(then.folded(i))) --(*spelled)[then.text(i)].documents;
    });
    if (!document.is_there) return;
    now.for_each_of(document.number, [&](std::size_t i) {
      if (auto* spelled = spelled_as(now.folded(i))) {
        auto& spelling = (*spelled)[now.text(i)];
        ++spelling.documents;
        if (spelling.key.empty()) spelling.key = order_key(now.text(i), false);
      } else if (!then.has(now.text(i))) {
        fresh_.emplace(now.folded(i), now.text(i));
      }
    });
  }

  Known finish(const Known& below) {
    std::set<std::string> ambiguous;
    for (const auto& [folded, text] : fresh_)
      if (is_spelled_otherwise(folded, text)) ambiguous.insert(folded);
    if (!changed_ && ambiguous.empty()) return before_;
    if (!changed_) changed_ = before_ ? *before_ : SpelledValues{};
    count(now_, attribute_, ambiguous, *changed_);
    return decide(std::move(*changed_), before_, below);
  }

 private:
  std::map<std::string, SpelledValues::Spelling>* spelled_as(const std::string& folded) {
    if (!before_ || !before_->by_folded.contains(folded)) return nullptr;
    if (!changed_) changed_ = *before_;
    return &changed_->by_folded.find(folded)->second;
  }

  bool is_spelled_otherwise(const std::string& folded, const std::string& text) const {
    return std::any_of(now_.begin(), now_.end(), [&](const Columns* columns) {
      return SingleValues((*columns)[attribute_], attribute_).has_other(folded, text);
    });
  }

  Known before_;
  const ColumnsOfShards& then_;
  const ColumnsOfShards& now_;
  Attribute attribute_;
  std::optional<SpelledValues> changed_;  ///< nothing: as before
  std::set<std::pair<std::string, std::string>>
      fresh_;  ///< folded values and texts that a database did not have
};

}  // namespace

Spellings::Spellings(const ColumnsOfShards& read, const Spellings* below) {
  for (std::size_t i = 0; i < kAttributeCount; ++i) {
    const auto attribute = static_cast<Attribute>(i);
    if (!has_spellings(attribute)) continue;
    SpelledValues found;
    count(read, attribute, find_ambiguous(read, attribute), found);
    values_[i] = decide(std::move(found), below != nullptr ? below->values_[i] : nullptr, nullptr);
  }
}

Spellings::Spellings(const Spellings& before, const ColumnsOfShards& then, const ColumnsOfShards& now,
                     const std::vector<const ChangedDocuments*>& changes, const Spellings* below) {
  for (std::size_t i = 0; i < kAttributeCount; ++i) {
    const auto attribute = static_cast<Attribute>(i);
    if (!has_spellings(attribute)) continue;
    ChangingSpellings changing(before.values_[i], then, now, attribute);
    for (std::size_t shard = 0; shard < changes.size(); ++shard)
      for (const auto& document : changes[shard]->all()) changing.change(shard, document);
    values_[i] = changing.finish(below != nullptr ? below->values_[i] : nullptr);
  }
}

}  // namespace vankien
