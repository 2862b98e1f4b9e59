#include "searchd/search/archive/standing.h"

#include <algorithm>
#include <set>

#include "analyzers/analyzer.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/archive/order.h"
#include "searchd/search/archive/resolve.h"

namespace vankien {
namespace {

int weight_of(Status status) {
  switch (status) {
    case Status::kReplaced:
      return 4;
    case Status::kRepealed:
      return 3;
    case Status::kExpired:
      return 2;
    case Status::kAmended:
      return 1;
    default:
      return 0;
  }
}

// Documents that act on a symbol somebody in the view bears, newest first. The terms tell; no document is read.
std::vector<Place> find_acts(const View& view) {
  std::set<Place> found;
  for (const RelationKind kind : kActKinds) {
    const std::string begin = act_term(kind, "");
    for (std::size_t shard = 0; shard < view.shards.size(); ++shard) {
      const Xapian::Database& database = view.shards[shard];
      for (auto term = database.allterms_begin(begin); term != database.allterms_end(begin); ++term) {
        if (!view.database.term_exists(make_term(prefix::kSymbol, (*term).substr(begin.size())))) continue;
        for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at)
          found.insert({shard, *at});
      }
    }
  }
  std::vector<Place> acts(found.begin(), found.end());
  sort_newest_first(view, acts);
  return acts;
}

}  // namespace

std::string act_term(RelationKind kind, const std::string& key) {
  return make_term(prefix::kRelation, std::string(relation_name(kind)) + "|" + key);
}

std::optional<Status> status_by(RelationKind kind) {
  switch (kind) {
    case RelationKind::kReplaces:
      return Status::kReplaced;
    case RelationKind::kRepeals:
      return Status::kRepealed;
    case RelationKind::kEnds:
      return Status::kExpired;
    case RelationKind::kAmends:
      return Status::kAmended;
    default:
      return std::nullopt;
  }
}

Standing::Standing(const View& view) {
  KnownBearers known(view);
  Acts acts;
  for (const Place& act : find_acts(view))
    if (value_at(view, Attribute::kDraft, act).empty()) take(view, act, known, nullptr, acts);
  acts_ = std::make_shared<const std::vector<std::pair<Place, Act>>>(acts.begin(), acts.end());
  none_ended_ =
      std::none_of(acts.begin(), acts.end(), [](const auto& act) { return is_ended(act.second.status); });
}

void Standing::take(const View& view, const Place& act, KnownBearers& bearers, const std::set<Place>* only,
                    Acts& acts) {
  const std::string& date = value_at(view, Attribute::kDate, act);
  for (const Relation& relation : named_document_at(view, act).relations) {
    const auto status = status_by(relation.kind);
    const auto symbol = status ? parse_symbol(relation.symbol) : std::nullopt;
    if (!symbol) continue;
    const auto meant = meant_by(view, {relation.date, "", date, value_at(view, Attribute::kIssuer, act), act},
                                bearers.of(*symbol));
    if (!is_one_paper(view, meant)) continue;
    for (const Place& place : meant) {
      if (only != nullptr && !only->contains(place)) continue;
      const auto [known, fresh] = acts.emplace(place, Act{*status, act});
      if (!fresh && weight_of(*status) > weight_of(known->second.status)) known->second = {*status, act};
    }
  }
}

const Standing::Act* Standing::find(const Place& place) const {
  const auto at = std::lower_bound(acts_->begin(), acts_->end(), place,
                                   [](const auto& act, const Place& wanted) { return act.first < wanted; });
  return at != acts_->end() && at->first == place ? &at->second : nullptr;
}

Status Standing::of(const Place& place) const {
  const Act* act = find(place);
  return act == nullptr ? Status::kInForce : act->status;
}

std::optional<Place> Standing::act_on(const Place& place) const {
  const Act* act = find(place);
  return act == nullptr ? std::nullopt : std::optional(act->by);
}

// Papers of one day may replace each other in a circle; then the one before the circle closes is the last.
std::optional<Place> Standing::newest_replacement(const Place& place) const {
  std::set<Place> seen = {place};
  std::optional<Place> newest;
  for (Place at = place; of(at) == Status::kReplaced;) {
    at = *act_on(at);
    if (!seen.insert(at).second) break;
    newest = at;
  }
  return newest;
}

Column Standing::column(std::size_t shard, const Columns& columns) const {
  Column column;
  // In the order of their letters, as all columns are.
  const std::vector<std::string> values(kStatusNames.begin(), kStatusNames.end());
  std::vector<std::string> folded, keys;
  for (const auto& value : values) {
    folded.push_back(fold_value(value));
    keys.push_back(order_key(value, false));
  }
  column.values = values;
  column.folded = std::move(folded);
  column.keys = std::move(keys);
  const auto& documents = columns.documents();
  Ordinals::Numbers ordinals(documents.empty() ? 1 : documents.back() + std::size_t{1}, 0);
  for (const Xapian::docid id : documents) ordinals[id] = static_cast<std::uint32_t>(Status::kInForce);
  for (const auto& [place, act] : *acts_)
    if (place.shard == shard) ordinals[place.id] = static_cast<std::uint32_t>(act.status);
  column.ordinals = Ordinals(ordinals);
  return column;
}

DocumentStatus status_at(const View& view, const Place& place) {
  const Standing& standing = *view.standing;
  DocumentStatus found;
  found.status = standing.of(place);
  if (const auto by = standing.act_on(place)) found.by = named_document_at(view, *by).name;
  if (const auto newest = standing.newest_replacement(place))
    found.newest = named_document_at(view, *newest).name;
  return found;
}

}  // namespace vankien
