#pragma once

#include <xapian.h>

#include "analyzers/token.h"
#include "searchd/search/passages/highlight.h"
#include "searchd/search/query/query.h"
#include "searchd/search/query/word_forms.h"

namespace vankien {

/// Words in this order with nothing between. `marked`, if given, gets what to highlight.
Query phrase_query(const Tokens& phrase, FormFinder& forms, QueryTerms* marked);

/// Documents whose title has these words, those parted by one blank beside each other.
Query title_query(const Tokens& words, const Xapian::Database& database, FormFinder& forms,
                  QueryTerms* marked);

/// True if a word of them has a mark: whoever types marks types them all.
bool has_marks_in(const Tokens& words);

}  // namespace vankien
