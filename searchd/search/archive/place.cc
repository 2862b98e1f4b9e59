#include "searchd/search/archive/place.h"

#include "analyzers/schema/schema.h"

namespace vankien {

// Xapian numbers the documents of databases opened together in turn.
Place place_of(const View& view, Xapian::docid number) {
  const auto shards = static_cast<Xapian::docid>(view.shards.size());
  return {(number - 1) % shards, (number - 1) / shards + 1};
}

Xapian::docid number_of(const View& view, const Place& place) {
  const auto shards = static_cast<Xapian::docid>(view.shards.size());
  return (place.id - 1) * shards + static_cast<Xapian::docid>(place.shard) + 1;
}

std::optional<Place> find_place(const View& view, const std::string& id) {
  if (id.empty() || id.size() > kMostIdBytes) return std::nullopt;
  std::optional<Place> found;  // the databases are in the order of their grades
  for_each_with(view, make_term(prefix::kId, id), [&](const Place& place) { found = place; });
  return found;
}

const std::string& value_at(const View& view, Attribute attribute, const Place& place) {
  const Column& column = (*view.columns[place.shard])[attribute];
  return column.values[column.ordinals[place.id]];
}

// The documents of a view are all there: asking Xapian again reads a block of postings.
std::string stored_at(const View& view, const Place& place) {
  return view.shards[place.shard].get_document(place.id, Xapian::DOC_ASSUME_VALID).get_data();
}

NamedDocument named_document_at(const View& view, const Place& place) {
  return read_named_document(stored_at(view, place));
}

}  // namespace vankien
