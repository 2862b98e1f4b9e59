#include "searchd/search/similar.h"

#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/schema/bigram_term.h"
#include "analyzers/schema/record.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/archive/order.h"
#include "searchd/search/archive/place.h"
#include "searchd/search/archive/readable.h"
#include "searchd/search/match/ranked_documents.h"
#include "searchd/search/query/query_parts.h"

namespace vankien {
namespace {

/// Terms of a document whose frequency in the archive is looked up: those of its title and the most frequent of its text.
/// A look-up takes 2 to 3 µs, and a law has 20,000 terms.
constexpr std::size_t kMostWeighed = 400;
/// Terms of the query. More find the same documents, and each costs its posting list.
constexpr std::size_t kMostTelling = 24;
/// What more documents have tells little and has a long posting list. At least so many, for small archives.
constexpr double kMostShare = 0.05;
constexpr Xapian::doccount kFewDocuments = 50;
/// A pair of the title says more of the subject than one of the text.
constexpr double kTitlePair = 3;

struct Term {
  std::string text;  ///< both words
  std::string term;
  double within = 0;  ///< occurrences in the document, more for those of its title
  double weight = 0;
};

bool has_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

// Its bigrams as the index has them, and how often each.
std::map<std::string, double> bigrams_of(std::string_view text) {
  std::map<std::string, double> bigrams;
  std::string left;
  bool is_joined = false;
  analyze(text, [&](const TokenView& token) {
    if (token.kind == TokenKind::kBigram) is_joined = true;
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber) return;
    if (std::exchange(is_joined, false)) ++bigrams[bigram_term(left, token.text)];
    left = token.text;
  });
  return bigrams;
}

// Pairs of words: "nhân lực" tells what a text is about, "nhân" does not. The index lists documents by their terms and not
// terms by their documents, so they are read from the text: 0.1 ms of 2 KB.
std::vector<Term> pairs_of(const View& view, const Place& place) {
  const std::string stored = stored_at(view, place);
  const DocumentName name = read_named_document(stored).name;
  const std::map<std::string, double> of_title = bigrams_of(name.title);
  std::map<std::string, double> bigrams = of_title;
  for (const std::string& text : {name.symbol, stored_body(stored)})
    for (const auto& [bigram, times] : bigrams_of(text)) bigrams[bigram] += times;
  std::vector<Term> terms;
  for (const auto& [bigram, times] : bigrams) {
    const auto words = read_bigram(bigram);
    if (!words) continue;
    const std::string text = std::string(words->left) + " " + std::string(words->right);
    if (has_digit(text)) continue;
    terms.push_back({text, bigram, times + (of_title.contains(bigram) ? kMostWeighed + kTitlePair : 0), 0});
  }
  std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.text < b.text; });
  std::stable_sort(terms.begin(), terms.end(),
                   [](const Term& a, const Term& b) { return a.within > b.within; });
  if (terms.size() > kMostWeighed) terms.resize(kMostWeighed);
  for (Term& term : terms)
    if (term.within > kMostWeighed) term.within -= kMostWeighed;
  return terms;
}

std::vector<Term> telling_terms(const View& view, const Place& place) {
  const Xapian::Database& database = view.database;
  const double all = database.get_doccount();
  const auto most = std::max(kFewDocuments, static_cast<Xapian::doccount>(kMostShare * all));
  std::vector<Term> terms = pairs_of(view, place);
  std::erase_if(terms, [&](Term& term) {
    const Xapian::doccount documents = database.get_termfreq(term.term);
    if (documents < 2 || documents > most) return true;
    term.weight = (1 + std::log(term.within)) * std::log(1 + all / documents);
    return false;
  });
  std::stable_sort(terms.begin(), terms.end(),
                   [](const Term& a, const Term& b) { return a.weight > b.weight; });
  if (terms.size() > kMostTelling) terms.resize(kMostTelling);
  return terms;
}

std::vector<SimilarDocument> similar_to(const View& view, const Place& own, std::size_t limit) {
  const std::vector<Term> terms = telling_terms(view, own);
  if (terms.empty() || limit == 0) return {};
  // The weights of the terms that a document shares add up: long documents would win by BM25's own frequencies.
  Queries weighted;
  double whole = 0;
  for (const Term& term : terms) {
    weighted.push_back(scaled(Query(term.term), term.weight));
    whole += term.weight;
  }
  const Query query = any_of(weighted);
  Evaluation evaluation(view);
  const Matches matches = match_documents(view, evaluation, query, SplitFilter(Filter(), {}));
  RankedDocuments ranked(view, evaluation, query, matches, Evaluation::Scheme::kOne);
  std::vector<SimilarDocument> out;
  for (const RankedDocument& one : ranked.page(0, limit + 1))
    if (one.place != own && out.size() < limit)
      out.push_back({named_document_at(view, one.place).name, one.weight / whole});
  return out;
}

bool is_number(const std::string& word) {
  return word.find_first_not_of("0123456789") == std::string::npos ||
         word.find_first_not_of("ivxl") == std::string::npos;
}

/// The words of a title that stay when it comes again.
using Shape = std::vector<std::string>;

Shape shape_of(const Titles& titles, std::size_t place) {
  Shape shape;
  const std::vector<std::uint32_t> places = titles.places();
  for (const auto word : titles.words_of(place))
    if (const std::string& text = titles.words()[places[word]].word; !is_number(text)) shape.push_back(text);
  return shape;
}

// Documents of one database whose titles have these words and no others, but for numbers.
void find_shape(const View& view, std::size_t shard, const Shape& shape, const std::string& type,
                std::vector<Place>& found) {
  const Titles& titles = *view.titles[shard];
  std::vector<bool> wanted(titles.end_of_numbers()), number(titles.end_of_numbers());
  std::size_t held = 0;
  for (const TitleWord& word : titles.words()) {
    number[word.number] = is_number(word.word);
    wanted[word.number] = std::binary_search(shape.begin(), shape.end(), word.word);
    if (wanted[word.number]) ++held;
  }
  if (held < shape.size()) return;
  const Column& types = (*view.columns[shard])[Attribute::kType];
  for (std::size_t i = 0; i < titles.documents().size(); ++i) {
    std::size_t same = 0;
    bool other = false;
    for (const auto word : titles.words_of(i)) {
      if (wanted[word])
        ++same;
      else if (!number[word]) {
        other = true;
        break;
      }
    }
    if (other || same != shape.size()) continue;
    const Xapian::docid id = titles.documents()[i];
    if (types.folded[types.ordinals[id]] == type) found.push_back({shard, id});
  }
}

Series series_of(const View& view, const Place& own, std::size_t limit) {
  const Titles& titles = *view.titles[own.shard];
  const auto place = std::find(titles.documents().begin(), titles.documents().end(), own.id);
  Shape shape = shape_of(titles, static_cast<std::size_t>(place - titles.documents().begin()));
  if (shape.empty()) return {};
  std::sort(shape.begin(), shape.end());
  const Column& types = (*view.columns[own.shard])[Attribute::kType];
  std::vector<Place> found;
  for (std::size_t i = 0; i < view.shards.size(); ++i)
    find_shape(view, i, shape, types.folded[types.ordinals[own.id]], found);
  std::erase(found, own);
  sort_newest_first(view, found);
  Series series;
  series.total = found.size();
  if (found.size() > limit) found.resize(limit);
  for (const Place& one : found) series.documents.push_back(named_document_at(view, one).name);
  return series;
}

template <typename Function>
auto with_document(const Snapshot& snapshot, Clearance clearance, const std::string& id, Function function) {
  return readable([&]() -> std::optional<decltype(function(std::declval<const View&>(), Place{}))> {
    const auto view = snapshot.view(clearance);
    const auto place = find_place(*view, id);
    if (!place) return std::nullopt;
    return function(*view, *place);
  });
}

}  // namespace

std::optional<std::vector<SimilarDocument>> find_similar(const Snapshot& snapshot, Clearance clearance,
                                                         const std::string& id, std::size_t limit) {
  return with_document(snapshot, clearance, id,
                       [&](const View& view, const Place& place) { return similar_to(view, place, limit); });
}

std::optional<Series> find_series(const Snapshot& snapshot, Clearance clearance, const std::string& id,
                                  std::size_t limit) {
  return with_document(snapshot, clearance, id,
                       [&](const View& view, const Place& place) { return series_of(view, place, limit); });
}

}  // namespace vankien
