#pragma once

#include <functional>
#include <string>

#include "searchd/search/archive/changed_documents.h"
#include "searchd/search/archive/columns.h"

namespace vankien {

/// A column of an earlier generation as it is now.
struct ChangedColumn {
  Column column;
  /// Its ordinals then → now, 0 = gone; empty: its values have stayed.
  Ordinals::Numbers ranks;
};

/// As if the column were read from nothing, but only the changed documents are looked at: `say` tells their values.
ChangedColumn changed_column(const Column& before, const ChangedDocuments& changes, bool numeric,
                             const std::function<std::string(const Xapian::Document&)>& say);

/// The same of a column over rows that documents share (the values of a date, pairs of level and issuer): what each row that stayed
/// meant then, kFresh for those of which `say` tells.
inline constexpr std::uint32_t kFresh = ~0u;
Column changed_meaning(const Column& before, const Ordinals& base, Ordinals::Numbers meaning, bool numeric,
                       const std::function<std::string(std::size_t row)>& say);

}  // namespace vankien
