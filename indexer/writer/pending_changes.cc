#include "indexer/writer/pending_changes.h"

#include <algorithm>
#include <utility>

#include "analyzers/schema/path_term.h"
#include "analyzers/schema/schema.h"

namespace vankien {

void PendingChanges::remove(Xapian::docid id) {
  written_.erase(id);
  removed_.insert(id);
}

void PendingChanges::clear() {
  written_.clear();
  removed_.clear();
}

// Those of the database that stay as they are.
std::vector<Xapian::docid> PendingChanges::left_of(const Xapian::Database& database,
                                                   const std::string& term) const {
  std::vector<Xapian::docid> left;
  for (auto id = database.postlist_begin(term); id != database.postlist_end(term); ++id)
    if (!written_.contains(*id) && !removed_.contains(*id)) left.push_back(*id);
  return left;
}

std::vector<Xapian::docid> PendingChanges::of_source(const Xapian::Database& database,
                                                     const std::string& source) const {
  std::vector<Xapian::docid> found = left_of(database, path_term(source));
  for (const auto& [id, written] : written_)
    if (written.origin.source == source) found.push_back(id);
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<Xapian::docid> PendingChanges::of_id(const Xapian::Database& database,
                                                 const std::string& id) const {
  std::vector<Xapian::docid> found = left_of(database, make_term(prefix::kId, id));
  for (const auto& [number, written] : written_)
    if (written.origin.id == id) found.push_back(number);
  std::sort(found.begin(), found.end());
  return found;
}

DocumentOrigin PendingChanges::origin(const Xapian::Database& database, Xapian::docid id) const {
  const auto written = written_.find(id);
  return written != written_.end() ? written->second.origin : origin_of(database, id);
}

std::string PendingChanges::data(const Xapian::Database& database, Xapian::docid id) const {
  const auto written = written_.find(id);
  return (written != written_.end() ? written->second.document : database.get_document(id)).get_data();
}

Xapian::Document PendingChanges::document(const Xapian::Database& database, Xapian::docid id) const {
  const auto written = written_.find(id);
  return written != written_.end() ? written->second.document : document_of(database, id);
}

}  // namespace vankien
