#include "searchd/search/archive/resolve.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "analyzers/analyzer.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/archive/order.h"

namespace vankien {
namespace {

const std::string& date_of(const View& view, const Place& place) {
  return value_at(view, Attribute::kDate, place);
}

const std::string& folded_issuer(const View& view, const Place& place) {
  const Column& column = (*view.columns[place.shard])[Attribute::kIssuer];
  return column.folded[column.ordinals[place.id]];
}

// "Tỉnh ủy" is said for "Tỉnh ủy Đông Giang".
bool is_issuer(const std::string& said, const std::string& issuer) {
  return !issuer.empty() && (issuer.starts_with(said) || said.starts_with(issuer));
}

// Those for which it holds, if there are any: names of issuers have too many forms to rule anything out by.
template <typename Condition>
void prefer(std::vector<Place>& places, Condition condition) {
  if (std::any_of(places.begin(), places.end(), condition))
    std::erase_if(places, [&](const Place& place) { return !condition(place); });
}

// Of each issuer the newest, with its copies.
void keep_newest_of_each_issuer(const View& view, std::vector<Place>& places) {
  std::set<std::string> seen;
  std::vector<Place> kept;
  for (const Place& place : places) {
    const bool fresh = seen.insert(folded_issuer(view, place)).second;
    const bool copy = std::any_of(kept.begin(), kept.end(), [&](const Place& one) {
      return is_one_paper(view, {one, place});
    });
    if (fresh || copy) kept.push_back(place);
  }
  places = std::move(kept);
}

}  // namespace

bool is_after(const std::string& a, const std::string& b) {
  const std::size_t shared = std::min(a.size(), b.size());
  return a.compare(0, shared, b, 0, shared) > 0;
}

bool dates_agree(const std::string& a, const std::string& b) { return !is_after(a, b) && !is_after(b, a); }

std::vector<Place> bearers(const View& view, const Symbol& symbol) {
  std::vector<Place> found;
  for_each_with(view, make_term(prefix::kSymbol, symbol_keys(symbol).exact),
                [&](const Place& place) { found.push_back(place); });
  sort_newest_first(view, found);
  return found;
}

const std::vector<Place>& KnownBearers::of(const Symbol& symbol) {
  const auto [known, fresh] = known_.try_emplace(symbol_keys(symbol).exact);
  if (fresh) known->second = bearers(view_, symbol);
  return known->second;
}

std::vector<Place> adopted_by(const View& view, const Session& session, const std::string& type) {
  std::vector<Place> found;
  const std::string folded = fold_value(type);
  for_each_with(view, make_term(prefix::kSession, session.key()), [&](const Place& place) {
    if (folded.empty() || folded == fold_value(value_at(view, Attribute::kType, place)))
      found.push_back(place);
  });
  sort_newest_first(view, found);
  return found;
}

std::vector<Place> meant_by(const View& view, const Citation& citation, const std::vector<Place>& all) {
  // The younger ones stand first.
  const auto older = std::partition_point(all.begin(), all.end(), [&](const Place& place) {
    return is_after(date_of(view, place), citation.citing_date);
  });
  std::vector<Place> found;
  found.reserve(static_cast<std::size_t>(all.end() - older));
  std::copy_if(older, all.end(), std::back_inserter(found), [&](const Place& place) {
    return place != citation.citing &&
           (citation.date.empty() || dates_agree(citation.date, date_of(view, place)));
  });
  if (found.size() < 2) return found;
  if (!citation.issuer.empty())
    prefer(found, [&, said = fold_value(citation.issuer)](const Place& place) {
      return is_issuer(said, folded_issuer(view, place));
    });
  else if (!citation.citing_issuer.empty())
    prefer(found, [&, own = fold_value(citation.citing_issuer)](const Place& place) {
      const std::string& issuer = folded_issuer(view, place);
      return !issuer.empty() && own.ends_with(issuer);  // Văn phòng Tỉnh ủy Nam Lĩnh cites Tỉnh ủy Nam Lĩnh
    });
  if (citation.date.empty() && !citation.citing_date.empty()) keep_newest_of_each_issuer(view, found);
  return found;
}

namespace {

// What a meeting adopts on one day has several numbers; copies of one paper may differ in how the year is written.
bool has_number_of(const std::optional<Symbol>& a, const std::optional<Symbol>& b) {
  return !a || !b || (a->number == b->number && a->suffix == b->suffix && a->type == b->type);
}

}  // namespace

bool is_one_paper(const View& view, const std::vector<Place>& places) {
  if (places.empty()) return false;
  const std::string& date = date_of(view, places.front());
  if (places.size() == 1) return true;
  const auto symbol_of = [&](const Place& place) {
    return parse_symbol(value_at(view, Attribute::kSymbol, place));
  };
  const auto symbol = symbol_of(places.front());
  return !date.empty() && std::all_of(places.begin() + 1, places.end(), [&](const Place& place) {
    return date_of(view, place) == date &&
           folded_issuer(view, place) == folded_issuer(view, places.front()) &&
           has_number_of(symbol, symbol_of(place));
  });
}

}  // namespace vankien
