#pragma once

#include <xapian.h>

#include <map>
#include <set>
#include <string>

#include "analyzers/schema/schema.h"

namespace vankien::test {

/// The terms that list each document, with how often they say it has them: " nghị 3 quyết 1". Term lists there are none.
inline std::map<Xapian::docid, std::string> terms_by_document(const Xapian::Database& database) {
  std::map<Xapian::docid, std::string> terms;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
    for (auto id = database.postlist_begin(*term); id != database.postlist_end(*term); ++id)
      terms[*id] += " " + *term + " " + std::to_string(id.get_wdf());
  return terms;
}

/// Each document with all that is known of it but its number, and each word without marks with its forms: two databases are
/// the same if these are.
inline std::multiset<std::string> content_of(const Xapian::Database& database) {
  std::multiset<std::string> content;
  auto terms = terms_by_document(database);
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const Xapian::Document document = database.get_document(*id);
    std::string told = std::to_string(database.get_doclength(*id)) + terms[*id];
    for (Xapian::valueno slot = 0; slot < kSlots; ++slot)
      told += "\n" + std::to_string(slot) + " " + document.get_value(slot);
    content.insert(told + "\n" + document.get_data());
    terms.erase(*id);
  }
  for (const auto& [id, left] : terms) content.insert("no document has" + left);
  for (auto key = database.synonym_keys_begin(); key != database.synonym_keys_end(); ++key) {
    std::string told = *key + ":";
    for (auto form = database.synonyms_begin(*key); form != database.synonyms_end(*key); ++form)
      told += " " + *form;
    content.insert(told);
  }
  for (Xapian::valueno slot = 0; slot < kSlots; ++slot)
    content.insert("slot " + std::to_string(slot) + " " + std::to_string(database.get_value_freq(slot)));
  return content;
}

}  // namespace vankien::test
