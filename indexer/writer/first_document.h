#pragma once

#include <xapian.h>

namespace vankien {

/// Adds a document; tells its number. Xapian keeps the least and the greatest value of each slot for good: of a document that
/// went to a higher grade, all its words (Slot::kWords) could stay in the lower grade's file. So a database without documents is
/// given two that stand at the ends of every slot, which leave when the first real one has come: no document
/// is ever least or greatest. Throws Xapian::Error.
Xapian::docid add_document(Xapian::WritableDatabase& database, const Xapian::Document& document);

}  // namespace vankien
