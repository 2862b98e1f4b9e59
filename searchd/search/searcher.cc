#include "searchd/search/searcher.h"

#include <algorithm>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/correction.h"
#include "searchd/search/facets.h"
#include "searchd/search/keystroke_reading.h"
#include "searchd/search/matched_source.h"
#include "searchd/search/matches.h"
#include "searchd/search/order.h"
#include "searchd/search/query_builder.h"
#include "searchd/search/query_parser.h"
#include "searchd/search/ranking.h"
#include "searchd/search/restoration.h"
#include "searchd/search/snapshot.h"

namespace vankien {
namespace {

std::vector<Hit> hits_by_order(const View& view, const Matches& matches, const SearchQuery& query,
                               std::vector<SortKey> keys) {
  if (keys.empty()) keys = {{Attribute::kDate, true}};  // all documents: the newest first
  std::vector<Hit> hits;
  for (const Place& place : sorted_page(view, matches, keys, query.offset, query.limit))
    hits.push_back({view.shards[place.shard].get_document(place.id).get_data(), 1.0});
  return hits;
}

// What of the archive a query found.
struct Found {
  Matches matches;
  Xapian::Query ranked;
  bool narrowed = false;  ///< `ranked` alone would find more than `matches`
};

std::vector<Hit> hits_by_relevance(const View& view, const Found& all, const SearchQuery& query) {
  if (all.matches.total() <= query.offset || query.limit == 0) return {};
  Xapian::Query ranked = all.ranked;
  if (all.narrowed)
    ranked = Xapian::Query(Xapian::Query::OP_FILTER, ranked,
                           Xapian::Query((new MatchedSource(view, all.matches))->release()));
  Xapian::Enquire enquire(view.database);
  enquire.set_query(ranked);
  const auto found = enquire.get_mset(static_cast<Xapian::doccount>(query.offset),
                                      static_cast<Xapian::doccount>(query.limit));
  std::vector<Hit> hits;
  for (auto item = found.begin(); item != found.end(); ++item)
    hits.push_back({item.get_document().get_data(), found.convert_to_percent(item) / 100.0});
  return hits;
}

// Xapian's exceptions are no std::exception; beyond this folder nobody knows them.
template <typename Function>
auto readable(Function function) {
  try {
    return function();
  } catch (const Xapian::Error& error) {
    throw IndexUnreadable(error.get_description());
  }
}

// All the words if any document has them, whatever the filter: ticking a facet must not change what the query
// means. Else, and for whole questions, as many of them as documents have.
Found find(const View& view, const SearchQuery& query, const ParsedQuery& parsed, BuiltQuery& built) {
  const bool may_relax = !query.all_words && built.relaxed.weight > 0;
  if (!may_relax || parsed.words.words.size() < kQuestionWords) {
    Found found{match_documents(view, built.matching, query.filter), built.ranked, query.filter.narrows()};
    if (!may_relax || found.matches.total() > 0 || matches_any(view, built.matching)) return found;
  }
  Found found{match_most(view, built.relaxed.matching, kRelaxedShare, built.relaxed.weight, query.filter),
              built.relaxed.ranked, true};
  if (found.matches.total() > 0) built.understood.push_back({Understanding::How::kRelaxed, query.q, {}});
  return found;
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
  KeystrokeReading typed = read_keystrokes(query.q, view.database);
  const ParsedQuery parsed = parse_query(typed.text);
  BuiltQuery built = build_query(parsed, view, query.fields);
  const Found found = find(view, query, parsed, built);
  SearchResult result;
  result.total = found.matches.total();
  result.facets = count_facets(view, found.matches, query.facets);
  result.hits = query.sort.empty() && !parsed.empty() ? hits_by_relevance(view, found, query)
                                                      : hits_by_order(view, found.matches, query, query.sort);
  if (query.suggest) result.suggestion = suggest(view, typed.text, parsed);
  result.terms = std::move(built.terms);
  result.understood = std::move(typed.understood);
  result.understood.insert(result.understood.end(), built.understood.begin(), built.understood.end());
  if (!query.all_words) result.did_you_mean = did_you_mean(view, query, typed.text, parsed, result);
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

std::optional<std::string> find_document(const Snapshot& snapshot, Clearance clearance,
                                         const std::string& id) {
  if (id.empty() || id.size() > kMostIdBytes) return std::nullopt;
  return readable([&]() -> std::optional<std::string> {
    const auto view = snapshot.view(clearance);
    const std::string term = make_term(prefix::kId, id);
    // An id may stand once a grade (HandedOverDocuments tells why); who may see several is shown the most secret one.
    // Xapian numbers the documents of databases opened together in turn, and these are in the order of their grades.
    std::optional<Xapian::docid> chosen;
    const auto shard = [&](Xapian::docid number) { return (number - 1) % view->shards.size(); };
    for (auto place = view->database.postlist_begin(term); place != view->database.postlist_end(term);
         ++place)
      if (!chosen || shard(*place) > shard(*chosen)) chosen = *place;
    if (!chosen) return std::nullopt;
    return view->database.get_document(*chosen).get_data();
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
