#include "indexer/writer/first_document.h"

#include <string>

#include "analyzers/schema/schema.h"

namespace vankien {
namespace {

Xapian::Document with_everywhere(const std::string& value) {
  Xapian::Document document;
  for (Xapian::valueno slot = 0; slot <= static_cast<Xapian::valueno>(Slot::kWords); ++slot)
    document.add_value(slot, value);
  return document;
}

}  // namespace

Xapian::docid add_document(Xapian::WritableDatabase& database, const Xapian::Document& document) {
  if (database.get_doccount() > 0) return database.add_document(document);
  const Xapian::docid least = database.add_document(with_everywhere(std::string(1, '\0')));
  const Xapian::docid greatest = database.add_document(with_everywhere(std::string(32, '\xFF')));
  const Xapian::docid added = database.add_document(document);
  database.delete_document(least);
  database.delete_document(greatest);
  return added;
}

}  // namespace vankien
