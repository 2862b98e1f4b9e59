#include "searchd/search/archive/changed_column.h"

#include <algorithm>
#include <utility>

#include "analyzers/analyzer.h"
#include "searchd/search/archive/changing_values.h"

namespace vankien {
namespace {

// Those of some ordinals that no document has, ascending.
std::vector<std::uint32_t> unused(std::vector<std::uint32_t> some, const Ordinals::Numbers& ordinals,
                                  std::size_t values) {
  if (some.empty()) return some;
  std::vector<bool> used(values, false);
  for (const std::uint32_t ordinal : ordinals) used[ordinal] = true;
  std::sort(some.begin(), some.end());
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
  struct Written {
    Xapian::docid document;
    std::string value, key;
  };
  std::vector<Written> written;
  for (const auto& one : changes.all()) {
    if (one.number < ordinals.size())
      if (const std::uint32_t ordinal = std::exchange(ordinals[one.number], 0); ordinal != 0)
        left.push_back(ordinal);
    if (!one.is_there) continue;
    if (std::string value = one.document.get_value(number); !value.empty()) {
      std::string key = order_key(value, numeric);
      written.push_back({one.number, std::move(value), std::move(key)});
    }
  }
  for (const auto& [document, value, key] : written)
    if (const std::uint32_t same = now.find(value, key); now.has(same, value)) ordinals[document] = same;
  now.erase(unused(std::move(left), ordinals, before.values.size()));
  for (const auto& [document, value, key] : written) now.add({value, fold_value(value), key});
  if (now.is_changed()) {
    const std::vector<std::uint32_t> ranks = now.ranks();
    for (std::uint32_t& ordinal : ordinals) ordinal = ranks[ordinal];
  }
  for (const auto& [document, value, key] : written) ordinals[document] = now.find(value, key);
  Column column;
  now.move_to(column);
  column.ordinals = ordinals_of_documents(std::move(ordinals));
  return column;
}

}  // namespace vankien
