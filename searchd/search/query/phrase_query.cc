#include "searchd/search/query/phrase_query.h"

#include <algorithm>

#include "analyzers/letters.h"
#include "analyzers/schema/bigram_term.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/query/query_parts.h"

namespace vankien {
namespace {

std::vector<std::vector<std::string>> forms_of(const Tokens& words, FormFinder& forms) {
  using Bare = FormFinder::Freedom::Bare;
  const Bare bareness = has_marks_in(words) ? Bare::kIfUnknown : Bare::kYes;
  std::vector<std::vector<std::string>> all;
  for (const Token& word : words) all.push_back(forms.of(word.text, {bareness, false}).words);
  return all;
}

void mark(const std::vector<std::vector<std::string>>& forms, QueryTerms* marked) {
  if (marked == nullptr) return;
  auto& phrase = marked->phrases.emplace_back();
  for (const auto& found : forms) phrase.emplace_back(found.begin(), found.end());
}

}  // namespace

bool has_marks_in(const Tokens& words) {
  return std::any_of(words.begin(), words.end(), [](const Token& word) { return has_marks(word.text); });
}

Query phrase_query(const Tokens& phrase, FormFinder& forms, QueryTerms* marked) {
  const auto found = forms_of(phrase, forms);
  mark(found, marked);
  Queries parts;
  for (const auto& options : found) {
    Queries either;
    for (const auto& form : options) either.emplace_back(make_term("", form));
    parts.push_back(any_of(either));
  }
  if (parts.size() == 1) return parts.front();
  return {Query::Op::kPhrase, parts.begin(), parts.end()};
}

// Titles have no row of words of their own; their bigrams say the same.
Query title_query(const Tokens& words, const Xapian::Database& database, FormFinder& forms,
                  QueryTerms* marked) {
  const auto found = forms_of(words, forms);
  mark(found, marked);
  Queries all;
  for (const auto& options : found) all.push_back(one_of(prefixed(options, prefix::kTitle)));
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].end + 1 != words[i + 1].begin) continue;
    std::vector<std::string> pairs;
    for (const auto& left : found[i])
      for (const auto& right : found[i + 1])
        if (auto pair = title_bigram_term(left, right); database.term_exists(pair))
          pairs.push_back(std::move(pair));
    all.push_back(pairs.empty() ? Query() : one_of(pairs));
  }
  return all_of(all);
}

}  // namespace vankien
