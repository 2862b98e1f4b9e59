#pragma once

#include <xapian.h>

#include <string>
#include <unordered_set>
#include <vector>

#include "searchd/search/query/query_parser.h"
#include "searchd/search/query/query_parts.h"
#include "searchd/search/query/span_queries.h"
#include "searchd/search/query/whole_query.h"

namespace vankien {

/// The plain words of a query, or of one of several alternatives in it, in Xapian's terms. What orders documents besides
/// goes to the whole query.
class WordQueries {
 public:
  /// Both must outlive the object.
  WordQueries(const ParsedQuery& parsed, WholeQuery& whole);

  std::size_t size() const { return words_.size(); }

  /// All must match: each word, or the alternative to the run of words it stands in.
  Queries all_words();

  /// Some are enough. With CoordWeight the `weighted` give a document the sum of its words' weights.
  struct Some {
    Queries queries, weighted;
    double weight = 0;  ///< of all words
  };
  Some some_words() const;

 private:
  bool title_only() const { return fields_.title && !fields_.body; }
  std::string text_prefix() const;
  const WordForms& forms(std::size_t i);
  FormFinder::Freedom::Bare bareness(std::size_t i) const;
  void add_words();
  void add_spans(SpanQueries found);
  void boost_typed_form(const std::string& word);
  std::vector<std::uint64_t> counts_of(const std::vector<std::string>& forms, Reading reading) const;
  double weight_of(const std::vector<std::string>& found) const;
  double title_share() const;
  void add_bigram(std::size_t i);
  void add_fresh(Queries& all, std::size_t i) const;

  const ParsedQuery& parsed_;
  WholeQuery& whole_;
  const Xapian::Database& database_;
  const SearchFields& fields_;
  const bool marked_;
  std::unordered_set<std::string> seen_;  ///< words and pairs that were dealt with
  std::vector<bool> fresh_;               ///< by word of the query: it was not said before
  Queries words_;                         ///< by word of the query
  std::vector<double> weights_;           ///< by word of the query
  std::vector<SpanQuery> spans_;
};

}  // namespace vankien
