#include <algorithm>
#include <cmath>

#include "analyzers/abbreviations.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/archive/archive_abbreviations.h"
#include "searchd/search/query/ranking.h"
#include "searchd/search/query/span_queries.h"

namespace vankien {
namespace {

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

  // Words in order: expansions are written with commas and dashes as well (cán bộ, đảng viên; kinh tế - xã hội),
  // over which no bigram reads. Titles have no row of words of their own.
  void add(std::size_t first, std::size_t last, const Words& words) {
    std::vector<std::string> terms;
    Xapian::doccount documents = database_.get_doccount();
    for (const auto& word : words) {
      terms.push_back(make_term(prefix_, word));
      documents = std::min(documents, database_.get_termfreq(terms.back()));
    }
    if (documents == 0) return;
    const Understanding understood{
        Understanding::How::kAbbreviation, parsed_.typed(first, last), {joined(words)}};
    if (std::find(found_.understood.begin(), found_.understood.end(), understood) != found_.understood.end())
      return;  // the table and the documents agree, or it was said before
    found_.understood.push_back(understood);
    const Query phrase(prefix_.empty() ? Query::Op::kPhrase : Query::Op::kAnd, terms.begin(), terms.end());
    // Together they weigh less than one word as typed.
    const double factor = kAbbreviated / static_cast<double>(terms.size());
    const double rarity = std::log(1 + static_cast<double>(database_.get_doccount()) / documents);
    found_.spans.push_back({first, last, Query(Query::Op::kScale, phrase, factor), rarity});
    std::vector<std::unordered_set<std::string>> marked;
    for (const auto& word : words) marked.push_back({word});
    found_.terms.phrases.push_back(std::move(marked));
  }

  SpanQueries take() { return std::move(found_); }

 private:
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
    // Trung ương has three short forms; whoever types one means all.
    const auto is_central = [](const Alternative& one) { return one.words == Words{"trung", "ương"}; };
    if (match.is_short && std::any_of(match.alternatives.begin(), match.alternatives.end(), is_central)) {
      finder.add(match.first, match.last, {"tw"});
      finder.add(match.first, match.last, {"t", "ư"});
    }
  }
  for (const auto& match : find_archive_abbreviations(view, parsed.words.words))
    for (const auto& alternative : match.alternatives) finder.add(match.first, match.last, alternative.words);
  return finder.take();
}

}  // namespace vankien
