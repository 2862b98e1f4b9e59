#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searchd/search/query_builder.h"
#include "searchd/search/ranking_details.h"
#include "searchd/search/snapshot.h"

namespace vankien {

/// Tells of single hits why they were found. `enquire` is the one that found them.
std::vector<RankingDetails> explain_ranking(const View& view, const BuiltQuery& built,
                                            const Xapian::Enquire& enquire,
                                            const std::vector<Xapian::MSetIterator>& hits);

/// By word of the query: whether a document has it.
std::vector<bool> words_held(const BuiltQuery& built, const Xapian::Enquire& enquire, Xapian::docid document);

}  // namespace vankien
