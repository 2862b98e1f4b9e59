#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "searchd/search/archive/clearance.h"
#include "searchd/search/query/search_query.h"

namespace vankien {

class Snapshot;

/// A whole list of one snapshot, its documents read one by one: eight to sixteen bytes a document are held, and the snapshot.
struct Selection {
  std::uint64_t total = 0;
  /// The next stored record, nothing behind the last. By one thread at a time. Throws IndexUnreadable.
  std::function<std::optional<std::string>()> next;
};

/// All that a query finds, in the order in which search() shows it. Throws IndexUnreadable.
Selection select(std::shared_ptr<const Snapshot> snapshot, Clearance clearance, const SearchQuery& query);

}  // namespace vankien
