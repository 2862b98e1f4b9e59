#include "searchd/search/searcher.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/schema/path_term.h"
#include "analyzers/schema/record.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/archive/order.h"
#include "searchd/search/archive/readable.h"
#include "searchd/search/archive/snapshot.h"
#include "searchd/search/archive/standing.h"
#include "searchd/search/count/date_histogram.h"
#include "searchd/search/count/facets.h"
#include "searchd/search/match/query_matches.h"
#include "searchd/search/match/ranked_documents.h"
#include "searchd/search/match/ranked_walk.h"
#include "searchd/search/match/ranking_explainer.h"
#include "searchd/search/match/sorted_page.h"
#include "searchd/search/query/ranking.h"
#include "searchd/search/spelling/correction.h"
#include "searchd/search/spelling/restoration.h"

namespace vankien {
namespace {

Hit hit_at(const View& view, const Place& place, const SearchQuery& query, double score) {
  Hit hit{stored_at(view, place), score};
  if (query.status) hit.status = status_at(view, place);
  return hit;
}

void add_hits_by_order(SearchResult& result, const View& view, const Matches& matches,
                       const SearchQuery& query) {
  std::vector<Place> places;
  if (query.walks) {
    places =
        sorted_page(view, matches, query.sort, 0, query.limit + 1, query.after ? &*query.after : nullptr);
    if (places.size() > query.limit) {
      places.pop_back();
      if (!places.empty()) result.next = Order(view, query.sort).position_of(places.back());
    }
  } else {
    places = sorted_page(view, matches, query.sort, query.offset, query.limit);
  }
  for (const Place& place : places) result.hits.push_back(hit_at(view, place, query, 1.0));
}

void add_hits_by_relevance(SearchResult& result, const View& view, Evaluation& evaluation,
                           const QueryMatches& all, const SearchQuery& query, const BuiltQuery& built) {
  const std::uint64_t total = all.matches.total();
  if (total == 0 || query.limit == 0) return;
  RankedDocuments ranked(view, evaluation, all.ranked, all.matches);
  const std::uint64_t offset = query.after ? rank_behind(ranked, view, *query.after) : query.offset;
  if (offset >= total) return;
  const auto hits = ranked.page(offset, query.limit);
  const double best = ranked.best();
  for (const RankedDocument& one : hits)
    result.hits.push_back(hit_at(view, one.place, query, best > 0 ? one.weight / best : 1.0));
  if (query.details) {
    const auto details = explain_ranking(view, built, evaluation, hits);
    for (std::size_t i = 0; i < details.size(); ++i) result.hits[i].details = details[i];
  }
  if (query.walks && !hits.empty() && offset + hits.size() < total)
    result.next = ranked_position(view, hits.back(), offset + hits.size());
}

constexpr std::size_t kSymbolWords =
    4;  // nq 05 tu 2022; more words have names in them: nghi quyet 05 cua tinh uy

// Of the plain words only: what is quoted or excluded stays as it was typed.
std::string suggest(const View& view, const std::string& text, const ParsedQuery& parsed) {
  const Tokens& words = parsed.words.words;
  Restoration restored = restore_marks(view, words);
  const auto keep = [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) restored.words[i] = words[i].text;
  };
  // `nq 05 tu` is a symbol: its tu is no từ.
  for (const auto& citation : parsed.words.citations)
    if (citation.symbol.number != 0 && citation.last - citation.first <= kSymbolWords)
      keep(citation.first, citation.last);
  for (const auto& reading : parsed.words.numbers)
    if (reading.last - reading.first <= kSymbolWords) keep(reading.first, reading.last);
  restored.changed =
      !std::equal(words.begin(), words.end(), restored.words.begin(), restored.words.end(),
                  [](const Token& word, const std::string& form) { return word.text == form; });
  return restored.changed ? show_restored(text, words, restored) : std::string();
}

// How rare each word is among the documents of the view, and of no others.
void weigh(const View& view, QueryTerms& terms) {
  const double all = view.database.get_doccount();
  const auto put = [&](const std::string& word) {
    if (terms.weights.contains(word)) return;
    terms.weights[word] = std::log(1 + all / (1.0 + view.database.get_termfreq(make_term("", word))));
  };
  for (const auto& word : terms.words) put(word);
  for (const auto& phrase : terms.phrases)
    for (const auto& forms : phrase)
      for (const auto& form : forms) put(form);
}

bool is_relaxed(const SearchResult& result) {
  return std::any_of(result.understood.begin(), result.understood.end(),
                     [](const Understanding& one) { return one.how == Understanding::How::kRelaxed; });
}

SearchResult search_view(const View& view, const SearchQuery& query);

// A query that finds nothing as a whole, or has a word that is nowhere in the archive, may be misspelt. Its correction is
// shown only if it is found as a whole.
std::optional<DidYouMean> did_you_mean(const View& view, const SearchQuery& query, const std::string& text,
                                       const ParsedQuery& parsed, const SearchResult& result) {
  const bool found = result.total > 0 && !is_relaxed(result);
  const bool all_held =
      std::all_of(parsed.words.words.begin(), parsed.words.words.end(),
                  [&](const Token& word) { return view.database.term_exists(make_term("", word.text)); });
  if (found && all_held) return std::nullopt;
  SearchQuery other;
  other.q = correct(view, text, parsed);
  if (other.q.empty()) return std::nullopt;
  other.filter = query.filter;
  other.fields = query.fields;
  other.limit = 0;
  other.all_words = true;
  const std::uint64_t total = search_view(view, other).total;
  const std::uint64_t own = found ? result.total : 0;
  if (total == 0 || total < kClearlyMore * own) return std::nullopt;
  return DidYouMean{std::move(other.q), total};
}

SearchResult search_view(const View& view, const SearchQuery& query) {
  ReadQuery read = read_query(view, query);
  Evaluation evaluation(view);
  const QueryMatches found = find_matches(view, evaluation, query, read);
  auto& [typed, parsed, built] = read;
  SearchResult result;
  result.total = found.matches.total();
  OrdinalCounts counts(view, found.matches);
  result.facets = count_facets(view, counts, query.facets);
  result.ranges = count_ranges(view, counts, query.ranges);
  if (query.histogram) result.histogram = count_by_date(view, counts, *query.histogram);
  if (query.sort.empty() && !parsed.only_filters())
    add_hits_by_relevance(result, view, evaluation, found, query, built);
  else
    add_hits_by_order(result, view, found.matches, query);  // of all documents, the newest first
  if (query.suggest && !query.literal) result.suggestion = suggest(view, typed.text, parsed);
  result.terms = std::move(built.terms);
  if (query.weigh_terms) weigh(view, result.terms);
  result.understood = std::move(typed.understood);
  result.understood.insert(result.understood.end(), built.understood.begin(), built.understood.end());
  if (query.correct && !query.all_words && !query.literal)
    result.did_you_mean = did_you_mean(view, query, typed.text, parsed, result);
  return result;
}

}  // namespace

SearchResult search(const Snapshot& snapshot, Clearance clearance, const SearchQuery& query) {
  return readable([&] { return search_view(*snapshot.view(clearance), query); });
}

std::vector<FacetValue> search_facet_values(const Snapshot& snapshot, Clearance clearance,
                                            const SearchQuery& query, Attribute facet,
                                            const std::string& facet_query) {
  SearchQuery counting = query;
  counting.facets = {facet};
  counting.limit = 0;
  auto counts = search(snapshot, clearance, counting).facets;
  const Tokens words = analyze_words(facet_query);
  std::vector<FacetValue> found;
  for (auto& value : counts.at(facet).values) {
    const std::string folded = fold_value(value.value);
    const std::string bare = bare_form(folded);
    const bool has_all = std::all_of(words.begin(), words.end(), [&](const Token& word) {
      return (has_marks(word.text) ? folded : bare).find(word.text) != std::string::npos;
    });
    if (has_all) found.push_back(std::move(value));
  }
  return found;
}

QueryTerms find_terms(const Snapshot& snapshot, Clearance clearance, const SearchQuery& query) {
  return readable([&] {
    const auto view = snapshot.view(clearance);
    return std::move(read_query(*view, query).built.terms);
  });
}

std::optional<StoredDocument> find_stored(const Snapshot& snapshot, Clearance clearance,
                                          const std::string& id) {
  return readable([&]() -> std::optional<StoredDocument> {
    const auto view = snapshot.view(clearance);
    const auto place = find_place(*view, id);
    if (!place) return std::nullopt;
    const Xapian::Document document = view->shards[place->shard].get_document(place->id);
    std::string stored = document.get_data();
    std::string source = document.get_value(static_cast<Xapian::valueno>(Slot::kSource));
    if (source.empty()) source = nlohmann::json::parse(stored_fields(stored)).value("path", std::string());
    return StoredDocument{std::move(stored), path_term(source)};
  });
}

std::optional<std::string> find_document(const Snapshot& snapshot, Clearance clearance,
                                         const std::string& id) {
  return readable([&]() -> std::optional<std::string> {
    const auto view = snapshot.view(clearance);
    const auto place = find_place(*view, id);
    return place ? std::optional(stored_at(*view, *place)) : std::nullopt;
  });
}

ArchiveStatistics statistics(const Snapshot& snapshot, Clearance clearance) {
  ArchiveStatistics sum;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(clearance); ++i) {
    const GradeManifest& grade = snapshot.manifest().grades[i];
    sum.documents += grade.documents;
    sum.bytes += grade.bytes;
    sum.updated = std::max(sum.updated, grade.updated);
    for (const auto& [field, count] : grade.fields) sum.field_distribution[field] += count;
  }
  return sum;
}

}  // namespace vankien
