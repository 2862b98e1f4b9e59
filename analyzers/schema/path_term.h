#pragma once

#include <string>

namespace vankien {

/// The term of the source file a document came from, which the indexer writes and searchd holds a document's `path` against:
/// "sample/tinh/05.docx" → "Psample/tinh/05.docx". A path too long for a term keeps its
/// beginning and a number made of all of it: cut alone, two files deep in one folder would be one.
std::string path_term(const std::string& path);

}  // namespace vankien
