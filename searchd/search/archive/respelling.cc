#include "searchd/search/archive/respelling.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "analyzers/analyzer.h"

namespace vankien {
namespace {

// By folded value, what is spelled in several ways.
using Spellings = std::unordered_map<std::string, std::string>;

const std::string& spelled(const Spellings& spellings, const std::string& value, const std::string& folded) {
  const auto found = spellings.find(folded);
  return found == spellings.end() ? value : found->second;
}

// The single values of a column, [0] = absent: of a list its parts.
std::size_t values_of(const Column& column, Attribute attribute) {
  return info(attribute).list ? column.parts.size() + 1 : column.values.size();
}
const std::string& value_at(const Column& column, Attribute attribute, std::size_t i) {
  return info(attribute).list ? column.parts[i - 1] : column.values[i];
}
const std::string& folded_at(const Column& column, Attribute attribute, std::size_t i) {
  return info(attribute).list ? column.folded_parts[i - 1] : column.folded[i];
}

// How many documents have each of those values.
std::vector<std::uint64_t> count_documents(const Columns& columns, Attribute attribute) {
  const Column& column = columns[attribute];
  std::vector<std::uint64_t> by_ordinal(column.values.size(), 0);
  for (const Xapian::docid document : columns.documents()) ++by_ordinal[column.ordinals[document]];
  if (!info(attribute).list) return by_ordinal;
  std::vector<std::uint64_t> by_part(column.parts.size() + 1, 0);
  for (std::size_t i = 1; i < by_ordinal.size(); ++i)
    for (const std::uint32_t part : column.members[i]) by_part[part + 1] += by_ordinal[i];
  return by_part;
}

// Those of all folded values that are spelled in several ways.
std::set<std::string> find_ambiguous(const std::vector<const Columns*>& read, Attribute attribute) {
  std::unordered_map<std::string_view, std::string_view> seen;
  std::set<std::string> ambiguous;
  for (const Columns* columns : read) {
    const Column& column = (*columns)[attribute];
    for (std::size_t i = 1; i < values_of(column, attribute); ++i) {
      const std::string& value = value_at(column, attribute, i);
      const std::string& folded = folded_at(column, attribute, i);
      const auto [place, fresh] = seen.emplace(folded, value);
      if (!fresh && place->second != value) ambiguous.insert(folded);
    }
  }
  return ambiguous;
}

// Each as most documents spell it. Those that turn out to have one spelling are taken off `ambiguous`.
Spellings choose(const std::vector<const Columns*>& read, Attribute attribute,
                 std::set<std::string>& ambiguous) {
  if (ambiguous.empty()) return {};
  const std::unordered_set<std::string_view> wanted(ambiguous.begin(), ambiguous.end());
  std::map<std::string_view, std::map<std::string, std::uint64_t>> counts;
  for (const Columns* columns : read) {
    const Column& column = (*columns)[attribute];
    std::vector<std::uint64_t> documents;
    for (std::size_t i = 1; i < values_of(column, attribute); ++i) {
      const auto folded = wanted.find(folded_at(column, attribute, i));
      if (folded == wanted.end()) continue;
      if (documents.empty()) documents = count_documents(*columns, attribute);
      counts[*folded][value_at(column, attribute, i)] += documents[i];
    }
  }
  Spellings spellings;
  for (const auto& [folded, spelled] : counts) {
    if (spelled.size() < 2) continue;
    const auto best = std::max_element(spelled.begin(), spelled.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    spellings.emplace(folded, best->first);  // of equals the first, with the smallest bytes
  }
  std::erase_if(ambiguous, [&](const std::string& folded) { return !spellings.contains(folded); });
  return spellings;
}

// The body of a tree, as its level and itself are spelled alone.
Spellings compose(const std::vector<const Columns*>& read, const Spellings& levels,
                  const Spellings& issuers) {
  Spellings spellings;
  if (levels.empty() && issuers.empty()) return spellings;
  for (const Columns* columns : read) {
    const Column& column = (*columns)[Attribute::kIssuerLvl1];
    for (std::size_t i = 1; i < column.values.size(); ++i) {
      const std::string& path = column.values[i];
      const std::size_t cut = path.find(kTreeSeparator);
      const std::string level = path.substr(0, cut), issuer = path.substr(cut + kTreeSeparator.size());
      spellings.emplace(column.folded[i], spelled(levels, level, fold_value(level)) +
                                              std::string(kTreeSeparator) +
                                              spelled(issuers, issuer, fold_value(issuer)));
    }
  }
  return spellings;
}

// Each old value's place among the new ones, which are sorted and each there once; [0] stays absent.
std::vector<std::uint32_t> merge(Column& column, const std::vector<std::string>& texts) {
  std::vector<std::uint32_t> order(texts.size());
  std::iota(order.begin(), order.end(), 0u);
  std::vector<std::string> keys(texts.size());
  for (std::size_t i = 1; i < texts.size(); ++i) keys[i] = order_key(texts[i], false);
  std::sort(order.begin() + 1, order.end(),
            [&](auto a, auto b) { return std::tie(keys[a], texts[a], a) < std::tie(keys[b], texts[b], b); });
  std::vector<std::string> values = {""}, folded = {""}, merged_keys = {""};
  std::vector<std::uint32_t> rank(texts.size(), 0);
  for (std::size_t i = 1; i < order.size(); ++i) {
    const std::uint32_t old = order[i];
    if (i == 1 || texts[old] != values.back()) {
      values.push_back(texts[old]);
      folded.push_back(column.folded[old]);
      merged_keys.push_back(keys[old]);
    }
    rank[old] = static_cast<std::uint32_t>(values.size() - 1);
  }
  column.values = std::move(values);
  column.folded = std::move(folded);
  column.keys = std::move(merged_keys);
  return rank;
}

Column respelled(Column column, const Spellings& spellings) {
  std::vector<std::string> texts = {""};
  for (std::size_t i = 1; i < column.values.size(); ++i)
    texts.push_back(spelled(spellings, column.values[i], column.folded[i]));
  Ordinals::Numbers rank = merge(column, texts);
  if (const auto& meaning = column.ordinals.meaning(); !meaning.empty()) {
    Ordinals::Numbers through;
    for (const std::uint32_t ordinal : meaning) through.push_back(rank[ordinal]);
    rank = std::move(through);
  }
  column.ordinals = Ordinals(column.ordinals, std::move(rank));
  return column;
}

// Whole lists stay the values; a document whose list says one thing in two spellings says it once.
Column respelled_list(Column column, const Spellings& spellings) {
  std::unordered_map<std::string, std::uint32_t> places;
  std::vector<std::string> parts, folded_parts;
  std::vector<std::uint32_t> rank;
  for (std::size_t i = 0; i < column.parts.size(); ++i) {
    const std::string& text = spelled(spellings, column.parts[i], column.folded_parts[i]);
    const auto [place, fresh] = places.emplace(text, static_cast<std::uint32_t>(parts.size()));
    if (fresh) {
      parts.push_back(text);
      folded_parts.push_back(column.folded_parts[i]);
    }
    rank.push_back(place->second);
  }
  for (auto& members : column.members) {
    for (std::uint32_t& part : members) part = rank[part];
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
  }
  column.parts = std::move(parts);
  column.folded_parts = std::move(folded_parts);
  return column;
}

bool is_spelled_so(const Column& column, Attribute attribute, const Spellings& spellings) {
  for (std::size_t i = 1; i < values_of(column, attribute); ++i) {
    const std::string& value = value_at(column, attribute, i);
    if (spelled(spellings, value, folded_at(column, attribute, i)) != value) return false;
  }
  return true;
}

void apply(std::vector<Columns>& columns, Attribute attribute, const Spellings& spellings) {
  if (spellings.empty()) return;
  for (Columns& one : columns) {
    const Column& column = one[attribute];
    if (is_spelled_so(column, attribute, spellings)) continue;
    one = one.with(attribute,
                   info(attribute).list ? respelled_list(column, spellings) : respelled(column, spellings));
  }
}

}  // namespace

FoldedValues respell(const std::vector<const Columns*>& read, std::vector<Columns>& columns,
                     const FoldedValues* candidates) {
  FoldedValues ambiguous;
  Spellings levels, issuers;
  for (std::size_t i = 0; i < kAttributeCount; ++i) {
    const auto attribute = static_cast<Attribute>(i);
    if (info(attribute).numeric || attribute == Attribute::kIssuerLvl1) continue;
    ambiguous[i] = candidates != nullptr ? (*candidates)[i] : find_ambiguous(read, attribute);
    Spellings spellings = choose(read, attribute, ambiguous[i]);
    apply(columns, attribute, spellings);
    if (attribute == Attribute::kIssuerLvl0)
      levels = std::move(spellings);
    else if (attribute == Attribute::kIssuer)
      issuers = std::move(spellings);
  }
  apply(columns, Attribute::kIssuerLvl1, compose(read, levels, issuers));
  return ambiguous;
}

void add_values(const Columns& columns, Xapian::docid document, FoldedValues& values) {
  for (std::size_t i = 0; i < kAttributeCount; ++i) {
    const auto attribute = static_cast<Attribute>(i);
    const Column& column = columns[attribute];
    const std::uint32_t ordinal = column.ordinals[document];
    if (ordinal == 0 || info(attribute).numeric) continue;
    if (info(attribute).list)
      for (const std::uint32_t part : column.members[ordinal]) values[i].insert(column.folded_parts[part]);
    else
      values[i].insert(column.folded[ordinal]);
  }
}

}  // namespace vankien
