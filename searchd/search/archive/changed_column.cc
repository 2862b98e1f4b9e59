#include "searchd/search/archive/changed_column.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "analyzers/analyzer.h"

namespace vankien {
namespace {

// The values of a column while some come and go; ordinals of documents are put right at the end, all in one pass.
class ChangingValues {
 public:
  explicit ChangingValues(const Column& before)
      : values(before.values), folded(before.folded), keys(before.keys), old_(before.values.size()) {
    std::iota(old_.begin(), old_.end(), 0u);
  }

  /// Where the value stands now; it comes if it was not there.
  void add(const std::string& value, bool numeric) {
    const std::string key = order_key(value, numeric);
    const std::size_t place = find(value, key);
    if (place < values.size() && values[place] == value) return;
    values.insert(place, value);
    folded.insert(place, fold_value(value));
    keys.insert(place, key);
    old_.insert(old_.begin() + static_cast<std::ptrdiff_t>(place), kNew);
    is_changed_ = true;
  }

  std::uint32_t ordinal_of(const std::string& value, bool numeric) const {
    return static_cast<std::uint32_t>(find(value, order_key(value, numeric)));
  }

  void erase(std::size_t place) {
    values.erase(place);
    folded.erase(place);
    keys.erase(place);
    old_.erase(old_.begin() + static_cast<std::ptrdiff_t>(place));
    is_changed_ = true;
  }

  /// Old ordinals become those of now.
  void renumber(Ordinals::Numbers& ordinals, std::size_t old_values) const {
    if (!is_changed_) return;
    std::vector<std::uint32_t> now(old_values, 0);
    for (std::uint32_t i = 0; i < old_.size(); ++i)
      if (old_[i] != kNew) now[old_[i]] = i;
    for (std::uint32_t& ordinal : ordinals) ordinal = now[ordinal];
  }

  SharedTexts values, folded, keys;

 private:
  static constexpr std::uint32_t kNew = ~0u;

  std::size_t find(const std::string& value, const std::string& key) const {
    std::size_t first = 1, last = values.size();
    while (first < last) {
      const std::size_t middle = first + (last - first) / 2;
      if (std::tie(keys[middle], values[middle]) < std::tie(key, value))
        first = middle + 1;
      else
        last = middle;
    }
    return first;
  }

  std::vector<std::uint32_t> old_;  ///< ordinal now → then
  bool is_changed_ = false;
};

// Those of some ordinals that no document has, highest first.
std::vector<std::uint32_t> unused(std::vector<std::uint32_t> some, const Ordinals::Numbers& ordinals,
                                  std::size_t values) {
  if (some.empty()) return some;
  std::vector<bool> used(values, false);
  for (const std::uint32_t ordinal : ordinals) used[ordinal] = true;
  std::sort(some.begin(), some.end(), std::greater<>());
  some.erase(std::unique(some.begin(), some.end()), some.end());
  std::erase_if(some, [&](std::uint32_t ordinal) { return used[ordinal]; });
  return some;
}

}  // namespace

Column changed_column(const Column& before, const ChangedDocuments& changes, Slot slot, bool numeric) {
  const auto number = static_cast<Xapian::valueno>(slot);
  Ordinals::Numbers ordinals = before.ordinals.all();
  ordinals.resize(changes.end(), 0);
  ordinals[0] = 0;                  // no document's: a value must not stay for it
  std::vector<std::uint32_t> left;  // by a document: perhaps by its last
  ChangingValues now(before);
  std::vector<std::pair<Xapian::docid, std::string>> written;
  for (const auto& one : changes.all()) {
    if (one.number < ordinals.size())
      if (const std::uint32_t ordinal = std::exchange(ordinals[one.number], 0); ordinal != 0)
        left.push_back(ordinal);
    if (!one.is_there) continue;
    if (std::string value = one.document.get_value(number); !value.empty())
      written.emplace_back(one.number, std::move(value));
  }
  for (const auto& [document, value] : written)
    if (const std::uint32_t same = now.ordinal_of(value, numeric);
        same < before.values.size() && before.values[same] == value)
      ordinals[document] = same;
  for (const std::uint32_t ordinal : unused(std::move(left), ordinals, before.values.size()))
    now.erase(ordinal);
  for (const auto& [document, value] : written) now.add(value, numeric);
  now.renumber(ordinals, before.values.size());
  for (const auto& [document, value] : written) ordinals[document] = now.ordinal_of(value, numeric);
  Column column;
  column.values = std::move(now.values);
  column.folded = std::move(now.folded);
  column.keys = std::move(now.keys);
  column.ordinals = ordinals_of_documents(std::move(ordinals));
  return column;
}

}  // namespace vankien
