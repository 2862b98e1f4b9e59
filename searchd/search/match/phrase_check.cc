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

DocumentSet check_phrase(RowReader rows, const Query& phrase, const DocumentSet& candidates) {
  std::vector<std::vector<std::string>> words;
  for (const Query& word : phrase.children()) words.push_back(forms_of(word));
  const CodedPhrase coded(words);
  DocumentSet found(candidates.end());
  candidates.for_each([&](Xapian::docid id) {
    if (coded.stands_in(rows.of(id))) found.add(id);
  });
  return found;
}

}  // namespace vankien
