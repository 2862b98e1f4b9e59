#pragma once

#include <vector>

#include "searchd/search/query_builder.h"
#include "searchd/search/ranked_documents.h"
#include "searchd/search/ranking_details.h"
#include "searchd/search/snapshot.h"

namespace vankien {

/// Tells of single hits why they were found. `evaluation` is the one that found them.
std::vector<RankingDetails> explain_ranking(const View& view, const BuiltQuery& built, Evaluation& evaluation,
                                            const std::vector<RankedDocument>& hits);

}  // namespace vankien
