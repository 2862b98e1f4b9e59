#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

namespace vankien {

// The index holds no term lists: what a document's terms are, its stored record tells, of which they were made
// (build_terms in document_builder.h).

/// Term → how often it stands in the document; 0 of one that it has without counting.
using TermCounts = std::map<std::string, Xapian::termcount, std::less<>>;

/// The terms under which the index lists a document:  terms_of(database, 15)  →  {"Qf-2ab4…", 0} {"nghị", 3} …
/// A document of 2 KB takes 0.4 ms. Throws std::runtime_error if the stored record is damaged, or if the sum of the counts is not
/// the document's length: another program or another chain made it. Throws Xapian::Error.
TermCounts terms_of(const Xapian::Database& database, Xapian::docid id);

/// The slots in which a document has a value, in order.
std::vector<Xapian::valueno> slots_of(const Xapian::Database& database, Xapian::docid id);

/// All a document is made of, so that it can be written again with changes.
Xapian::Document document_of(const Xapian::Database& database, Xapian::docid id);

/// What identifies a document among those of its grade.
struct DocumentOrigin {
  std::string id;
  std::string source;  ///< the source file that holds it, as the ledger names it
};
/// Throws std::runtime_error if the stored record is damaged. Throws Xapian::Error.
DocumentOrigin origin_of(const Xapian::Database& database, Xapian::docid id);

}  // namespace vankien
