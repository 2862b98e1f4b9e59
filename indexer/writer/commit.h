#pragma once

#include <xapian.h>

namespace vankien {

/// What is written is kept only by commit(): a database that is left alone, because something failed, forgets it. Xapian's own
/// destructor would commit, and writes values in another destructor, which on a full disk ends the program.
///   begin(database);  (write)  commit(database);  (write)  commit(database);
inline void begin(Xapian::WritableDatabase& database) { database.begin_transaction(false); }

/// Written when it returns, and on the disk unless the database was opened with DB_NO_SYNC; what comes next is to be committed
/// again. Throws Xapian::Error.
inline void commit(Xapian::WritableDatabase& database) {
  database.commit_transaction();  // nothing of its own: the transaction is an unflushed one
  try {
    database.commit();
  } catch (...) {
    begin(database);
    throw;
  }
  begin(database);
}

}  // namespace vankien
