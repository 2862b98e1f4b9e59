#include "searchd/search/citations/citation_reader.h"

#include <algorithm>
#include <set>

#include "analyzers/schema/cited_session.h"
#include "analyzers/schema/own_session.h"
#include "analyzers/schema/record.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/archive/order.h"
#include "searchd/search/archive/resolve.h"
#include "searchd/search/archive/standing.h"
#include "searchd/search/citations/citing_sentence.h"

namespace vankien {
namespace {

constexpr std::size_t kMentions = kCitationGroups.size() - 1;

// The group of kCitationGroups that a relation is in.
std::size_t group_of(RelationKind kind) {
  switch (kind) {
    case RelationKind::kReplaces:
      return 0;
    case RelationKind::kRepeals:
      return 1;
    case RelationKind::kEnds:
      return 2;
    case RelationKind::kAmends:
      return 3;
    case RelationKind::kEnclosedWith:
      return 4;
    case RelationKind::kCopiedBy:
      return 5;
    default:
      return 6;
  }
}

std::string relation_term(RelationKind kind, const std::string& key) {
  return make_term(prefix::kRelation, std::string(relation_name(kind)) + "|" + key);
}

CitationItem item_of(const Relation& relation) {
  return {std::string(relation_name(relation.kind)), relation.symbol, relation.type, relation.date,
          relation.text};
}

// A citation without the year means a paper whose symbol has one.
bool may_mean(const Relation& relation, const Symbol& own) {
  const auto cited = parse_symbol(relation.symbol);
  if (!cited) return false;
  const SymbolKeys keys = symbol_keys(own);
  const std::string key = cited->key();
  return key == keys.exact || key == keys.without_year || key == keys.bare || key == keys.bare_without_year;
}

template <typename T>
std::vector<T> window_of(std::vector<T> all, const CitationWindow& window) {
  const std::size_t begin = std::min(window.offset, all.size());
  const std::size_t end = begin + std::min(window.limit, all.size() - begin);
  return {std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(begin)),
          std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(end))};
}

}  // namespace

CitationReader::CitationReader(const View& view, const Place& place, KnownBearers& known)
    : view_(view), known_(known), place_(place) {
  const std::string stored = stored_at(view, place);
  own_ = read_named_document(stored);
  body_ = stored_body(stored);
  symbol_ = parse_symbol(own_.name.symbol);
  if (symbol_) namesakes_ = known.of(*symbol_);
  const auto fields = nlohmann::json::parse(stored_fields(stored));
  const auto text = [&](const char* name) { return fields.value(name, std::string()); };
  sessions_ = own_session_keys({own_.name.symbol, text("level"), text("session"), own_.name.term});
}

std::vector<Place> CitationReader::meant(const Place& citing, const std::string& date,
                                         const std::vector<Place>& found) const {
  return meant_by(view_,
                  {date, "", value_at(view_, Attribute::kDate, citing),
                   value_at(view_, Attribute::kIssuer, citing), citing},
                  found);
}

// Whether a paper may mean this one by a date it says, or by none: most that cite a symbol of many bearers may not, and that is
// told without a look at the others.
bool CitationReader::may_mean_this(const Place& citing, const std::string& date) const {
  const std::string& own = value_at(view_, Attribute::kDate, place_);
  return citing != place_ && dates_agree(date, own) &&
         !is_after(own, value_at(view_, Attribute::kDate, citing));
}

// Of what a meeting adopted: not the paper that cites, none of another date, none younger. A meeting adopts several
// papers of one type, so the newest is not the one that is meant.
std::vector<Place> CitationReader::adopted(const Place& citing, const Relation& relation,
                                           const Session& session) const {
  auto found = adopted_by(view_, session, relation.type);
  const std::string& today = value_at(view_, Attribute::kDate, citing);
  std::erase_if(found, [&](const Place& place) {
    const std::string& date = value_at(view_, Attribute::kDate, place);
    return place == citing || !dates_agree(relation.date, date) ||
           (!dates_agree(date, today) && date > today && !today.empty());
  });
  return found;
}

// The papers a relation of a document may mean.
std::vector<Place> CitationReader::cited_by(const Place& citing, const Relation& relation) {
  if (const auto symbol = parse_symbol(relation.symbol))
    return meant(citing, relation.date, known_.of(*symbol));
  const auto session = cited_session(relation.text);
  return session ? adopted(citing, relation, *session) : std::vector<Place>();
}

// The document a citation means, or those it may mean.
CitationItem CitationReader::resolved(CitationItem item, const std::string& said_date) {
  const auto found = cited_by(place_, {RelationKind::kBasis, item.symbol, item.type, said_date, item.text});
  if (is_one_paper(view_, found))
    item.document = named_document_at(view_, found.front()).name;
  else
    for (std::size_t i = 0; i < std::min(found.size(), kMostCandidates); ++i)
      item.candidates.push_back(named_document_at(view_, found[i]).name);
  return item;
}

CitationGroup CitationReader::own(std::size_t group, const CitationWindow& window) {
  std::vector<CitationItem> all;
  if (group == kMentions)
    all = own_mentions();
  else
    for (const Relation& relation : own_.relations)
      if (group_of(relation.kind) == group) all.push_back(item_of(relation));
  CitationGroup found{kCitationGroups[group].own, all.size(), {}};
  for (CitationItem& item : window_of(std::move(all), window)) {
    const std::string date = item.date;
    found.items.push_back(resolved(std::move(item), date));
  }
  return found;
}

void CitationReader::sort_newest_first(std::vector<Citing>& all) const {
  std::sort(all.begin(), all.end(),
            [order = Order(view_, {})](const Citing& a, const Citing& b) { return order(a.place, b.place); });
}

std::vector<CitationReader::Citing> CitationReader::citing(std::size_t group) const {
  std::vector<Citing> all;
  const SymbolKeys keys = symbol_ ? symbol_keys(*symbol_) : SymbolKeys();
  for (std::size_t i = 0; i < kRelationNames.size(); ++i) {
    const auto kind = static_cast<RelationKind>(i);
    if (group_of(kind) != group) continue;
    std::set<Place> seen = {place_};
    const auto take = [&](const std::string& key, bool sure) {
      for_each_with(view_, relation_term(kind, key), [&](const Place& place) {
        if (seen.insert(place).second) all.push_back({place, kind, sure});
      });
    };
    if (symbol_) take(keys.exact, true);
    // Who replaces a paper may leave out its year; those that only cite it so are too many to look at.
    if (symbol_ && status_by(kind) && keys.without_year != keys.exact) take(keys.without_year, false);
    for (const std::string& session : sessions_) take(session, false);
  }
  sort_newest_first(all);
  return all;
}

// What a document says of this one, if it is this one that it means.
std::optional<CitationItem> CitationReader::read_back(const Citing& citing) {
  const NamedDocument document = named_document_at(view_, citing.place);
  for (const Relation& relation : document.relations) {
    if (relation.kind != citing.kind) continue;
    if (parse_symbol(relation.symbol) ? !symbol_ || !may_mean(relation, *symbol_) : sessions_.empty())
      continue;
    if (!may_mean_this(citing.place, relation.date)) continue;
    const auto found = cited_by(citing.place, relation);
    if (std::find(found.begin(), found.end(), place_) == found.end()) continue;
    return named(item_of(relation), found, document.name);
  }
  return std::nullopt;
}

CitationItem CitationReader::named(CitationItem item, const std::vector<Place>& meant,
                                   const DocumentName& citing) const {
  item.document = citing;
  if (!is_one_paper(view_, meant))
    for (std::size_t i = 0; i < std::min(meant.size(), kMostCandidates); ++i)
      item.candidates.push_back(named_document_at(view_, meant[i]).name);
  return item;
}

CitationGroup CitationReader::back(std::size_t group, const CitationWindow& window) {
  if (!symbol_ && (sessions_.empty() || group == kMentions)) return {kCitationGroups[group].back, 0, {}};
  if (group == kMentions) return mentioned_by(window);
  CitationGroup found{kCitationGroups[group].back, 0, {}};
  for (const Citing& one : citing(group)) {
    if (!may_mean_this(one.place, "")) continue;
    const bool shown = found.total >= window.offset && found.items.size() < window.limit;
    std::optional<CitationItem> item;
    if (read_ < kMostRead) {
      ++read_;
      item = read_back(one);
      if (!item) continue;
    } else {  // a law that everybody cites
      all_read_ = false;
      const auto may = one.sure ? meant(one.place, "", namesakes_) : std::vector<Place>();
      if (std::find(may.begin(), may.end(), place_) == may.end()) continue;
      if (shown) {
        item = read_back(one);
        if (!item)
          item = named({std::string(relation_name(one.kind)), own_.name.symbol, "", "", ""}, may,
                       named_document_at(view_, one.place).name);
      }
    }
    ++found.total;
    if (shown) found.items.push_back(std::move(*item));
  }
  return found;
}

std::set<Place> CitationReader::related_documents() const {
  const std::string key = symbol_keys(*symbol_).exact;
  std::set<Place> related = {place_};
  for (const auto name : kRelationNames)
    for_each_with(view_, relation_term(*parse_relation(name), key),
                  [&](const Place& place) { related.insert(place); });
  return related;
}

std::string CitationReader::evidence(const Place& act, Status status) {
  const std::string stored = stored_at(view_, act);
  for (const Relation& relation : read_named_document(stored).relations) {
    if (status_by(relation.kind) != status || !symbol_ || !may_mean(relation, *symbol_)) continue;
    const auto found = meant(act, relation.date, known_.of(*parse_symbol(relation.symbol)));
    if (std::find(found.begin(), found.end(), place_) == found.end()) continue;
    const std::string sentence = citing_sentence(stored_body(stored), relation);
    return sentence.empty() ? relation.text : sentence;
  }
  return "";
}

}  // namespace vankien
