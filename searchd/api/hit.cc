#include "searchd/api/hit.h"

#include <algorithm>

#include "analyzers/schema/record.h"
#include "searchd/api/document_name_json.h"
#include "searchd/search/passages/passages.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

/// Whether `path` (extra.sender) lies at or below `name` (extra), the rule by which a field is named.
bool lies_below(std::string_view path, std::string_view name) {
  return name == "*" || path == name ||
         (path.size() > name.size() && path.starts_with(name) && path[name.size()] == '.');
}

bool names_path(const std::vector<std::string>& names, std::string_view path) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return lies_below(path, name); });
}

/// Whether something below `path` is named: "extra.sender" names a part of "extra".
bool names_below(const std::vector<std::string>& names, std::string_view path) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return lies_below(name, path); });
}

std::string join_path(const std::string& parent, const std::string& key) {
  return parent.empty() ? key : parent + "." + key;
}

Json select(const Json& object, const std::vector<std::string>& names, const std::string& parent) {
  Json selected = Json::object();
  for (const auto& [key, value] : object.items()) {
    const std::string path = join_path(parent, key);
    if (names_path(names, path)) {
      selected[key] = value;
    } else if (value.is_object() && names_below(names, path)) {
      if (Json part = select(value, names, path); !part.empty()) selected[key] = std::move(part);
    }
  }
  return selected;
}

/// Formats the leaves of a document: marks and crops texts, and notes where the matches were.
class Formatter {
 public:
  Formatter(const Matcher& matcher, const SearchParams& params) : matcher_(matcher), params_(params) {}

  bool wanted() const { return !params_.highlight.empty() || !params_.crop.empty(); }

  void format(Json& value, const std::string& path) {
    if (value.is_object()) {
      for (auto& [key, child] : value.items()) format(child, join_path(path, key));
    } else if (value.is_array()) {
      for (std::size_t i = 0; i < value.size(); ++i) {
        indices_.push_back(i);
        format(value[i], path);
        indices_.pop_back();
      }
    } else if (value.is_string()) {
      value = format_text(value.get_ref<const std::string&>(), path);
    } else if (value.is_number()) {
      value = format_text(value.dump(), path);  // the dialect formats numbers as text
    }
  }

  const Json& positions() const { return positions_; }

 private:
  std::string format_text(const std::string& text, const std::string& path) {
    const bool marked = names_path(params_.highlight, path);
    const std::size_t words = crop_words(path);
    if (!marked && words == 0 && !params_.show_matches_position) return text;
    const TextMatches found = matcher_.match(text);
    if (params_.show_matches_position) note(found.matches, path);
    const Crop crop =
        words == 0 ? Crop{{0, static_cast<std::uint32_t>(text.size())}} : crop_around(text, found, words);
    std::string formatted = crop.cut_front ? params_.crop_marker : "";
    append(formatted, text, crop.window, marked ? found.matches : std::vector<Match>{});
    if (crop.cut_back) formatted += params_.crop_marker;
    return formatted;
  }

  /// The window's text with the matches in it between the tags; a match across the border is marked up to it.
  void append(std::string& out, const std::string& text, Span window,
              const std::vector<Match>& matches) const {
    std::size_t at = window.begin;
    for (const Match& match : matches) {
      const std::size_t begin = std::max<std::size_t>(match.span.begin, window.begin);
      const std::size_t end = std::min<std::size_t>(match.span.end, window.end);
      if (begin >= end) continue;
      out.append(text, at, begin - at)
          .append(params_.pre_tag)
          .append(text, begin, end - begin)
          .append(params_.post_tag);
      at = end;
    }
    out.append(text, at, window.end - at);
  }

  std::size_t crop_words(const std::string& path) const {
    std::size_t words = 0;
    for (const CropField& field : params_.crop)
      if (lies_below(path, field.name)) words = field.words;
    return words;
  }

  void note(const std::vector<Match>& matches, const std::string& path) {
    for (const Match& match : matches) {
      Json position = {{"start", match.span.begin}, {"length", match.span.end - match.span.begin}};
      if (!indices_.empty()) position["indices"] = indices_;
      positions_[path].push_back(std::move(position));
    }
  }

  const Matcher& matcher_;
  const SearchParams& params_;
  std::vector<std::size_t> indices_;  ///< of the arrays around the leaf
  Json positions_ = Json::object();
};

/// What is shown and what is formatted; a field may be cropped or marked without being shown as a whole.
std::vector<std::string> formatted_names(const SearchParams& params) {
  std::vector<std::string> names = params.retrieve;
  // "*" means all that is retrieved, not all there is: else a marked title would drag every body along.
  for (const std::string& name : params.highlight)
    if (name != "*") names.push_back(name);
  for (const CropField& field : params.crop)
    if (field.name != "*") names.push_back(field.name);
  return names;
}

// The best places of the body, the best first.
Json render_passages(const std::string& stored, const Matcher& matcher, std::size_t count) {
  const std::string body = stored_body(stored);
  const TextMatches found = matcher.match(body);
  Json list = Json::array();
  for (const Passage& passage : best_passages(body, found, kPassageWords, count)) {
    const Span window = passage.crop.window;
    list.push_back({{"page", passage.page},
                    {"text", body.substr(window.begin, window.end - window.begin)},
                    {"matches", render_matches(found, window)},
                    {"before", passage.crop.cut_front},
                    {"after", passage.crop.cut_back}});
  }
  return list;
}

// In the shape of the dialect, whose clients read `order` and `score`; `weight` is ours.
Json render_details(const RankingDetails& details) {
  Json shown = Json::object();
  std::size_t order = 0;
  for (std::size_t i = 0; i < details.parts.size(); ++i) {
    if (!details.parts[i]) continue;
    const auto part = static_cast<RankingPart>(i);
    Json& one = shown[std::string(name_of(part))] = {{"order", order++}};
    if (part == RankingPart::kWords) {
      one["matchingWords"] = details.words_held;
      one["maxMatchingWords"] = details.words;
    }
    one["score"] = details.parts[i]->score;
    one["weight"] = details.parts[i]->weight;
  }
  return shown;
}

}  // namespace

Json select_fields(const std::string& stored, const std::vector<std::string>& names) {
  const bool all = names_path(names, "*");
  Json fields = Json::parse(stored_fields(stored));
  if (!all) fields = select(fields, names, "");
  if (all || names_path(names, "body")) fields["body"] = stored_body(stored);
  return fields;
}

Json render_matches(const TextMatches& found, Span window) {
  Json list = Json::array();
  for (const Match& match : found.matches) {
    if (match.span.begin < window.begin || match.span.end > window.end) continue;
    list.push_back(
        {{"start", match.span.begin - window.begin}, {"length", match.span.end - match.span.begin}});
  }
  return list;
}

Json render_hit(const Hit& hit, const Matcher& matcher, const SearchParams& params) {
  Formatter formatter(matcher, params);
  Json shown = select_fields(hit.stored, params.retrieve);
  if (hit.status) shown["status"] = to_json(*hit.status);
  if (formatter.wanted() || params.show_matches_position) {
    Json formatted = select_fields(hit.stored, formatted_names(params));
    formatter.format(formatted, "");
    if (formatter.wanted()) shown["_formatted"] = std::move(formatted);
    if (params.show_matches_position) shown["_matchesPosition"] = formatter.positions();
  }
  if (params.passages > 0) shown["_passages"] = render_passages(hit.stored, matcher, params.passages);
  if (params.show_ranking_score) shown["_rankingScore"] = hit.score;
  if (hit.details) shown["_rankingScoreDetails"] = render_details(*hit.details);
  return shown;
}

}  // namespace vankien::api
