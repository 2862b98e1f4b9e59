#include <algorithm>
#include <cmath>

#include "analyzers/abbreviations.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/archive_abbreviations.h"
#include "searchd/search/ranking.h"
#include "searchd/search/span_queries.h"

namespace vankien {
namespace {

using Xapian::Query;
using Words = std::vector<std::string>;

std::string joined(const Words& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

class Finder {
 public:
  Finder(const ParsedQuery& parsed, const View& view, const SearchFields& fields)
      : parsed_(parsed),
        database_(view.database),
        prefix_(fields.title && !fields.body ? std::string(prefix::kTitle) : std::string()) {}

  void add(std::size_t first, std::size_t last, const Words& words) {
    std::vector<std::string> terms;
    if (words.size() == 1) terms.push_back(make_term(prefix_, words.front()));
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
      terms.push_back(make_term(prefix_, words[i] + " " + words[i + 1]));
    Xapian::doccount documents = database_.get_doccount();
    for (const auto& term : terms) documents = std::min(documents, database_.get_termfreq(term));
    if (documents == 0) return;
    const Understanding understood{Understanding::How::kAbbreviation, typed(first, last), {joined(words)}};
    if (std::find(found_.understood.begin(), found_.understood.end(), understood) != found_.understood.end())
      return;  // the table and the documents agree
    found_.understood.push_back(understood);
    // Its pairs of neighbours are nearly as good as the phrase, and much cheaper. Together they weigh as one word.
    const double factor = kAbbreviated / static_cast<double>(terms.size());
    const Query phrase(Query::OP_AND, terms.begin(), terms.end());
    const double rarity = std::log(1 + static_cast<double>(database_.get_doccount()) / documents);
    found_.spans.push_back({first, last, Query(Query::OP_SCALE_WEIGHT, phrase, factor), rarity});
    std::vector<std::unordered_set<std::string>> marked;
    for (const auto& word : words) marked.push_back({word});
    found_.terms.phrases.push_back(std::move(marked));
  }

  SpanQueries take() { return std::move(found_); }

 private:
  std::string typed(std::size_t first, std::size_t last) const {
    const Tokens& words = parsed_.words.words;
    return parsed_.text.substr(words[first].begin, words[last - 1].end - words[first].begin);
  }

  const ParsedQuery& parsed_;
  const Xapian::Database& database_;
  const std::string prefix_;
  SpanQueries found_;
};

}  // namespace

SpanQueries abbreviations(const ParsedQuery& parsed, const View& view, const SearchFields& fields) {
  Finder finder(parsed, view, fields);
  if (!fields.title && !fields.body) return finder.take();
  for (const auto& match : parsed.words.abbreviations) {
    if (match.doubtful) continue;
    for (const auto& alternative : match.alternatives)
      if (!alternative.weak) finder.add(match.first, match.last, alternative.words);
  }
  for (const auto& match : find_archive_abbreviations(view, parsed.words.words))
    for (const auto& alternative : match.alternatives) finder.add(match.first, match.last, alternative.words);
  return finder.take();
}

}  // namespace vankien
