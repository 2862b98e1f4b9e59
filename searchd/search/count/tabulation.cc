#include "searchd/search/count/tabulation.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "analyzers/analyzer.h"
#include "searchd/search/archive/readable.h"
#include "searchd/search/archive/snapshot.h"
#include "searchd/search/match/finding.h"

namespace vankien {
namespace {

using Numbers = std::vector<std::uint32_t>;

// The values of one attribute over all databases of a view, numbered as they come.
class Dimension {
 public:
  explicit Dimension(Attribute attribute) : attribute_(attribute) {}

  // What the ordinals of one database's column stand for.
  void enter(const Column& column) {
    column_ = &column;
    by_ordinal_.assign(column.values.size(), {});
  }

  const Numbers& of(Xapian::docid document) {
    const std::uint32_t ordinal = column_->ordinals[document];
    Numbers& numbers = by_ordinal_[ordinal];
    if (numbers.empty()) numbers = look_up(ordinal);
    return numbers;
  }

  // Puts them in order; the new number of each.
  Numbers finish(Table::Axis& axis) const {
    const bool numeric = info(attribute_).numeric;
    std::vector<std::string> keys;
    for (const std::string& text : texts_) keys.push_back(order_key(text, numeric));
    Numbers order(texts_.size()), rank(texts_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) {
      if (texts_[a].empty() || texts_[b].empty()) return !texts_[a].empty();
      return keys[a] != keys[b] ? keys[a] < keys[b] : texts_[a] < texts_[b];
    });
    axis.attribute = attribute_;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      rank[order[i]] = i;
      axis.values.push_back({texts_[order[i]], equal_filter(attribute_, texts_[order[i]])});
    }
    return rank;
  }

 private:
  Numbers look_up(std::uint32_t ordinal) {
    if (ordinal == 0 || !info(attribute_).list)
      return {number(column_->values[ordinal], column_->folded[ordinal])};
    Numbers numbers;
    for (const std::uint32_t part : column_->members[ordinal])
      numbers.push_back(number(column_->parts[part], column_->folded_parts[part]));
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
  }

  std::uint32_t number(const std::string& text, const std::string& folded) {
    const auto [place, fresh] = numbers_.emplace(folded, static_cast<std::uint32_t>(texts_.size()));
    if (fresh) texts_.push_back(text);
    return place->second;
  }

  Attribute attribute_;
  const Column* column_ = nullptr;
  std::vector<Numbers> by_ordinal_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> texts_;
};

struct AtHash {
  std::size_t operator()(const Table::At& at) const {
    std::uint64_t hash = 0;
    for (const std::uint32_t number : at) hash = (hash ^ number) * 0x9E3779B97F4A7C15u;
    return hash ^ (hash >> 29);
  }
};

// Counts a document for each choice of "this value of it" or "any" in each dimension.
void count(std::unordered_map<Table::At, std::uint64_t, AtHash>& counts,
           const std::vector<const Numbers*>& values, std::size_t dimension, Table::At& at) {
  if (dimension == values.size()) {
    ++counts[at];
    return;
  }
  at[dimension] = Table::kAny;
  count(counts, values, dimension + 1, at);
  for (const std::uint32_t number : *values[dimension]) {
    at[dimension] = number;
    count(counts, values, dimension + 1, at);
  }
  at[dimension] = Table::kAny;
}

Table tabulate_view(const View& view, const SearchQuery& query, const std::vector<Attribute>& attributes) {
  const Matches matches = find_all(view, query);
  std::vector<Dimension> dimensions(attributes.begin(), attributes.end());
  std::unordered_map<Table::At, std::uint64_t, AtHash> counts;
  std::vector<const Numbers*> values(dimensions.size());
  for (std::size_t shard = 0; shard < view.columns.size(); ++shard) {
    for (std::size_t i = 0; i < dimensions.size(); ++i)
      dimensions[i].enter((*view.columns[shard])[attributes[i]]);
    for (const Xapian::docid document : matches.by_shard[shard]) {
      for (std::size_t i = 0; i < dimensions.size(); ++i) values[i] = &dimensions[i].of(document);
      Table::At at;
      at.fill(Table::kAny);
      count(counts, values, 0, at);
    }
  }
  Table table;
  std::vector<Numbers> ranks;
  for (const Dimension& dimension : dimensions) ranks.push_back(dimension.finish(table.axes.emplace_back()));
  for (const auto& [place, number] : counts) {
    Table::At at = place;
    for (std::size_t i = 0; i < ranks.size(); ++i)
      if (at[i] != Table::kAny) at[i] = ranks[i][at[i]];
    table.counts.emplace(at, number);
  }
  return table;
}

}  // namespace

Table tabulate(const Snapshot& snapshot, Clearance clearance, const SearchQuery& query,
               const std::vector<Attribute>& dimensions) {
  return readable([&] { return tabulate_view(*snapshot.view(clearance), query, dimensions); });
}

std::string equal_filter(Attribute attribute, const std::string& value) {
  const std::string_view name = info(attribute).name;
  if (value.empty()) return fmt::format("NOT {} EXISTS", name);
  std::string quoted;
  for (const char c : value) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return fmt::format("{} = \"{}\"", name, quoted);
}

}  // namespace vankien
