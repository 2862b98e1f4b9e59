#include "searchd/api/search_params.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "analyzers/mapped_text.h"
#include "searchd/api/cursor.h"
#include "searchd/api/error.h"
#include "searchd/api/facet_params.h"
#include "searchd/api/json_body.h"
#include "searchd/api/search_fields.h"
#include "searchd/search/query_parser.h"
#include "searchd/search/query_structure.h"

namespace vankien::api {
namespace {

using nlohmann::json;

/// Reads the fields of one object that have the right type by now, and says what in them makes no sense.
class Reader {
 public:
  Reader(const json& object, std::span<const SearchField> fields, std::string location,
         bool unknown_allowed = false)
      : object_(object), fields_(fields), location_(std::move(location)) {
    for (const auto& [name, value] : object_.items()) {
      const SearchField* field = find_field(fields_, name);
      if (field != nullptr)
        check(*field, value);
      else if (!unknown_allowed)
        throw ApiError(Code::kBadRequest,
                       fmt::format("Unknown field `{}`{}: expected one of {}", excerpt(name),
                                   location_.empty() ? "" : fmt::format(" inside `{}`", location_),
                                   list_names(fields_)));
    }
  }

  SearchParams read() const {
    SearchParams params;
    read_q(params);
    read_paging(params);
    params.retrieve = list("attributesToRetrieve", {"*"});
    // No field of the record, so not among "*": it is looked up for whoever asks for it.
    params.query.status =
        std::find(params.retrieve.begin(), params.retrieve.end(), "status") != params.retrieve.end();
    params.highlight = list("attributesToHighlight", {});
    read_crop(params);
    params.pre_tag = text("highlightPreTag", params.pre_tag);
    params.post_tag = text("highlightPostTag", params.post_tag);
    params.crop_marker = text("cropMarker", params.crop_marker);
    params.show_matches_position = flag("showMatchesPosition");
    params.show_ranking_score = flag("showRankingScore");
    read_passages(params);
    read_filter_field(params);
    read_sort(params);
    read_facets(params);
    read_counts(params);
    read_fields(params);
    read_cursor(params);
    return params;
  }

  std::string text(const char* name, const std::string& otherwise) const {
    const json* value = find(name);
    return value == nullptr ? otherwise : value->get<std::string>();
  }

  [[noreturn]] void fail(Code code, const std::string& message) const {
    throw ApiError(code, location_.empty() ? message : fmt::format("Inside `{}`: {}", location_, message));
  }

 private:
  void read_q(SearchParams& params) const {
    params.query.q = text("q", "");
    params.query.suggest = flag("showSuggestion");
    params.query.literal = flag("literal");
    params.query.details = flag("showRankingScoreDetails");
    params.query.all_words = text("matchingStrategy", "last") == "all";
    const std::size_t letters = decode_utf8(params.query.q).chars.size();
    if (letters > kMaxQueryLength)
      fail(Code::kInvalidSearchQ, fmt::format("Invalid value at `{}.q`: {} characters, {} are allowed",
                                              location_, letters, kMaxQueryLength));
    if (const std::size_t levels = query_levels(params.query.q); levels > kMostQueryLevels)
      fail(Code::kInvalidSearchQ,
           fmt::format("Invalid value at `{}.q`: {} levels of parentheses, {} are allowed", location_, levels,
                       kMostQueryLevels));
  }

  /// Null stands for "not given".
  const json* find(const char* name) const {
    const auto value = object_.find(name);
    return value == object_.end() || value->is_null() ? nullptr : &*value;
  }

  void check(const SearchField& field, const json& value) const {
    if (value.is_null()) return;
    const auto expect = [&](bool right, std::string_view kind) {
      if (!right) fail_type(field, fmt::format("{}.{}", location_, field.name), kind, value);
    };
    if (field.kind == FieldKind::kObject) expect(value.is_object(), "an object");
    if (field.kind == FieldKind::kString) expect(value.is_string(), "a string");
    if (field.kind == FieldKind::kBoolean) expect(value.is_boolean(), "a boolean");
    if (field.kind == FieldKind::kCount) {
      expect(value.is_number_unsigned(), "a positive integer");
      // A window so far out is refused below; here only sums are kept from wrapping.
      if (value.get<std::uint64_t>() > std::numeric_limits<std::uint32_t>::max())
        fail(field.code,
             fmt::format("Invalid value at `{}.{}`: {} is too large, the last hit that can be reached is {}",
                         location_, field.name, value.dump(), kMaxReach));
    }
    if (field.kind == FieldKind::kList) {
      expect(value.is_array(), "an array");
      for (std::size_t i = 0; i < value.size(); ++i)
        if (!value[i].is_string())
          fail_type(field, fmt::format("{}.{}[{}]", location_, field.name, i), "a string", value[i]);
    }
    if (field.kind == FieldKind::kStrategy) {
      expect(value.is_string(), "a string");
      const auto& name = value.get_ref<const std::string&>();
      if (name != "last" && name != "all" && name != "frequency")
        throw ApiError(
            field.code,
            fmt::format("Unknown value `{}` at `{}.{}`: expected one of `last`, `all`, `frequency`",
                        excerpt(name), location_, field.name));
    }
    if (field.support == Support::kNo && value != json(false))
      fail(field.code, fmt::format("`{}` is not supported by this server.", field.name));
  }

  [[noreturn]] static void fail_type(const SearchField& field, const std::string& location,
                                     std::string_view expected, const json& found) {
    throw ApiError(field.code, fmt::format("Invalid value type at `{}`: expected {}, but found {}: `{}`",
                                           location, expected, kind_of(found), excerpt(found)));
  }

  std::size_t count(const char* name, std::size_t otherwise) const {
    const json* value = find(name);
    return value == nullptr ? otherwise : value->get<std::size_t>();
  }
  bool flag(const char* name) const { return find(name) != nullptr && find(name)->get<bool>(); }
  std::vector<std::string> list(const char* name, const std::vector<std::string>& otherwise) const {
    const json* value = find(name);
    return value == nullptr ? otherwise : value->get<std::vector<std::string>>();
  }

  void read_paging(SearchParams& params) const {
    if (find("page") == nullptr && find("hitsPerPage") == nullptr) {
      params.query.offset = count("offset", 0);
      params.query.limit = count("limit", 20);
      check_hits(Code::kInvalidSearchLimit, "limit", params.query.limit);
      if (params.query.offset + params.query.limit > kMaxReach)
        fail(find("offset") != nullptr ? Code::kInvalidSearchOffset : Code::kInvalidSearchLimit,
             fmt::format("`offset` + `limit` is {}, the last hit that can be reached is {}.",
                         params.query.offset + params.query.limit, kMaxReach));
      return;
    }
    const SearchParams::Paging paging{count("page", 1), count("hitsPerPage", 20)};
    check_hits(Code::kInvalidSearchHitsPerPage, "hitsPerPage", paging.hits_per_page);
    if (paging.page * paging.hits_per_page > kMaxReach)
      fail(find("page") != nullptr ? Code::kInvalidSearchPage : Code::kInvalidSearchHitsPerPage,
           fmt::format("`page` × `hitsPerPage` is {}, the last hit that can be reached is {}.",
                       paging.page * paging.hits_per_page, kMaxReach));
    // The dialect answers page 0 with the totals and no hits.
    params.query.offset = paging.page == 0 ? 0 : (paging.page - 1) * paging.hits_per_page;
    params.query.limit = paging.page == 0 ? 0 : paging.hits_per_page;
    params.paging = paging;
  }

  void read_cursor(SearchParams& params) const {
    const json* cursor = find("cursor");
    if (cursor == nullptr) return;
    for (const char* other : {"offset", "page", "hitsPerPage"})
      if (find(other) != nullptr)
        fail(Code::kInvalidSearchCursor, fmt::format("`cursor` and `{}` exclude each other.", other));
    if (params.query.limit == 0) fail(Code::kInvalidSearchCursor, "With a `cursor`, `limit` is at least 1.");
    json list = json::object();
    for (const char* name : {"q", "filter", "sort", "matchingStrategy", "attributesToSearchOn"})
      if (const json* value = find(name)) list[name] = *value;
    params.cursor_bond = cursor_bond(list);
    params.query.walks = true;
    try {
      if (const auto& text = cursor->get_ref<const std::string&>(); !text.empty())
        params.query.after = decode_cursor(text, params.cursor_bond);
    } catch (const ApiError& error) {
      fail(error.code(), error.what());
    }
  }

  void check_hits(Code code, std::string_view name, std::size_t hits) const {
    if (hits > kMaxHits)
      fail(code, fmt::format("`{}` is {}, one answer holds at most {} hits.", name, hits, kMaxHits));
  }

  void read_crop(SearchParams& params) const {
    const std::size_t length = count("cropLength", 10);
    for (const std::string& entry : list("attributesToCrop", {})) {
      CropField field{entry, length};
      if (const std::size_t colon = entry.rfind(':'); colon != std::string::npos) {
        const std::string digits = entry.substr(colon + 1);
        field.name = entry.substr(0, colon);
        if (!digits.empty() && digits.size() <= 9 &&
            digits.find_first_not_of("0123456789") == std::string::npos)
          field.words = std::stoul(digits);
      }
      params.crop.push_back(std::move(field));
    }
  }

  void read_passages(SearchParams& params) const {
    params.passages = count("showPassages", 0);
    if (params.passages > kMaxPassages)
      fail(Code::kInvalidSearchShowPassages,
           fmt::format("`showPassages` is {}, a hit shows at most {}.", params.passages, kMaxPassages));
    params.query.weigh_terms = params.passages > 0 || !params.crop.empty();
  }

  void read_filter_field(SearchParams& params) const {
    const json* value = find("filter");
    if (value == nullptr) return;
    try {
      params.query.filter = read_filter(*value);
    } catch (const ApiError& error) {
      fail(error.code(), error.what());
    }
  }

  void read_sort(SearchParams& params) const {
    for (const std::string& entry : list("sort", {})) {
      const std::size_t colon = entry.rfind(':');
      const std::string order = colon == std::string::npos ? "" : entry.substr(colon + 1);
      if (order != "asc" && order != "desc")
        fail(Code::kInvalidSearchSort,
             fmt::format("Invalid syntax for the sort parameter: expected expression ending "
                         "by `:asc` or `:desc`, found `{}`.",
                         excerpt(entry)));
      const auto attribute = parse_attribute(std::string_view(entry).substr(0, colon));
      if (!attribute)
        fail(Code::kInvalidSearchSort,
             fmt::format("Attribute `{}` is not sortable. Available sortable attributes are: `{}`.",
                         excerpt(entry.substr(0, colon)), attribute_names(", ")));
      params.query.sort.push_back({*attribute, order == "desc"});
    }
  }

  void read_facets(SearchParams& params) const {
    params.wants_facets = find("facets") != nullptr;
    std::array<bool, kAttributeCount> wanted{};
    for (const std::string& name : list("facets", {})) {
      if (name == "*") {
        wanted.fill(true);
      } else if (const auto attribute = parse_attribute(name)) {
        wanted[static_cast<std::size_t>(*attribute)] = true;
      } else {
        fail(
            Code::kInvalidSearchFacets,
            fmt::format(
                "Invalid facet distribution: Pattern `{}` is not filterable. Available filterable attributes "
                "patterns are: `{}`.",
                excerpt(name), attribute_names(", ")));
      }
    }
    for (std::size_t i = 0; i < kAttributeCount; ++i)
      if (wanted[i]) params.query.facets.push_back(static_cast<Attribute>(i));
  }

  // Last, because places are then said as of today in all that was read.
  void read_counts(SearchParams& params) const {
    SearchQuery& query = params.query;
    try {
      query.disjunctive = read_disjunctive(list("disjunctiveFacets", {}), query.filter);
      if (find("facetRanges") != nullptr) query.ranges = read_facet_ranges(*find("facetRanges"));
      if (find("histogram") != nullptr) query.histogram = read_histogram(*find("histogram"));
    } catch (const ApiError& error) {
      fail(error.code(), error.what());
    }
    params.todays_places = flag("todaysPlaces");
    if (params.todays_places) use_todays_places(query);
  }

  void read_fields(SearchParams& params) const {
    if (find("attributesToSearchOn") == nullptr) return;
    SearchFields& fields = params.query.fields;
    fields = {.title = false, .symbol = false, .body = false};
    for (const std::string& name : list("attributesToSearchOn", {})) {
      if (name == "*")
        fields = {};
      else if (name == "title")
        fields.title = true;
      else if (name == "symbol")
        fields.symbol = true;
      else if (name == "body")
        fields.body = true;
      else
        fail(Code::kInvalidSearchAttributesToSearchOn,
             fmt::format("Attribute `{}` is not searchable. Available searchable attributes are: `body, "
                         "symbol, title`.",
                         excerpt(name)));
    }
  }

  const json& object_;
  std::span<const SearchField> fields_;
  std::string location_;
};

std::size_t count_conditions(const Filter& filter) {
  std::size_t conditions = filter.kind == Filter::Kind::kCondition ? 1 : 0;
  for (const Filter& child : filter.children) conditions += count_conditions(child);
  return conditions;
}

Filter read_expression(const json& value) {
  try {
    return parse_filter(value.get_ref<const std::string&>());
  } catch (const FilterError& error) {
    throw ApiError(Code::kInvalidSearchFilter,
                   fmt::format("Invalid filter at byte {}: {}.", error.position(), error.what()));
  }
}

[[noreturn]] void fail_filter(std::string_view expected, const json& found) {
  throw ApiError(Code::kInvalidSearchFilter,
                 fmt::format("Invalid syntax for the filter parameter: `expected {}, found: {}`.", expected,
                             excerpt(found)));
}

Filter read_alternatives(const json& array) {
  Filter any{.kind = Filter::Kind::kAny, .children = {}, .condition = {}};
  for (const json& value : array) {
    if (!value.is_string()) fail_filter("String", value);
    any.children.push_back(read_expression(value));
  }
  return any;
}

}  // namespace

Filter read_filter(const json& value) {
  Filter filter;
  if (value.is_string()) {
    filter = read_expression(value);
  } else if (value.is_array()) {
    for (const json& part : value) {
      if (part.is_string())
        filter.children.push_back(read_expression(part));
      else if (!part.is_array())
        fail_filter("String, [String]", part);
      else if (!part.empty())  // the dialect lets an empty list of alternatives pass
        filter.children.push_back(read_alternatives(part));
    }
  } else {
    fail_filter("String, Array", value);
  }
  if (const std::size_t conditions = count_conditions(filter); conditions > kMaxConditions)
    throw ApiError(
        Code::kInvalidSearchFilter,
        fmt::format("The filter has {} conditions, at most {} are allowed.", conditions, kMaxConditions));
  return filter;
}

SearchParams read_search_params(const json& object) { return Reader(object, search_fields(), "").read(); }

SearchParams read_multi_search_params(const json& object, const std::string& location, std::string& uid) {
  if (!object.is_object())
    throw ApiError(Code::kBadRequest,
                   fmt::format("Invalid value type at `{}`: expected an object, but found {}: `{}`", location,
                               kind_of(object), excerpt(object)));
  const Reader reader(object, multi_search_fields(), location);
  if (!object.contains("indexUid"))
    throw ApiError(Code::kMissingIndexUid, fmt::format("Missing field `indexUid` inside `{}`", location));
  uid = reader.text("indexUid", "");
  return reader.read();
}

SearchParams read_facet_search_params(const json& object) {
  // Only what decides which documents are counted: a client's paging or cropping has no meaning here.
  json search = json::object();
  for (const char* name : {"q", "filter", "literal", "todaysPlaces", "matchingStrategy", "attributesToSearchOn",
                           "locales", "rankingScoreThreshold", "hybrid", "vector", "media", "useNetwork"})
    if (object.contains(name)) search[name] = object[name];
  return read_search_params(search);
}

}  // namespace vankien::api
