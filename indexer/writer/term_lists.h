#pragma once

#include <xapian.h>

#include <filesystem>
#include <vector>

#include "indexer/writer/glass/table_writer.h"
#include "indexer/writer/stored_terms.h"

namespace vankien {

/// Puts back into a database the term lists of those documents that are to be removed or replaced, without which Xapian cannot
/// find where they are listed (1.4.22, backends/glass/glass_database.cc: delete_document). They are there for one commit:
///   TermLists lists(fresh / "open");  lists.add(15, terms_of(database, 15), {0, 7, 16});  …  lists.finish();
///   (open, delete and add documents, commit, close)  drop_term_lists(fresh / "open");
/// The database is its caller's alone, nobody has it open, and its version file is no other database's. Nothing of it needs to
/// last a power cut: who gives the folder to others syncs it first. Throws std::runtime_error, std::system_error.
class TermLists {
 public:
  explicit TermLists(std::filesystem::path database);
  /// Ids rise; `slots` are those the document has a value in, in order.
  void add(Xapian::docid id, const TermCounts& terms, const std::vector<Xapian::valueno>& slots);
  void finish();

 private:
  std::filesystem::path database_;
  glass::TableWriter table_;
};

/// Leaves the database without term lists, also those that Xapian wrote. Nothing if it has none.
void drop_term_lists(const std::filesystem::path& database);

}  // namespace vankien
