#pragma once

#include <xapian.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "indexer/writer/stored_terms.h"

namespace vankien {

/// What is to be done to a database at the next commit, gathered because documents can only be taken out of it all at once
/// (term_lists.h): documents to be written under a number, a new one or that of one that is there, and numbers to be removed.
/// Look-ups see the database as it will be. All throw as DocumentOrigin's reader does.
class PendingChanges {
 public:
  struct Written {
    DocumentOrigin origin;
    Xapian::Document document;
  };

  bool empty() const { return written_.empty() && removed_.empty(); }
  const std::map<Xapian::docid, Written>& written() const { return written_; }
  const std::set<Xapian::docid>& removed() const { return removed_; }

  void write(Xapian::docid id, Written written) { written_.insert_or_assign(id, std::move(written)); }
  /// One that is in the database; if it was to be written anew, it is not.
  void remove(Xapian::docid id);
  /// One that is not in the database yet, and does not come.
  void forget(Xapian::docid id) { written_.erase(id); }
  void clear();

  /// The documents of a source file, in order.
  std::vector<Xapian::docid> of_source(const Xapian::Database& database, const std::string& source) const;
  std::vector<Xapian::docid> of_id(const Xapian::Database& database, const std::string& id) const;
  DocumentOrigin origin(const Xapian::Database& database, Xapian::docid id) const;
  /// The stored record.
  std::string data(const Xapian::Database& database, Xapian::docid id) const;
  /// All it is made of.
  Xapian::Document document(const Xapian::Database& database, Xapian::docid id) const;

 private:
  std::vector<Xapian::docid> left_of(const Xapian::Database& database, const std::string& term) const;

  std::map<Xapian::docid, Written> written_;
  std::set<Xapian::docid> removed_;
};

}  // namespace vankien
