#pragma once

#include <xapian.h>

namespace vankien {

/// Xapian keeps the least and the greatest value of each slot for good: of a document that went to a higher grade, all its words
/// (Slot::kWords) could stay in the lower grade's file. So a new database is given two documents that stand at the ends of every
/// slot, and leave when the first real one has come: no document is ever least or greatest.
///   add_stand_ins(database);  (add documents from kFirstDocument on)  remove_stand_ins(database);
/// The database has term lists meanwhile (term_lists.h). Throws Xapian::Error.
void add_stand_ins(Xapian::WritableDatabase& database);
void remove_stand_ins(Xapian::WritableDatabase& database);

/// The number of the first document behind the two.
inline constexpr Xapian::docid kFirstDocument = 3;

}  // namespace vankien
