#include "searchd/api/search_params.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/mapped_text.h"
#include "searchd/api/cursor.h"
#include "searchd/api/error.h"
#include "searchd/api/facet_params.h"
#include "searchd/api/filter_json.h"
#include "searchd/api/json_body.h"
#include "searchd/api/object_reader.h"
#include "searchd/search/query/query_parser.h"
#include "searchd/search/query/query_structure.h"

namespace vankien::api {
namespace {

using nlohmann::json;

void read_q(const ObjectReader& in, SearchParams& params) {
  params.query.q = in.text("q", "");
  params.query.suggest = in.flag("showSuggestion");
  params.query.literal = in.flag("literal");
  params.query.details = in.flag("showRankingScoreDetails");
  params.query.all_words = in.text("matchingStrategy", "last") == "all";
  const std::size_t letters = decode_utf8(params.query.q).chars.size();
  if (letters > kMaxQueryLength)
    in.fail(Code::kInvalidSearchQ, fmt::format("Invalid value at `{}.q`: {} characters, {} are allowed",
                                               in.location(), letters, kMaxQueryLength));
  if (const std::size_t levels = query_levels(params.query.q); levels > kMostQueryLevels)
    in.fail(Code::kInvalidSearchQ,
            fmt::format("Invalid value at `{}.q`: {} levels of parentheses, {} are allowed", in.location(),
                        levels, kMostQueryLevels));
}

void check_hits(const ObjectReader& in, Code code, std::string_view name, std::size_t hits) {
  if (hits > kMaxHits)
    in.fail(code, fmt::format("`{}` is {}, one answer holds at most {} hits.", name, hits, kMaxHits));
}

void read_paging(const ObjectReader& in, SearchParams& params) {
  if (in.find("page") == nullptr && in.find("hitsPerPage") == nullptr) {
    params.query.offset = in.count("offset", 0);
    params.query.limit = in.count("limit", 20);
    check_hits(in, Code::kInvalidSearchLimit, "limit", params.query.limit);
    if (params.query.offset + params.query.limit > kMaxReach)
      in.fail(in.find("offset") != nullptr ? Code::kInvalidSearchOffset : Code::kInvalidSearchLimit,
              fmt::format("`offset` + `limit` is {}, the last hit that can be reached is {}.",
                          params.query.offset + params.query.limit, kMaxReach));
    return;
  }
  const SearchParams::Paging paging{in.count("page", 1), in.count("hitsPerPage", 20)};
  check_hits(in, Code::kInvalidSearchHitsPerPage, "hitsPerPage", paging.hits_per_page);
  if (paging.page * paging.hits_per_page > kMaxReach)
    in.fail(in.find("page") != nullptr ? Code::kInvalidSearchPage : Code::kInvalidSearchHitsPerPage,
            fmt::format("`page` × `hitsPerPage` is {}, the last hit that can be reached is {}.",
                        paging.page * paging.hits_per_page, kMaxReach));
  // The dialect answers page 0 with the totals and no hits.
  params.query.offset = paging.page == 0 ? 0 : (paging.page - 1) * paging.hits_per_page;
  params.query.limit = paging.page == 0 ? 0 : paging.hits_per_page;
  params.paging = paging;
}

// What decides which documents are found, and in which order. A parameter that says what holds without it is left out: a step
// with `"sort": []` is of the same list as one without.
json list_asked(const ObjectReader& in, const SearchParams& params) {
  const SearchQuery& query = params.query;
  const bool everywhere = query.fields.title && query.fields.symbol && query.fields.body;
  const std::pair<const char*, bool> parts[] = {{"q", !query.q.empty()},
                                                {"filter", query.filter.narrows()},
                                                {"sort", !query.sort.empty()},
                                                {"literal", query.literal},
                                                {"todaysPlaces", params.todays_places},
                                                {"matchingStrategy", query.all_words},
                                                {"attributesToSearchOn", !everywhere}};
  json list = json::object();
  for (const auto& [name, says] : parts)
    if (says) list[name] = *in.find(name);
  return list;
}

void read_cursor(const ObjectReader& in, SearchParams& params) {
  const json* cursor = in.find("cursor");
  if (cursor == nullptr) return;
  for (const char* other : {"offset", "page", "hitsPerPage"})
    if (in.find(other) != nullptr && (other != std::string_view("offset") || params.query.offset != 0))
      in.fail(Code::kInvalidSearchCursor, fmt::format("`cursor` and `{}` exclude each other.", other));
  if (params.query.limit == 0) in.fail(Code::kInvalidSearchCursor, "With a `cursor`, `limit` is at least 1.");
  params.cursor_bond = cursor_bond(list_asked(in, params));
  params.query.walks = true;
  try {
    if (const auto& text = cursor->get_ref<const std::string&>(); !text.empty())
      params.query.after = decode_cursor(text, params.cursor_bond);
  } catch (const ApiError& error) {
    in.fail(error.code(), error.what());
  }
}

void read_crop(const ObjectReader& in, SearchParams& params) {
  const std::size_t length = in.count("cropLength", 10);
  for (const std::string& entry : in.list("attributesToCrop", {})) {
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

void read_passages(const ObjectReader& in, SearchParams& params) {
  params.passages = in.count("showPassages", 0);
  if (params.passages > kMaxPassages)
    in.fail(Code::kInvalidSearchShowPassages,
            fmt::format("`showPassages` is {}, a hit shows at most {}.", params.passages, kMaxPassages));
  params.query.weigh_terms = params.passages > 0 || !params.crop.empty();
}

void read_filter_field(const ObjectReader& in, SearchParams& params) {
  const json* value = in.find("filter");
  if (value == nullptr) return;
  try {
    params.query.filter = read_filter(*value);
  } catch (const ApiError& error) {
    in.fail(error.code(), error.what());
  }
}

void read_sort(const ObjectReader& in, SearchParams& params) {
  for (const std::string& entry : in.list("sort", {})) {
    const std::size_t colon = entry.rfind(':');
    const std::string order = colon == std::string::npos ? "" : entry.substr(colon + 1);
    if (order != "asc" && order != "desc")
      in.fail(Code::kInvalidSearchSort,
              fmt::format("Invalid syntax for the sort parameter: expected expression ending "
                          "by `:asc` or `:desc`, found `{}`.",
                          excerpt(entry)));
    const auto attribute = parse_attribute(std::string_view(entry).substr(0, colon));
    if (!attribute)
      in.fail(Code::kInvalidSearchSort,
              fmt::format("Attribute `{}` is not sortable. Available sortable attributes are: `{}`.",
                          excerpt(entry.substr(0, colon)), attribute_names(", ")));
    params.query.sort.push_back({*attribute, order == "desc"});
  }
}

void read_facets(const ObjectReader& in, SearchParams& params) {
  params.wants_facets = in.find("facets") != nullptr;
  std::array<bool, kAttributeCount> wanted{};
  for (const std::string& name : in.list("facets", {})) {
    if (name == "*") {
      wanted.fill(true);
    } else if (const auto attribute = parse_attribute(name)) {
      wanted[static_cast<std::size_t>(*attribute)] = true;
    } else {
      in.fail(
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
void read_counts(const ObjectReader& in, SearchParams& params) {
  SearchQuery& query = params.query;
  try {
    query.disjunctive = read_disjunctive(in.list("disjunctiveFacets", {}), query.filter);
    if (in.find("facetRanges") != nullptr) query.ranges = read_facet_ranges(*in.find("facetRanges"));
    if (in.find("histogram") != nullptr) query.histogram = read_histogram(*in.find("histogram"));
  } catch (const ApiError& error) {
    in.fail(error.code(), error.what());
  }
  params.todays_places = in.flag("todaysPlaces");
  if (params.todays_places) use_todays_places(query);
}

void read_fields(const ObjectReader& in, SearchParams& params) {
  if (in.find("attributesToSearchOn") == nullptr) return;
  SearchFields& fields = params.query.fields;
  fields = {.title = false, .symbol = false, .body = false};
  for (const std::string& name : in.list("attributesToSearchOn", {})) {
    if (name == "*")
      fields = {};
    else if (name == "title")
      fields.title = true;
    else if (name == "symbol")
      fields.symbol = true;
    else if (name == "body")
      fields.body = true;
    else
      in.fail(Code::kInvalidSearchAttributesToSearchOn,
              fmt::format("Attribute `{}` is not searchable. Available searchable attributes are: `body, "
                          "symbol, title`.",
                          excerpt(name)));
  }
}

SearchParams read(const ObjectReader& in) {
  SearchParams params;
  read_q(in, params);
  read_paging(in, params);
  params.retrieve = in.list("attributesToRetrieve", {"*"});
  // No field of the record, so not among "*": it is looked up for whoever asks for it.
  params.query.status =
      std::find(params.retrieve.begin(), params.retrieve.end(), "status") != params.retrieve.end();
  params.highlight = in.list("attributesToHighlight", {});
  read_crop(in, params);
  params.pre_tag = in.text("highlightPreTag", params.pre_tag);
  params.post_tag = in.text("highlightPostTag", params.post_tag);
  params.crop_marker = in.text("cropMarker", params.crop_marker);
  params.show_matches_position = in.flag("showMatchesPosition");
  params.show_ranking_score = in.flag("showRankingScore");
  read_passages(in, params);
  read_filter_field(in, params);
  read_sort(in, params);
  read_facets(in, params);
  read_counts(in, params);
  read_fields(in, params);
  read_cursor(in, params);
  return params;
}

}  // namespace

SearchParams read_search_params(const json& object) {
  return read(ObjectReader(object, search_fields(), ""));
}

SearchParams read_multi_search_params(const json& object, const std::string& location, std::string& uid) {
  if (!object.is_object())
    throw ApiError(Code::kBadRequest,
                   fmt::format("Invalid value type at `{}`: expected an object, but found {}: `{}`", location,
                               kind_of(object), excerpt(object)));
  const ObjectReader reader(object, multi_search_fields(), location);
  if (!object.contains("indexUid"))
    throw ApiError(Code::kMissingIndexUid, fmt::format("Missing field `indexUid` inside `{}`", location));
  uid = reader.text("indexUid", "");
  return read(reader);
}

SearchParams read_facet_search_params(const json& object) {
  // Only what decides which documents are counted: a client's paging or cropping has no meaning here.
  json search = json::object();
  for (const char* name :
       {"q", "filter", "literal", "todaysPlaces", "matchingStrategy", "attributesToSearchOn", "locales",
        "rankingScoreThreshold", "hybrid", "vector", "media", "useNetwork"})
    if (object.contains(name)) search[name] = object[name];
  return read_search_params(search);
}

}  // namespace vankien::api
