#include "searchd/search/count/numbering.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "analyzers/schema/symbol.h"
#include "searchd/search/archive/order.h"
#include "searchd/search/archive/readable.h"
#include "searchd/search/archive/snapshot.h"
#include "searchd/search/match/finding.h"

namespace vankien {
namespace {

// issuer, type, form, term, year; folded where spelling varies.
using Key = std::tuple<std::string, std::string, std::string, std::string, std::string>;
using Number = std::pair<std::uint32_t, std::string>;  // number, suffix
struct Gathered {
  std::string issuer, type;  ///< as shown
  std::map<Number, std::vector<Place>> numbers;
};

// "QH15", "UBTVQH14": the National Assembly and its committee, whose organ tells the term.
std::string assembly_term(const std::string& organ) {
  const std::size_t at = organ.find_first_of("0123456789");
  const std::string name = organ.substr(0, at);
  return at != std::string::npos && (name == "QH" || name == "UBTVQH") ? organ.substr(at) : "";
}

// What of a symbol its series shares. A letter of the State names the unit that wrote it behind the body that sends it
// (123/UBND-KGVX), and all units share the body's numbers; "/nb" is a note on the paper.
std::string form_of(const Symbol& symbol) {
  std::string organ = symbol.organ;
  if (organ.ends_with("/nb")) organ.resize(organ.size() - 3);
  if (symbol.type.empty()) {
    const std::string own = assembly_term(organ).empty() ? organ.substr(0, organ.find('-')) : organ;
    return fmt::format("…{}/{}", symbol.year == 0 ? "" : "/[năm]", own);
  }
  if (symbol.system == System::kParty) return fmt::format("…-{}/{}", symbol.type, organ);
  return fmt::format("…{}/{}-{}", symbol.year == 0 ? "" : "/[năm]", symbol.type, organ);
}

class Gatherer {
 public:
  Gatherer(const View& view, NumberingAudit& audit) : view_(view), audit_(audit) {}

  void enter(std::size_t shard) {
    shard_ = shard;
    columns_ = view_.columns[shard];
    symbols_.assign((*columns_)[Attribute::kSymbol].values.size(), {});
  }

  void add(Xapian::docid document) {
    if (ordinal(Attribute::kDraft, document) != 0) return void(++audit_.drafts);
    const std::optional<Symbol>& symbol = symbol_of(ordinal(Attribute::kSymbol, document));
    if (!symbol || symbol->number == 0) return void(++audit_.without_symbol);
    if (ordinal(Attribute::kIssuer, document) == 0) return void(++audit_.without_issuer);
    std::string term = assembly_term(symbol->organ);
    if (term.empty() && symbol->system == System::kParty) term = text(Attribute::kTerm, document);
    std::string year;
    if (symbol->system == System::kState && term.empty())
      year = symbol->year != 0 ? std::to_string(symbol->year) : text(Attribute::kYear, document);
    if (term.empty() && year.empty()) return void(++audit_.without_period);
    ++audit_.documents;
    Gathered& series = all_[{folded(Attribute::kIssuer, document), folded(Attribute::kType, document),
                             form_of(*symbol), term, year}];
    series.issuer = text(Attribute::kIssuer, document);
    series.type = text(Attribute::kType, document);
    series.numbers[{symbol->number, symbol->suffix}].push_back({shard_, document});
  }

  const std::map<Key, Gathered>& all() const { return all_; }

 private:
  // Each symbol is read once, whoever bears it.
  const std::optional<Symbol>& symbol_of(std::uint32_t ordinal) {
    auto& [read, symbol] = symbols_[ordinal];
    if (!read && ordinal != 0) symbol = parse_symbol((*columns_)[Attribute::kSymbol].values[ordinal]);
    read = true;
    return symbol;
  }
  std::uint32_t ordinal(Attribute attribute, Xapian::docid document) const {
    return (*columns_)[attribute].ordinals[document];
  }
  const std::string& text(Attribute attribute, Xapian::docid document) const {
    return (*columns_)[attribute].values[ordinal(attribute, document)];
  }
  const std::string& folded(Attribute attribute, Xapian::docid document) const {
    return (*columns_)[attribute].folded[ordinal(attribute, document)];
  }

  const View& view_;
  NumberingAudit& audit_;
  std::size_t shard_ = 0;
  const Columns* columns_ = nullptr;
  std::vector<std::pair<bool, std::optional<Symbol>>>
      symbols_;  ///< by ordinal: whether it was read, and as what
  std::map<Key, Gathered> all_;
};

void find_gaps(NumberSeries& series, const Gathered& gathered, bool part) {
  std::uint32_t awaited = part ? gathered.numbers.begin()->first.first : 1;
  for (const auto& [number, places] : gathered.numbers) {
    if (number.first > awaited) {
      series.missing += number.first - awaited;
      if (++series.gaps_total <= kMostGaps) series.gaps.push_back({awaited, number.first - 1});
    }
    awaited = std::max(awaited, number.first + 1);
  }
}

void find_duplicates(const View& view, NumberSeries& series, const Gathered& gathered) {
  for (const auto& [number, places] : gathered.numbers) {
    if (places.size() < 2 || ++series.duplicates_total > kMostDuplicates) continue;
    DuplicateNumber duplicate{fmt::format("{}{}", number.first, number.second), {}, places.size()};
    std::vector<Place> ordered = places;
    std::sort(ordered.begin(), ordered.end(), Order(view, {{Attribute::kDate, false}}));
    ordered.resize(std::min(ordered.size(), kMostDuplicateDocuments));
    for (const Place& place : ordered) duplicate.documents.push_back(named_document_at(view, place).name);
    series.duplicates.push_back(std::move(duplicate));
  }
}

NumberSeries describe(const View& view, const Key& key, const Gathered& gathered, bool part) {
  NumberSeries series;
  series.issuer = gathered.issuer;
  series.type = gathered.type;
  series.form = std::get<2>(key);
  series.term = std::get<3>(key);
  series.year = std::get<4>(key);
  for (const auto& [number, places] : gathered.numbers) series.documents += places.size();
  series.first = gathered.numbers.begin()->first.first;
  series.last = gathered.numbers.rbegin()->first.first;
  find_gaps(series, gathered, part);
  find_duplicates(view, series, gathered);
  return series;
}

NumberingAudit audit_view(const View& view, const NumberingQuery& query) {
  SearchQuery all;
  all.filter = query.filter;
  const Matches matches = find_all(view, all);
  NumberingAudit audit;
  Gatherer gatherer(view, audit);
  for (std::size_t shard = 0; shard < view.columns.size(); ++shard) {
    gatherer.enter(shard);
    for (const Xapian::docid document : matches.by_shard[shard]) gatherer.add(document);
  }
  std::vector<std::pair<std::vector<std::string>, const std::pair<const Key, Gathered>*>> ordered;
  for (const auto& entry : gatherer.all()) {
    const auto& [issuer, type, form, term, year] = entry.first;
    std::vector<std::string> keys;
    for (const std::string& text : {issuer, type, form, term, year}) keys.push_back(order_key(text, false));
    ordered.emplace_back(std::move(keys), &entry);
  }
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  audit.total = ordered.size();
  for (std::size_t i = query.offset; i < ordered.size() && audit.series.size() < query.limit; ++i)
    audit.series.push_back(describe(view, ordered[i].second->first, ordered[i].second->second, query.part));
  return audit;
}

}  // namespace

NumberingAudit audit_numbers(const Snapshot& snapshot, Clearance clearance, const NumberingQuery& query) {
  return readable([&] { return audit_view(*snapshot.view(clearance), query); });
}

}  // namespace vankien
