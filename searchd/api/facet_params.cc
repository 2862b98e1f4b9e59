#include "searchd/api/facet_params.h"

#include <fmt/format.h>

#include <algorithm>

#include "searchd/api/error.h"
#include "searchd/api/json_body.h"
#include "searchd/search/query/set_aside.h"

namespace vankien::api {
namespace {

using nlohmann::json;

Attribute to_today(Attribute attribute) {
  return attribute == Attribute::kPlace ? Attribute::kPlaceToday : attribute;
}

void to_today(Filter& filter) {
  if (filter.kind == Filter::Kind::kCondition)
    filter.condition.attribute = to_today(filter.condition.attribute);
  for (Filter& child : filter.children) to_today(child);
}

void to_today(std::vector<Attribute>& attributes) {
  for (Attribute& attribute : attributes) attribute = to_today(attribute);
  std::sort(attributes.begin(), attributes.end());
  attributes.erase(std::unique(attributes.begin(), attributes.end()), attributes.end());
}

[[noreturn]] void fail_ranges(const std::string& message) {
  throw ApiError(Code::kInvalidSearchFacetRanges, message);
}

// A number may be written as one.
std::string read_bound(const std::string& place, const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  fail_ranges(fmt::format("Invalid value type at `{}`: expected a string or a number, but found {}: `{}`",
                          place, kind_of(value), excerpt(value)));
}

// With the words and checks that a filter has.
void check_bound(Attribute attribute, const std::string& place, const std::string& bound) {
  if (bound.empty()) return;
  std::string quoted;
  for (const char c : bound) quoted += (c == '"' || c == '\\' ? "\\" : "") + std::string(1, c);
  try {
    parse_filter(fmt::format("{} >= \"{}\"", info(attribute).name, quoted));
  } catch (const FilterError& error) {
    fail_ranges(fmt::format("Invalid value at `{}`: {}.", place, error.what()));
  }
}

FacetRange read_range(Attribute attribute, const std::string& place, const json& value) {
  FacetRange range;
  if (!value.is_object())
    fail_ranges(fmt::format("Invalid value type at `{}`: expected an object, but found {}: `{}`", place,
                            kind_of(value), excerpt(value)));
  for (const auto& [name, bound] : value.items()) {
    if (name != "from" && name != "to")
      fail_ranges(fmt::format("Unknown field `{}` inside `{}`: expected `from`, `to`", excerpt(name), place));
    (name == "from" ? range.from : range.to) = read_bound(place + "." + name, bound);
  }
  if (range.from.empty() && range.to.empty())
    fail_ranges(fmt::format("`{}` needs `from`, `to` or both.", place));
  check_bound(attribute, place + ".from", range.from);
  check_bound(attribute, place + ".to", range.to);
  return range;
}

}  // namespace

std::string attribute_names(std::string_view separator) {
  std::vector<std::string_view> names;
  for (const AttributeInfo& attribute : kAttributes) names.push_back(attribute.name);
  std::sort(names.begin(), names.end());
  return fmt::format("{}", fmt::join(names, separator));
}

FacetRanges read_facet_ranges(const json& object) {
  FacetRanges ranges;
  std::size_t count = 0;
  for (const auto& [name, list] : object.items()) {
    const auto attribute = parse_attribute(name);
    const bool ordered = attribute && (info(*attribute).numeric || *attribute == Attribute::kDate ||
                                       *attribute == Attribute::kMonth);
    if (!ordered)
      fail_ranges(fmt::format(
          "Attribute `{}` has no ranges. Those that have are: `date, month, pages, year`.", excerpt(name)));
    const std::string place = ".facetRanges." + name;
    if (!list.is_array())
      fail_ranges(fmt::format("Invalid value type at `{}`: expected an array, but found {}: `{}`", place,
                              kind_of(list), excerpt(list)));
    count += list.size();
    if (count > kMaxRanges)
      fail_ranges(fmt::format("`facetRanges` has more than {} ranges, that many are allowed.", kMaxRanges));
    for (std::size_t i = 0; i < list.size(); ++i)
      ranges[*attribute].push_back(read_range(*attribute, fmt::format("{}[{}]", place, i), list[i]));
  }
  return ranges;
}

DateInterval read_histogram(const json& object) {
  const auto fail = [](const std::string& message) {
    throw ApiError(Code::kInvalidSearchHistogram, message);
  };
  for (const auto& [name, value] : object.items())
    if (name != "attribute" && name != "interval")
      fail(fmt::format("Unknown field `{}` inside `.histogram`: expected `attribute`, `interval`",
                       excerpt(name)));
  if (object.value("attribute", json()) != json("date"))
    fail("`histogram.attribute` must be `date`: there is no histogram of anything else.");
  const json interval = object.value("interval", json());
  if (interval == "month") return DateInterval::kMonth;
  if (interval == "year") return DateInterval::kYear;
  if (interval != "decade") fail("`histogram.interval` must be one of `month`, `year`, `decade`.");
  return DateInterval::kDecade;
}

std::vector<Attribute> read_disjunctive(const std::vector<std::string>& names, const Filter& filter) {
  std::vector<Attribute> attributes;
  for (const std::string& name : names) {
    const auto attribute = parse_attribute(name);
    if (!attribute)
      throw ApiError(Code::kInvalidSearchDisjunctiveFacets,
                     fmt::format("Attribute `{}` is not a facet. Available facets are: `{}`.", excerpt(name),
                                 attribute_names(", ")));
    if (std::find(attributes.begin(), attributes.end(), *attribute) == attributes.end())
      attributes.push_back(*attribute);
  }
  if (const auto mixed = mixed_attribute(filter, attributes))
    throw ApiError(
        Code::kInvalidSearchDisjunctiveFacets,
        fmt::format("The filter's conditions on `{}` cannot be set aside: an OR or NOT ties them to "
                    "another attribute. Join them to the rest by AND, or as a part of the array.",
                    info(*mixed).name));
  return attributes;
}

void use_todays_places(SearchQuery& query) {
  to_today(query.filter);
  to_today(query.facets);
  to_today(query.disjunctive);
  for (SortKey& key : query.sort) key.attribute = to_today(key.attribute);
}

}  // namespace vankien::api
