#pragma once

#include <vector>

#include "searchd/search/archive/snapshot.h"
#include "searchd/search/match/ranked_documents.h"
#include "searchd/search/query/query_builder.h"
#include "searchd/search/query/ranking_details.h"

namespace vankien {

/// Tells of single hits why they were found. `evaluation` is the one that found them.
std::vector<RankingDetails> explain_ranking(const View& view, const BuiltQuery& built, Evaluation& evaluation,
                                            const std::vector<RankedDocument>& hits);

}  // namespace vankien
