#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/schema/grade.h"
#include "indexer/ledger/sqlite.h"

namespace vankien {

/// One document that was handed over by the API, as it was given.
struct HandedOver {
  std::string id;
  Grade grade = Grade::kOpen;
  std::string grade_from;  ///< "record", "stamp", "symbol", or "key": nothing told it, so the key's clearance
  std::string fields;      ///< the JSON object on one line
};

/// All documents that were handed over (handed-over.sqlite of the home folder): a folder can be read again, what
/// came by the API cannot. An id stands once a grade: a document above a key's clearance and one that does not exist
/// must be the same to that key, so it may take the id, and the secret one stays beside it untouched.
///
/// SQLite, not a file of lines, because a batch must come in as a whole or not at all, and a merge looks up what is
/// there. What is removed is overwritten with zeros (secure_delete).
///
/// The index follows the list. After going back to an older generation it does not: then the list is marked, and
/// whoever applies it anew takes the mark away.
///
/// begin() … commit(); without commit() nothing has happened. For the holder of the home's lock. Throws
/// std::runtime_error.
class HandedOverDocuments {
 public:
  explicit HandedOverDocuments(const std::filesystem::path& home);
  /// Whether there is a list; the constructor makes it. Needs no lock.
  static bool is_there(const std::filesystem::path& home);
  /// Whether there is a list that is marked. Needs no lock.
  static bool is_marked(const std::filesystem::path& home);

  void begin();
  void commit();

  /// The documents of this id up to a clearance, highest grade first.
  std::vector<HandedOver> find(const std::string& id, Grade clearance);
  void put(const HandedOver& document);
  bool remove(const std::string& id, Grade grade);
  bool is_empty();
  /// Calls `take` for each document up to a clearance; `take` changes nothing here.
  void for_each(Grade clearance, const std::function<void(const HandedOver&)>& take);

  /// The outcome of a task, noted in the same transaction as its documents: a task whose outcome is here has been
  /// taken in, even if the spool does not know yet.
  void note_outcome(std::uint64_t task, const std::string& outcome);
  std::vector<std::pair<std::uint64_t, std::string>> outcomes();
  void forget_outcomes();

  /// The published index is not what the list says: to be applied anew, whole. On disk when it returns (or with
  /// commit()).
  void mark_to_apply_anew();
  bool is_to_apply_anew();
  void note_applied();

 private:
  Sqlite database_;
};

}  // namespace vankien
