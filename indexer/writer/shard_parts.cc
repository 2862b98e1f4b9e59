#include "indexer/writer/shard_parts.h"

#include <xapian.h>

#include <unordered_set>

#include "analyzers/letters.h"
#include "analyzers/schema/schema.h"
#include "indexer/writer/document_builder.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

void remove(Xapian::WritableDatabase& database, Xapian::docid id, std::unordered_set<std::string>& lost) {
  const Xapian::Document document = database.get_document(id);
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    if (is_plain_word(*term) && has_marks(*term)) lost.insert(*term);
  database.delete_document(id);
}

std::vector<Xapian::docid> unwanted_documents(const Xapian::Database& database, Xapian::docid last,
                                              const std::vector<std::string>& paths) {
  std::vector<Xapian::docid> unwanted;
  auto id = database.postlist_begin("");
  for (id.skip_to(last + 1); id != database.postlist_end(""); ++id) unwanted.push_back(*id);
  for (const auto& path : paths) {
    const std::string term = make_term(prefix::kPath, path);
    for (auto of_file = database.postlist_begin(term); of_file != database.postlist_end(term); ++of_file)
      if (*of_file <= last) unwanted.push_back(*of_file);
  }
  return unwanted;
}

bool take_up(const fs::path& path, Xapian::docid last, const std::vector<std::string>& unwanted_paths) {
  Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
  if (database.get_lastdocid() < last) return false;
  std::unordered_set<std::string> lost;
  for (const auto id : unwanted_documents(database, last, unwanted_paths)) remove(database, id, lost);
  // The worker died before it stored its words, or after: both end here.
  Vocabulary vocabulary;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
    if (is_plain_word(*term)) vocabulary.add(*term);
  vocabulary.store(database);
  database.commit();
  for (const auto& word : lost)
    if (!database.term_exists(word)) database.remove_synonym(bare_form(word), word);
  database.commit();
  return true;
}

}  // namespace

bool take_up_part(const fs::path& part, const LastIds& last, const std::vector<std::string>& unwanted_paths) {
  try {
    for (std::size_t i = 0; i < kGradeCount; ++i) {
      const fs::path database = part / kGradeNames[i];
      if (last[i] == 0)
        fs::remove_all(database);  // nothing in it counts; it may not even be a whole database yet
      else if (!take_up(database, last[i], unwanted_paths))
        return false;
    }
  } catch (const Xapian::Error&) {
    return false;
  }
  return true;
}

void each_document(const fs::path& shards, const std::function<void(std::string, std::string)>& take) {
  const std::string ids(prefix::kId);
  for (const auto& part : fs::directory_iterator(shards))
    for (const auto& entry : fs::directory_iterator(part)) {
      const Xapian::Database database(entry.path().string(), Xapian::DB_BACKEND_GLASS);
      for (auto term = database.allterms_begin(ids); term != database.allterms_end(ids); ++term)
        for (auto id = database.postlist_begin(*term); id != database.postlist_end(*term); ++id)
          take((*term).substr(ids.size()), path_term_of(database, *id).substr(prefix::kPath.size()));
    }
}

}  // namespace vankien
