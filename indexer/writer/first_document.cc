#include "indexer/writer/first_document.h"

#include <string>

#include "analyzers/schema/schema.h"

namespace vankien {
namespace {

Xapian::Document with_everywhere(const std::string& value) {
  Xapian::Document document;
  for (Xapian::valueno slot = 0; slot < kSlots; ++slot) document.add_value(slot, value);
  return document;
}

}  // namespace

void add_stand_ins(Xapian::WritableDatabase& database) {
  database.replace_document(1, with_everywhere(std::string(1, '\0')));
  database.replace_document(2, with_everywhere(std::string(32, '\xFF')));
}

void remove_stand_ins(Xapian::WritableDatabase& database) {
  database.delete_document(1);
  database.delete_document(2);
}

}  // namespace vankien
