#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "analyzers/schema/path_term.h"
#include "analyzers/schema/record.h"
#include "indexer/writer/document_sink.h"

namespace vankien {

/// Bare form → marked forms, for every word that went into one database. Kept while writing, then stored as
/// the database's synonyms, so that `nghi quyet` meets what the archive really holds.
class Vocabulary {
 public:
  /// Its code in the row of a document's words (analyzers/schema/word_codes.h). Valid as long as the vocabulary.
  std::string_view add(std::string_view word);
  void store(Xapian::WritableDatabase& database) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> codes_;
  std::unordered_map<std::string, std::unordered_set<std::string>> forms_;
};

/// The source file that holds the record, as the ledger names it.
const std::string& source_file(const Record& record);

/// What slot kSource holds of a document of this source file, whose record says `path`: nothing if that is the same.
/// Paths may hold any bytes, and the stored record has none that are no UTF-8.
std::string source_value(const std::string& source, const std::string& path);

/// Its terms: made of what is stored of a record, and nothing else, so that they can be made again (stored_terms.h).
/// Tells its row of words (Slot::kWords).
std::string build_terms(const Record& record, DocumentSink& sink);

/// A record as the index holds it: see analyzers/schema/schema.h.
void build_document(const Record& record, DocumentSink& sink);
/// The same for Xapian. Its words go into `vocabulary` too.
Xapian::Document build_document(const Record& record, Vocabulary& vocabulary);

/// Neither a prefixed term nor a bigram: what a vocabulary is made of.
bool is_plain_word(std::string_view term);

}  // namespace vankien
