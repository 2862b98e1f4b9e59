#include "searchd/search/archive/columns.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <unordered_map>

#include "analyzers/analyzer.h"
#include "analyzers/char_filters.h"
#include "analyzers/collation.h"
#include "analyzers/schema/place.h"
#include "searchd/search/archive/changed_column.h"

namespace vankien {
namespace {

// Gives each value an ordinal as it comes, then renumbers in sorted order.
class ColumnMaker {
 public:
  explicit ColumnMaker(std::size_t documents) : values_{""}, ordinals_(documents + 1, 0) {}

  void set(std::size_t document, const std::string& value) {
    const auto [place, fresh] = places_.emplace(value, static_cast<std::uint32_t>(values_.size()));
    if (fresh) values_.push_back(value);
    ordinals_[document] = place->second;
  }

  Column finish(bool numeric) {
    Ordinals::Numbers ordinals = sorted(numeric);
    column_.ordinals = ordinals_of_documents(std::move(ordinals));
    return std::move(column_);
  }

  /// What was set were not documents but the ordinals of another column.
  Column finish_on(const Ordinals& base, bool numeric) {
    column_.ordinals = Ordinals(base, sorted(numeric));
    return std::move(column_);
  }

 private:
  Ordinals::Numbers sorted(bool numeric) {
    std::vector<std::string> keys(values_.size());
    for (std::size_t i = 1; i < keys.size(); ++i) keys[i] = order_key(values_[i], numeric);
    std::vector<std::uint32_t> order(keys.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin() + 1, order.end(), [&](auto a, auto b) {
      return keys[a] != keys[b] ? keys[a] < keys[b] : values_[a] < values_[b];
    });
    std::vector<std::uint32_t> rank(order.size());
    std::vector<std::string> values(order.size()), sorted_keys(order.size()), folded(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      rank[order[i]] = i;
      values[i] = std::move(values_[order[i]]);
      sorted_keys[i] = std::move(keys[order[i]]);
      folded[i] = fold_value(values[i]);
    }
    for (auto& ordinal : ordinals_) ordinal = rank[ordinal];
    column_.values = std::move(values);
    column_.keys = std::move(sorted_keys);
    column_.folded = std::move(folded);
    return std::move(ordinals_);
  }

  Column column_;
  std::vector<std::string> values_;  ///< as they came
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

// One value for all documents there are.
Column column_of_one(const std::vector<Xapian::docid>& documents, std::size_t end, const std::string& value) {
  Column column;
  if (!documents.empty()) {
    column.values = std::vector<std::string>{"", value};
    column.folded = std::vector<std::string>{"", fold_value(value)};
    column.keys = std::vector<std::string>{"", order_key(value, false)};
  }
  Ordinals::Numbers ordinals(end, 0);
  for (const Xapian::docid id : documents) ordinals[id] = 1;
  column.ordinals = ordinals_of_documents(std::move(ordinals));
  return column;
}

// A column that says something of each value of another.
Column derive(const Column& from, const Derived& derived) {
  ColumnMaker maker(from.values.size() - 1);
  for (std::size_t i = 1; i < from.values.size(); ++i)
    if (const std::string value = derived.say(from.values[i]); !value.empty()) maker.set(i, value);
  Column column = maker.finish_on(from.ordinals, info(derived.attribute).numeric);
  if (info(derived.attribute).list) part_lists(column);
  return column;
}

std::string year_of(const std::string& date) { return date.substr(0, 4); }
std::string month_of(const std::string& date) { return date.size() < 7 ? "" : date.substr(0, 7); }
std::string month_path(const std::string& date) {
  const std::string month = month_of(date);
  return month.empty() ? month : year_of(date) + std::string(kTreeSeparator) + month;
}
std::string places_today(const std::string& place) {
  std::string list;
  for (const std::string& unit : todays_places(place))
    list += (list.empty() ? "" : std::string(1, kListSeparator)) + unit;
  return list;
}

// Level, issuer and their tree share the numbers of the pairs (level, issuer) there are.
void put_issuers(Columns& columns, Column levels, Column issuers) {
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
    const std::string &level = levels.values[level_of[i]], &issuer = issuers.values[issuer_of[i]];
    tops.set(i, issuer_top(level, issuer));
    if (const std::string path = issuer_path(level, issuer); !path.empty()) bodies.set(i, path);
  }
  columns.put(Attribute::kIssuerLvl0, tops.finish_on(base, false));
  columns.put(Attribute::kIssuerLvl1, bodies.finish_on(base, false));
  levels.ordinals = Ordinals(base, std::move(level_of));
  issuers.ordinals = Ordinals(base, std::move(issuer_of));
  columns.put(Attribute::kLevel, std::move(levels));
  columns.put(Attribute::kIssuer, std::move(issuers));
}

}  // namespace

Ordinals ordinals_of_documents(Ordinals::Numbers numbers) {
  if (numbers.size() > 1) numbers[0] = numbers[1];
  return Ordinals(numbers);
}

Ordinals::Numbers Ordinals::all() const {
  Numbers numbers(size());
  base_->visit([&](const auto& base) {
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = base[i];
  });
  if (!meaning_.empty())
    for (std::uint32_t& number : numbers) number = meaning_[number];
  return numbers;
}

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
  std::vector<Xapian::docid> documents;
  documents.reserve(database.get_doccount());
  for (auto document = database.postlist_begin(""); document != database.postlist_end(""); ++document)
    documents.push_back(*document);
  documents_ = std::make_shared<const std::vector<Xapian::docid>>(std::move(documents));
  for (const auto& [attribute, slot] : kSlotAttributes) {
    Column column = load_slot(database, slot, info(attribute).numeric);
    if (info(attribute).list) part_lists(column);
    put(attribute, std::move(column));
  }
  for (const Derived& derived : derived_attributes())
    put(derived.attribute, derive((*this)[derived.from], derived));
  put_issuers(*this, load_slot(database, Slot::kLevel), load_slot(database, Slot::kIssuer));
  const std::size_t end = database.get_lastdocid() + std::size_t{1};
  put(Attribute::kGrade, column_of_one(*documents_, end, std::string(grade_name(grade))));
  put(Attribute::kStatus, ColumnMaker(end - 1).finish(false));
}

const std::vector<Derived>& derived_attributes() {
  static const std::vector<Derived> all = {
      {Attribute::kYear, Attribute::kDate, year_of},
      {Attribute::kMonth, Attribute::kDate, month_of},
      {Attribute::kDateLvl0, Attribute::kDate, year_of},
      {Attribute::kDateLvl1, Attribute::kDate, month_path},
      {Attribute::kPlaceToday, Attribute::kPlace, places_today},
  };
  return all;
}

void part_lists(Column& column) {
  std::unordered_map<std::string, std::uint32_t> places;
  column.members.assign(column.values.size(), {});
  column.parts.clear();
  column.folded_parts.clear();
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
}

std::string issuer_top(const std::string& level, const std::string& issuer) {
  if (level.empty() && issuer.empty()) return "";
  return level.empty() ? std::string(kUnknownLevel) : level;
}

std::string issuer_path(const std::string& level, const std::string& issuer) {
  if (issuer.empty()) return "";
  return issuer_top(level, issuer) + std::string(kTreeSeparator) + issuer;
}

}  // namespace vankien
