#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/schema/document_name.h"
#include "searchd/search/search_query.h"

namespace vankien {

class Snapshot;

/// A relation as the document prints it, and which documents of the archive it may mean: those with its symbol,
/// and with its date if it says one; newest first, at most `kMostNamed`.
struct Link {
  Relation relation;
  std::vector<DocumentName> documents;
};

/// A document that says so of this one.
struct BackLink {
  RelationKind kind;
  DocumentName document;
};

struct RelationsOf {
  std::vector<Link> relations;
  std::vector<BackLink> cited_by;    ///< newest first of each kind, at most `kMostBackLinks`
  std::uint64_t cited_by_total = 0;  ///< all of them
};

inline constexpr std::size_t kMostNamed = 5;
inline constexpr std::size_t kMostBackLinks = 100;

/// What the document relates to and what relates to it, among what the caller may see: every look-up is made in
/// the databases of their clearance alone. What the document itself prints of others is its own text and stays.
/// Nothing for an unknown id and for one above the clearance. Symbols begin anew with each term, so a back link
/// whose citation has another date, or none and a document of that symbol nearer before it, is left out.
/// Throws IndexUnreadable.
std::optional<RelationsOf> find_relations(const Snapshot& snapshot, Clearance clearance,
                                          const std::string& id);

}  // namespace vankien
