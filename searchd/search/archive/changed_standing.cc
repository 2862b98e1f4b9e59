#include <algorithm>
#include <iterator>
#include <utility>

#include "analyzers/schema/schema.h"
#include "searchd/search/archive/order.h"
#include "searchd/search/archive/standing.h"

namespace vankien {
namespace {

// By which acts may name the bearer of a symbol.
void add_keys(const std::string& text, std::set<std::string>& keys) {
  const auto symbol = parse_symbol(text);
  if (!symbol) return;
  const SymbolKeys spelt = symbol_keys(*symbol);
  keys.insert({spelt.exact, spelt.without_year, spelt.bare, spelt.bare_without_year});
}

const std::string& symbol_at(const Columns& columns, Xapian::docid document) {
  const Column& column = columns[Attribute::kSymbol];
  return column.values[document < column.ordinals.size() ? column.ordinals[document] : 0];
}

// The changed documents themselves, and the symbols whose bearers they may bear upon.
struct Reach {
  std::set<Place> places;
  std::set<std::string> keys;

  Reach(const View& view, const std::vector<const Columns*>& then,
        const std::vector<const ChangedDocuments*>& changes) {
    for (std::size_t shard = 0; shard < changes.size(); ++shard) {
      for (const auto& one : changes[shard]->all()) {
        places.insert({shard, one.number});
        add_keys(symbol_at(*then[shard], one.number), keys);
        if (!one.is_there) continue;
        add_keys(symbol_at(*view.columns[shard], one.number), keys);
        for (const Relation& relation : named_document_at(view, {shard, one.number}).relations)
          if (status_by(relation.kind)) add_keys(relation.symbol, keys);
      }
    }
  }
};

// The keys that any act in the view names: no other can bear upon a status.
std::set<std::string> named_keys(const View& view) {
  std::set<std::string> named;
  for (const RelationKind kind : kActKinds) {
    const std::string begin = act_term(kind, "");
    for (const Xapian::Database& database : view.shards)
      for (auto term = database.allterms_begin(begin); term != database.allterms_end(begin); ++term)
        named.insert((*term).substr(begin.size()));
  }
  return named;
}

// Those that bear upon the documents of the view's last database, or that its acts name.
std::set<std::string> keys_of_last(const View& view) {
  std::set<std::string> borne, keys;
  const auto& symbols = (*view.columns.back())[Attribute::kSymbol].values;
  for (std::size_t i = 1; i < symbols.size(); ++i) add_keys(symbols[i], borne);
  const std::set<std::string> named = named_keys(view);
  std::set_intersection(borne.begin(), borne.end(), named.begin(), named.end(),
                        std::inserter(keys, keys.end()));
  for (const RelationKind kind : kActKinds) {
    const std::string begin = act_term(kind, "");
    const Xapian::Database& database = view.shards.back();
    for (auto term = database.allterms_begin(begin); term != database.allterms_end(begin); ++term)
      keys.insert((*term).substr(begin.size()));
  }
  return keys;
}

}  // namespace

Standing::Standing(const Standing& below, const View& view)
    : acts_(below.acts_), none_ended_(below.none_ended_) {
  put_right(view, keys_of_last(view));
  changed_.clear();  // that was not since an earlier generation
}

Standing::Standing(const Standing& before, const View& view, const std::vector<const Columns*>& then,
                   const std::vector<const ChangedDocuments*>& changes)
    : acts_(before.acts_), none_ended_(before.none_ended_) {
  const Reach reach(view, then, changes);
  changed_ = reach.places;
  for (const auto& [place, act] : *acts_)
    if (reach.places.contains(act.by)) changed_.insert(place);
  put_right(view, reach.keys);
}

void Standing::put_right(const View& view, const std::set<std::string>& keys) {
  for (const std::string& key : keys)
    for_each_with(view, make_term(prefix::kSymbol, key), [&](const Place& place) { changed_.insert(place); });
  std::set<std::string> named;
  for (const Place& place : changed_) add_keys(symbol_at(*view.columns[place.shard], place.id), named);
  std::set<Place> found;
  for (const std::string& key : named)
    for (const RelationKind kind : kActKinds)
      for_each_with(view, act_term(kind, key), [&](const Place& act) { found.insert(act); });
  std::vector<Place> acts(found.begin(), found.end());
  sort_newest_first(view, acts);
  KnownBearers known(view);
  Acts now;
  for (const Place& act : acts)
    if (value_at(view, Attribute::kDraft, act).empty()) take(view, act, known, &changed_, now);
  change(now);
}

// Puts right what stands on the documents in `changed_`.
void Standing::change(const Acts& now) {
  const auto stays = [&](const Place& place) {
    const Act* then = find(place);
    const auto act = now.find(place);
    return act == now.end() ? then == nullptr : then != nullptr && *then == act->second;
  };
  if (std::all_of(changed_.begin(), changed_.end(), stays)) return;
  std::vector<std::pair<Place, Act>> acts;
  acts.reserve(acts_->size() + now.size());
  for (const auto& act : *acts_)
    if (!changed_.contains(act.first)) acts.push_back(act);
  const auto stayed = static_cast<std::ptrdiff_t>(acts.size());
  acts.insert(acts.end(), now.begin(), now.end());
  std::inplace_merge(acts.begin(), acts.begin() + stayed, acts.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
  none_ended_ =
      std::none_of(acts.begin(), acts.end(), [](const auto& act) { return is_ended(act.second.status); });
  acts_ = std::make_shared<const std::vector<std::pair<Place, Act>>>(std::move(acts));
}

std::shared_ptr<const Column> Standing::changed_column(std::size_t shard, const Columns& columns,
                                                       const std::shared_ptr<const Column>& before) const {
  const auto& documents = columns.documents();
  const std::size_t end = documents.empty() ? 1 : documents.back() + std::size_t{1};
  PackedNumbers::Others others;
  for (auto place = changed_.lower_bound({shard, 0}); place != changed_.end() && place->shard == shard;
       ++place)
    others.emplace_back(place->id, std::binary_search(documents.begin(), documents.end(), place->id)
                                       ? static_cast<std::uint32_t>(of(*place))
                                       : 0);
  if (others.empty() && before->ordinals.size() == end) return before;
  Column column = *before;
  column.ordinals = Ordinals(PackedNumbers(before->ordinals.base(), end, others));
  return std::make_shared<const Column>(std::move(column));
}

}  // namespace vankien
