#pragma once

#include <xapian.h>

#include "searchd/search/document_set.h"
#include "searchd/search/query.h"

namespace vankien {

/// Those of the candidates, documents of this database, in which the words of a Query::Op::kPhrase stand beside each other.
DocumentSet check_phrase(const Xapian::Database& database, const Query& phrase,
                         const DocumentSet& candidates);

}  // namespace vankien
