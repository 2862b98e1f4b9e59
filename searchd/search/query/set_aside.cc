#include "searchd/search/query/set_aside.h"

#include <algorithm>
#include <set>

namespace vankien {
namespace {

void collect(const Filter& filter, std::set<Attribute>& attributes) {
  if (filter.kind == Filter::Kind::kCondition) attributes.insert(filter.condition.attribute);
  for (const Filter& child : filter.children) collect(child, attributes);
}

// What must hold together: ANDs inside ANDs are one list.
void collect_parts(const Filter& filter, std::vector<const Filter*>& parts) {
  if (filter.kind != Filter::Kind::kAll) {
    parts.push_back(&filter);
    return;
  }
  for (const Filter& child : filter.children) collect_parts(child, parts);
}

}  // namespace

SplitFilter::SplitFilter(const Filter& filter, const std::vector<Attribute>& attributes) {
  for (const Attribute attribute : attributes) aside.emplace_back(attribute, Filter{});
  std::vector<const Filter*> parts;
  collect_parts(filter, parts);
  for (const Filter* part : parts) {
    std::set<Attribute> named;
    collect(*part, named);
    const auto own = std::find_if(aside.begin(), aside.end(), [&](const auto& one) {
      return named.size() == 1 && named.contains(one.first);
    });
    (own == aside.end() ? rest : own->second).children.push_back(*part);
  }
}

std::optional<Attribute> mixed_attribute(const Filter& filter, const std::vector<Attribute>& attributes) {
  std::vector<const Filter*> parts;
  collect_parts(filter, parts);
  for (const Filter* part : parts) {
    std::set<Attribute> named;
    collect(*part, named);
    if (named.size() < 2) continue;
    for (const Attribute attribute : attributes)
      if (named.contains(attribute)) return attribute;
  }
  return std::nullopt;
}

}  // namespace vankien
