#include "searchd/search/columns.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "analyzers/analyzer.h"
#include "analyzers/collation.h"
#include "analyzers/schema/schema.h"

namespace vankien {
namespace {

// Gives each value an ordinal as it comes, then renumbers in sorted order.
class ColumnMaker {
 public:
  explicit ColumnMaker(std::size_t documents) { column_.ordinals.assign(documents + 1, 0); }

  void set(Xapian::docid document, const std::string& value) {
    const auto [place, fresh] = ordinals_.emplace(value, static_cast<std::uint32_t>(column_.values.size()));
    if (fresh) column_.values.push_back(value);
    column_.ordinals[document] = place->second;
  }

  Column finish(bool numeric) {
    std::vector<std::string> keys(column_.values.size());
    for (std::size_t i = 1; i < keys.size(); ++i)
      keys[i] = numeric ? std::string(20 - std::min<std::size_t>(20, column_.values[i].size()), '0') +
                              column_.values[i]
                        : collation_key(column_.values[i]);
    std::vector<std::uint32_t> order(keys.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin() + 1, order.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
    std::vector<std::uint32_t> rank(order.size());
    std::vector<std::string> sorted(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      rank[order[i]] = i;
      sorted[i] = std::move(column_.values[order[i]]);
    }
    for (auto& ordinal : column_.ordinals) ordinal = rank[ordinal];
    column_.values = std::move(sorted);
    column_.folded.clear();
    for (const auto& value : column_.values) column_.folded.push_back(fold_value(value));
    return std::move(column_);
  }

 private:
  Column column_;
  std::unordered_map<std::string, std::uint32_t> ordinals_;
};

Column load_slot(const Xapian::Database& database, Slot slot, bool numeric) {
  ColumnMaker maker(database.get_lastdocid());
  const auto number = static_cast<Xapian::valueno>(slot);
  for (auto value = database.valuestream_begin(number); value != database.valuestream_end(number); ++value)
    maker.set(value.get_docid(), *value);
  return maker.finish(numeric);
}

// Whole lists are the values; what they are made of stands beside them.
Column load_list(const Xapian::Database& database, Slot slot) {
  Column column = load_slot(database, slot, false);
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

// The year is the date's first four digits.
Column load_year(const Xapian::Database& database) {
  ColumnMaker maker(database.get_lastdocid());
  const auto number = static_cast<Xapian::valueno>(Slot::kDate);
  for (auto value = database.valuestream_begin(number); value != database.valuestream_end(number); ++value)
    maker.set(value.get_docid(), (*value).substr(0, 4));
  return maker.finish(true);
}

}  // namespace

Columns::Columns(const Xapian::Database& database, Grade grade) {
  const auto put = [&](Attribute attribute, Column column) {
    columns_[static_cast<std::size_t>(attribute)] = std::make_shared<const Column>(std::move(column));
  };
  put(Attribute::kType, load_slot(database, Slot::kType, false));
  put(Attribute::kIssuer, load_slot(database, Slot::kIssuer, false));
  put(Attribute::kLevel, load_slot(database, Slot::kLevel, false));
  put(Attribute::kDate, load_slot(database, Slot::kDate, false));
  put(Attribute::kYear, load_year(database));
  put(Attribute::kTerm, load_slot(database, Slot::kTerm, false));
  put(Attribute::kSymbol, load_slot(database, Slot::kSymbol, false));
  put(Attribute::kFormat, load_slot(database, Slot::kFormat, false));
  put(Attribute::kSigner, load_slot(database, Slot::kSigner, false));
  put(Attribute::kUrgency, load_slot(database, Slot::kUrgency, false));
  put(Attribute::kDraft, load_slot(database, Slot::kDraft, false));
  put(Attribute::kFields, load_list(database, Slot::kFields));
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

}  // namespace vankien
