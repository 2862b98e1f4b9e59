#pragma once

#include <xapian.h>

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "analyzers/schema/path_term.h"
#include "analyzers/schema/record.h"

namespace vankien {

/// Bare form → marked forms, for every word that went into one database. Kept while writing, then stored as
/// the database's synonyms, so that `nghi quyet` meets what the archive really holds.
class Vocabulary {
 public:
  void add(const std::string& word);
  void store(Xapian::WritableDatabase& database) const;

 private:
  std::unordered_set<std::string> seen_;
  std::unordered_map<std::string, std::unordered_set<std::string>> forms_;
};

/// The source file that holds the record, as the ledger names it.
const std::string& source_file(const Record& record);

/// A record as the index holds it: see analyzers/schema/schema.h. Its words go into `vocabulary` too.
Xapian::Document build_document(const Record& record, Vocabulary& vocabulary);

/// Neither a prefixed term nor a bigram: what a vocabulary is made of.
bool is_plain_word(const std::string& term);

/// The term that tells which file a document came from; empty if it has none.
std::string path_term_of(const Xapian::Database& database, Xapian::docid id);

}  // namespace vankien
