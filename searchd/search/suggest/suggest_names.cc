#include <algorithm>
#include <optional>

#include "searchd/search/suggest/suggestion_sources.h"

namespace vankien {
namespace {

struct Name {
  std::string text;
  std::uint64_t count = 0;
  bool begins = false;  ///< with the words, which is likelier meant
};

std::vector<std::string_view> parts_of(std::string_view folded) {
  std::vector<std::string_view> parts;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    parts.push_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return parts;
}

/// Side by side; where it fits first, or nothing.
std::optional<std::size_t> place_of(const std::vector<TypedWord>& words, std::string_view folded) {
  const auto parts = parts_of(folded);
  for (std::size_t at = 0; at + words.size() <= parts.size(); ++at) {
    std::size_t i = 0;
    while (i < words.size() && words[i].fits(parts[at + i])) ++i;
    if (i == words.size()) return at;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Suggestion> suggest_names(const View& view, const TypedWords& typed, Suggestion::Kind kind,
                                      std::size_t most) {
  if (typed.words.empty()) return {};
  const Attribute attribute = kind == Suggestion::Kind::kType ? Attribute::kType : Attribute::kIssuer;
  std::map<std::string, Name> names;  // by folded name: uỷ and ủy are one issuer
  for (const Columns* columns : view.columns) {
    const Column& column = (*columns)[attribute];
    std::vector<std::pair<std::size_t, Name*>> fitting;
    for (std::size_t i = 1; i < column.values.size(); ++i)
      if (const auto place = place_of(typed.words, column.folded[i])) {
        Name& name = names[column.folded[i]];
        if (name.text.empty()) name = {column.values[i], 0, *place == 0};
        fitting.emplace_back(i, &name);
      }
    if (fitting.empty()) continue;
    std::vector<std::uint32_t> counts(column.values.size());
    std::vector<std::uint32_t> numbers(column.ordinals.meaning().empty() ? counts.size()
                                                                         : column.ordinals.meaning().size());
    column.ordinals.base().visit([&](const auto& base) {
      for (const Xapian::docid id : columns->documents()) ++numbers[base[id]];
    });
    for (std::size_t i = 0; i < numbers.size(); ++i)
      counts[column.ordinals.meaning().empty() ? i : column.ordinals.meaning()[i]] += numbers[i];
    for (const auto& [ordinal, name] : fitting) name->count += counts[ordinal];
  }
  std::vector<Name> sorted;
  for (auto& [folded, name] : names)
    if (name.count > 0) sorted.push_back(std::move(name));
  std::stable_sort(sorted.begin(), sorted.end(), [](const Name& a, const Name& b) {
    return a.begins != b.begins ? a.begins : a.count > b.count;
  });
  std::vector<Suggestion> out;
  for (Name& name : sorted)
    if (out.size() < most) out.push_back({.kind = kind, .text = std::move(name.text), .count = name.count});
  return out;
}

}  // namespace vankien
