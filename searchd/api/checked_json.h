#pragma once

#include <nlohmann/json.hpp>

#include "searchd/search/citations/cited_papers.h"

namespace vankien::api {

/// What the archive says of one citation, as draft-check and batch answer it:
///   {found, documents: [{id, symbol, type, title, date, issuer, term, grade, status, replacement, reference, citation}],
///    totalDocuments, status, replacement, citation, problems: [{code, message, said, archive}]}
/// `status`, `replacement` and `citation` are those of the document that is meant, null if none is certain.
nlohmann::ordered_json checked_json(const CheckedCitation& checked);

}  // namespace vankien::api
