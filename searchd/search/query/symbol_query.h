#pragma once

#include <string>
#include <string_view>

#include "analyzers/schema/schema.h"
#include "searchd/search/query/query.h"

namespace vankien {

/// All documents, with the same weight.
Query constant_weight(double weight);

/// The same weight for every document that has the term: boolean terms have no weight of their own.
Query constant_weight(const std::string& term, double weight);

/// Documents whose own symbol this is, the exact spelling above the one without marks.
Query own_symbol(const SymbolKeys& keys);

/// Documents that name the symbol anywhere, those that bear it among them.
Query mentioned_symbol(const SymbolKeys& keys);

}  // namespace vankien
