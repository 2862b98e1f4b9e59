#include "searchd/search/archive/columns.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <unordered_map>

#include "analyzers/analyzer.h"
#include "analyzers/char_filters.h"
#include "analyzers/collation.h"
#include "analyzers/schema/place.h"
#include "analyzers/schema/schema.h"

namespace vankien {
namespace {

// Gives each value an ordinal as it comes, then renumbers in sorted order.
class ColumnMaker {
 public:
  explicit ColumnMaker(std::size_t documents) : ordinals_(documents + 1, 0) {}

  void set(std::size_t document, const std::string& value) {
    const auto [place, fresh] = places_.emplace(value, static_cast<std::uint32_t>(column_.values.size()));
    if (fresh) column_.values.push_back(value);
    ordinals_[document] = place->second;
  }

  Column finish(bool numeric) {
    Ordinals::Numbers ordinals = sorted(numeric);
    // No document has the number 0. With the value of the first one a column of one value takes no room: format, grade, scan and pages
    // of most archives.
    if (ordinals.size() > 1) ordinals[0] = ordinals[1];
    column_.ordinals = Ordinals(ordinals);
    return std::move(column_);
  }

  /// What was set were not documents but the ordinals of another column.
  Column finish_on(const Ordinals& base, bool numeric) {
    column_.ordinals = Ordinals(base, sorted(numeric));
    return std::move(column_);
  }

 private:
  Ordinals::Numbers sorted(bool numeric) {
    std::vector<std::string> keys(column_.values.size());
    for (std::size_t i = 1; i < keys.size(); ++i) keys[i] = order_key(column_.values[i], numeric);
    std::vector<std::uint32_t> order(keys.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin() + 1, order.end(), [&](auto a, auto b) {
      return keys[a] != keys[b] ? keys[a] < keys[b] : column_.values[a] < column_.values[b];
    });
    std::vector<std::uint32_t> rank(order.size());
    std::vector<std::string> sorted(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      rank[order[i]] = i;
      sorted[i] = std::move(column_.values[order[i]]);
    }
    for (auto& ordinal : ordinals_) ordinal = rank[ordinal];
    column_.values = std::move(sorted);
    column_.keys.clear();
    for (const std::uint32_t i : order) column_.keys.push_back(std::move(keys[i]));
    column_.folded.clear();
    for (const auto& value : column_.values) column_.folded.push_back(fold_value(value));
    return std::move(ordinals_);
  }

  Column column_;
  Ordinals::Numbers ordinals_;
  std::unordered_map<std::string, std::uint32_t> places_;
};

Column load_slot(const Xapian::Database& database, Slot slot, bool numeric = false) {
  ColumnMaker maker(database.get_lastdocid());
  const auto number = static_cast<Xapian::valueno>(slot);
  for (auto value = database.valuestream_begin(number); value != database.valuestream_end(number); ++value)
    maker.set(value.get_docid(), *value);
  return maker.finish(numeric);
}

// Whole lists are the values; what they are made of stands beside them.
Column part_lists(Column column) {
  std::unordered_map<std::string, std::uint32_t> places;
  column.members.resize(column.values.size());
  for (std::size_t i = 1; i < column.values.size(); ++i) {
    const std::string& list = column.values[i];
    for (std::size_t begin = 0; begin <= list.size();) {
      const std::size_t end = std::min(list.find(kListSeparator, begin), list.size());
      const auto [place, fresh] =
          places.emplace(list.substr(begin, end - begin), static_cast<std::uint32_t>(column.parts.size()));
      if (fresh) {
        column.parts.push_back(place->first);
        column.folded_parts.push_back(fold_value(place->first));
      }
      column.members[i].push_back(place->second);
      begin = end + 1;
    }
  }
  return column;
}

// A column that says something of each value of another; "" = absent.
Column derive(const Column& from, const std::function<std::string(const std::string&)>& say,
              bool numeric = false) {
  ColumnMaker maker(from.values.size() - 1);
  for (std::size_t i = 1; i < from.values.size(); ++i)
    if (const std::string value = say(from.values[i]); !value.empty()) maker.set(i, value);
  return maker.finish_on(from.ordinals, numeric);
}

std::string year_of(const std::string& date) { return date.substr(0, 4); }
std::string month_of(const std::string& date) { return date.size() < 7 ? "" : date.substr(0, 7); }

}  // namespace

std::string order_key(std::string_view value, bool numeric) {
  constexpr std::size_t kDigits = 20;
  if (!numeric) {
    // The order does not hang on where a tone is placed: the next generation may spell the value the other way (respelling.h).
    // These are the first bytes of letters that bear a tone, and of tones alone; symbols have none.
    if (value.find_first_of("\xC3\xCC\xE1") == std::string_view::npos) return collation_key(value);
    MappedText text = decode_utf8(value);
    to_nfc(text);
    place_tone_marks(text);
    return collation_key(encode_utf8(text.chars));
  }
  return std::string(kDigits - std::min(kDigits, value.size()), '0').append(value);
}

Columns::Columns(const Xapian::Database& database, Grade grade)
    : ids_(std::make_shared<const DocumentIds>(database)) {
  put(Attribute::kType, load_slot(database, Slot::kType));
  load_issuers(database);
  load_dates(database);
  put(Attribute::kTerm, load_slot(database, Slot::kTerm));
  put(Attribute::kSymbol, load_slot(database, Slot::kSymbol));
  put(Attribute::kFormat, load_slot(database, Slot::kFormat));
  put(Attribute::kSigner, load_slot(database, Slot::kSigner));
  put(Attribute::kUrgency, load_slot(database, Slot::kUrgency));
  put(Attribute::kDraft, load_slot(database, Slot::kDraft));
  put(Attribute::kFields, part_lists(load_slot(database, Slot::kFields)));
  load_places(database);
  put(Attribute::kScan, load_slot(database, Slot::kScan));
  put(Attribute::kPages, load_slot(database, Slot::kPages, true));
  ColumnMaker grades(database.get_lastdocid());
  std::vector<Xapian::docid> documents;
  documents.reserve(database.get_doccount());
  for (auto document = database.postlist_begin(""); document != database.postlist_end(""); ++document) {
    documents.push_back(*document);
    grades.set(*document, std::string(grade_name(grade)));
  }
  put(Attribute::kGrade, grades.finish(false));
  put(Attribute::kStatus, ColumnMaker(database.get_lastdocid()).finish(false));
  documents_ = std::make_shared<const std::vector<Xapian::docid>>(std::move(documents));
}

Columns Columns::with(Attribute attribute, Column column) const {
  Columns changed = *this;
  changed.columns_[static_cast<std::size_t>(attribute)] = std::make_shared<const Column>(std::move(column));
  return changed;
}

void Columns::load_dates(const Xapian::Database& database) {
  Column dates = load_slot(database, Slot::kDate);
  put(Attribute::kYear, derive(dates, year_of, true));
  put(Attribute::kMonth, derive(dates, month_of));
  put(Attribute::kDateLvl0, derive(dates, year_of));
  put(Attribute::kDateLvl1, derive(dates, [](const std::string& date) {
        const std::string month = month_of(date);
        return month.empty() ? month : year_of(date) + std::string(kTreeSeparator) + month;
      }));
  put(Attribute::kDate, std::move(dates));
}

// Level, issuer and their tree share the numbers of the pairs (level, issuer) there are.
void Columns::load_issuers(const Xapian::Database& database) {
  Column levels = load_slot(database, Slot::kLevel);
  Column issuers = load_slot(database, Slot::kIssuer);
  const std::size_t documents = issuers.ordinals.size();
  std::unordered_map<std::uint64_t, std::uint32_t> pairs = {{0, 0}};
  Ordinals::Numbers by_document(documents, 0), level_of = {0}, issuer_of = {0};
  for (Xapian::docid id = 1; id < documents; ++id) {
    const std::uint32_t level = levels.ordinals[id], issuer = issuers.ordinals[id];
    const auto [pair, fresh] =
        pairs.emplace((std::uint64_t{level} << 32) | issuer, static_cast<std::uint32_t>(level_of.size()));
    if (fresh) {
      level_of.push_back(level);
      issuer_of.push_back(issuer);
    }
    by_document[id] = pair->second;
  }
  const Ordinals base(by_document);
  ColumnMaker tops(level_of.size() - 1), bodies(level_of.size() - 1);
  for (std::size_t i = 1; i < level_of.size(); ++i) {
    const std::string top = level_of[i] == 0 ? std::string(kUnknownLevel) : levels.values[level_of[i]];
    tops.set(i, top);
    if (issuer_of[i] != 0) bodies.set(i, top + std::string(kTreeSeparator) + issuers.values[issuer_of[i]]);
  }
  put(Attribute::kIssuerLvl0, tops.finish_on(base, false));
  put(Attribute::kIssuerLvl1, bodies.finish_on(base, false));
  levels.ordinals = Ordinals(base, std::move(level_of));
  issuers.ordinals = Ordinals(base, std::move(issuer_of));
  put(Attribute::kLevel, std::move(levels));
  put(Attribute::kIssuer, std::move(issuers));
}

void Columns::load_places(const Xapian::Database& database) {
  Column places = load_slot(database, Slot::kPlace);
  put(Attribute::kPlaceToday, part_lists(derive(places, [](const std::string& place) {
        std::string list;
        for (const std::string& unit : todays_places(place))
          list += (list.empty() ? "" : std::string(1, kListSeparator)) + unit;
        return list;
      })));
  put(Attribute::kPlace, std::move(places));
}

}  // namespace vankien
