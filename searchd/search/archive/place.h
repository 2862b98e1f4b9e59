#pragma once

#include <optional>
#include <string>

#include "analyzers/schema/document_name.h"
#include "searchd/search/archive/snapshot.h"

namespace vankien {

/// One document of a view.
struct Place {
  std::size_t shard = 0;
  Xapian::docid id = 0;  ///< local
  bool operator==(const Place&) const = default;
  auto operator<=>(const Place&) const = default;
};

/// Where the document is that the databases opened together know by this number.
Place place_of(const View& view, Xapian::docid number);

/// The number by which the databases opened together know the document.
Xapian::docid number_of(const View& view, const Place& place);

/// The document of that id. An id may stand once a grade (HandedOverDocuments tells why); who may see several is shown
/// the most secret one. Nothing for an unknown id, nor for one nobody can have.
/// Throws Xapian::Error.
std::optional<Place> find_place(const View& view, const std::string& id);

/// Its value of a single-valued attribute, from the columns; empty = absent. Lives as long as the snapshot.
const std::string& value_at(const View& view, Attribute attribute, const Place& place);

/// Its stored record (analyzers/schema/record.h). Throws Xapian::Error.
std::string stored_at(const View& view, const Place& place);

/// Its name and relations, from the stored record. Throws Xapian::Error.
NamedDocument named_document_at(const View& view, const Place& place);

/// Calls `function(Place)` for each document that has the term, shard by shard. Throws Xapian::Error.
template <typename Function>
void for_each_with(const View& view, const std::string& term, Function function) {
  for (std::size_t shard = 0; shard < view.shards.size(); ++shard) {
    const Xapian::Database& database = view.shards[shard];
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
      function(Place{shard, *at});
  }
}

}  // namespace vankien
