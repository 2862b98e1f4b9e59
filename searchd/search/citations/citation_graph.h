#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searchd/search/archive/clearance.h"
#include "searchd/search/citations/citations.h"

namespace vankien {

/// The documents one and two steps around a document, and what each says of another. Mentions are left out: they are
/// many and say little.
struct CitationGraph {
  struct Node {
    DocumentName document;
    Status status = Status::kInForce;
    unsigned step = 0;  ///< 0 = the document itself
  };
  struct Edge {
    std::size_t from = 0;  ///< the node that says so, of the node `to`
    std::size_t to = 0;
    std::string kind;
  };
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::uint64_t left_out = 0;  ///< citations of the documents shown whose other end is not: above the limits
};

/// Of each document at most so many of each group, and so many nodes at all: more is no picture.
inline constexpr std::size_t kMostOfGroup = 4;
inline constexpr std::size_t kMostNodes = 24;

/// Nothing for an unknown id and for one above the clearance. Throws IndexUnreadable.
std::optional<CitationGraph> find_citation_graph(const Snapshot& snapshot, Clearance clearance,
                                                 const std::string& id);

}  // namespace vankien
