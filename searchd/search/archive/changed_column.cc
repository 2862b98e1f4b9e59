#include "searchd/search/archive/changed_column.h"

#include <algorithm>
#include <utility>

#include "analyzers/analyzer.h"
#include "searchd/search/archive/changing_values.h"

namespace vankien {
namespace {

struct Written {
  std::size_t place;  // a document's number, or a row
  std::string value, key;
};

// Of ordinals that documents have left those that no document has now, ascending.
std::vector<std::uint32_t> unused(std::vector<std::uint32_t> left, const PackedNumbers& before,
                                  const ChangedDocuments& changes) {
  std::sort(left.begin(), left.end());
  left.erase(std::unique(left.begin(), left.end()), left.end());
  std::erase_if(left, [&](std::uint32_t ordinal) {
    std::size_t place = before.find(ordinal, 1);
    while (place < before.size() && changes.has(static_cast<Xapian::docid>(place)))
      place = before.find(ordinal, place + 1);
    return place < before.size();
  });
  return left;
}

// Leaves out what is written again.
void keep_written(const Column& before, const std::vector<Written>& written,
                  std::vector<std::uint32_t>& gone) {
  for (const Written& one : written) {
    const std::uint32_t place = find_value(before.values, before.keys, one.value, one.key);
    if (place < before.values.size() && before.values[place] == one.value) std::erase(gone, place);
  }
}

// The ordinals then → now, empty if values have stayed.
Ordinals::Numbers change_values(const Column& before, const std::vector<std::uint32_t>& gone,
                                const std::vector<Written>& written, Column& column) {
  ChangingValues now(before);
  now.erase(gone);
  for (const Written& one : written) now.add({one.value, fold_value(one.value), one.key});
  Ordinals::Numbers ranks = now.is_changed() ? now.ranks() : Ordinals::Numbers();
  now.move_to(column);
  return ranks;
}

}  // namespace

ChangedColumn changed_column(const Column& before, const ChangedDocuments& changes, bool numeric,
                             const std::function<std::string(const Xapian::Document&)>& say) {
  const PackedNumbers& then = before.ordinals.base();
  std::vector<std::uint32_t> left;
  std::vector<Written> written;
  PackedNumbers::Others others;
  for (const auto& one : changes.all()) {
    if (one.number < then.size())
      if (const std::uint32_t ordinal = then[one.number]; ordinal != 0) left.push_back(ordinal);
    std::string value = one.is_there ? say(one.document) : "";
    if (value.empty()) {
      others.emplace_back(one.number, 0);
    } else {
      std::string key = order_key(value, numeric);
      written.push_back({one.number, std::move(value), std::move(key)});
    }
  }
  std::vector<std::uint32_t> gone = unused(std::move(left), then, changes);
  keep_written(before, written, gone);
  ChangedColumn changed{before, {}};
  changed.ranks = change_values(before, gone, written, changed.column);
  for (const auto& [document, value, key] : written)
    others.emplace_back(document, find_value(changed.column.values, changed.column.keys, value, key));
  // None has the number 0 (ordinals_of_documents).
  for (std::size_t i = 0; i < others.size(); ++i)
    if (others[i].first == 1) others.emplace_back(0, others[i].second);
  changed.column.ordinals =
      Ordinals(PackedNumbers(then, changes.end(), others, changed.ranks.empty() ? nullptr : &changed.ranks));
  return changed;
}

Column changed_meaning(const Column& before, const Ordinals& base, Ordinals::Numbers meaning, bool numeric,
                       const std::function<std::string(std::size_t row)>& say) {
  std::vector<bool> used(before.values.size(), false);
  std::vector<Written> written;
  for (std::size_t row = 0; row < meaning.size(); ++row) {
    if (meaning[row] != kFresh) {
      used[meaning[row]] = true;
      continue;
    }
    meaning[row] = 0;
    std::string value = say(row);
    if (value.empty()) continue;
    std::string key = order_key(value, numeric);
    written.push_back({row, std::move(value), std::move(key)});
  }
  std::vector<std::uint32_t> gone;
  for (std::uint32_t i = 1; i < used.size(); ++i)
    if (!used[i]) gone.push_back(i);
  keep_written(before, written, gone);
  Column column = before;
  const Ordinals::Numbers ranks = change_values(before, gone, written, column);
  if (!ranks.empty())
    for (std::uint32_t& ordinal : meaning) ordinal = ranks[ordinal];
  for (const auto& [row, value, key] : written)
    meaning[row] = find_value(column.values, column.keys, value, key);
  column.ordinals = Ordinals(base, std::move(meaning));
  return column;
}

}  // namespace vankien
