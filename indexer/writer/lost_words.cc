#include "indexer/writer/lost_words.h"

#include "analyzers/letters.h"
#include "analyzers/schema/schema.h"
#include "indexer/writer/document_builder.h"

namespace vankien {

void LostWords::note(const std::string& term) {
  if (is_plain_word(term) && has_marks(term)) words_.insert(term);
}

void LostWords::note(const Xapian::Document& document) {
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) note(*term);
}

void LostWords::take_out_of(Xapian::WritableDatabase& database) {
  for (const auto& word : words_)
    if (!database.term_exists(word)) database.remove_synonym(bare_form(word), word);
  words_.clear();
}

}  // namespace vankien
