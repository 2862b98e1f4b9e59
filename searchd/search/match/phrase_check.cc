#include "searchd/search/match/phrase_check.h"

#include <string>
#include <vector>

#include "analyzers/schema/word_codes.h"

namespace vankien {
namespace {

std::vector<std::string> forms_of(const Query& word) {
  if (word.op() == Query::Op::kTerm) return {word.term()};
  std::vector<std::string> forms;
  for (const Query& form : word.children()) forms.push_back(form.term());
  return forms;
}

}  // namespace

MatchSet check_phrase(RowReader rows, const Query& phrase, const MatchSet& candidates) {
  std::vector<std::vector<std::string>> words;
  for (const Query& word : phrase.children()) words.push_back(forms_of(word));
  const CodedPhrase coded(words);
  std::vector<Xapian::docid> found;
  candidates.for_each([&](Xapian::docid id) {
    if (coded.stands_in(rows.of(id))) found.push_back(id);
  });
  return {candidates.end(), std::move(found)};
}

}  // namespace vankien
