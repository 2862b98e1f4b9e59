#pragma once

#include "analyzers/schema/schema.h"
#include "searchd/search/archive/changed_documents.h"
#include "searchd/search/archive/columns.h"

namespace vankien {

/// What a slot's column of an earlier generation is now: as if it were read from nothing, but only the changed documents are
/// read. What lists are made of is left empty.
Column changed_column(const Column& before, const ChangedDocuments& changes, Slot slot, bool numeric);

}  // namespace vankien
