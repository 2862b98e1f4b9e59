#include "searchd/search/phrase_check.h"

#include <string>
#include <vector>

#include "analyzers/schema/schema.h"
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

DocumentSet check_phrase(const Xapian::Database& database, const Query& phrase,
                         const DocumentSet& candidates) {
  std::vector<std::vector<std::string>> words;
  for (const Query& word : phrase.children()) words.push_back(forms_of(word));
  const CodedPhrase coded(words);
  constexpr auto kSlot = static_cast<Xapian::valueno>(Slot::kWords);
  auto row = database.valuestream_begin(kSlot);
  const auto end = database.valuestream_end(kSlot);
  DocumentSet found(candidates.end());
  candidates.for_each([&](Xapian::docid id) {
    if (row == end) return;
    if (row.get_docid() < id) row.skip_to(id);
    if (row != end && row.get_docid() == id && coded.stands_in(*row)) found.add(id);
  });
  return found;
}

}  // namespace vankien
