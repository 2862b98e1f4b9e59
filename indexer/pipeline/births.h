#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/pipeline/survey.h"

namespace vankien {

/// The path that the ids of a row's documents are made of.
std::string birth_of(const LedgerEntry& row);

/// Says of each file that is going to be read which path its ids are made of (SourceFile::born), where that is not its own.
/// A file keeps it as long as its documents are its own. A new file at a path whose first documents moved away must not
/// have their ids:
///   a.docx moved to b.docx, a new a.docx  →  b.docx is born at a.docx, a.docx at a.docx//2
/// `left`: paths whose documents went to another; `taken`: births that are another file's by now.
void give_births(const Survey& survey, const std::vector<SurveyedFile*>& reads,
                 const std::unordered_set<std::string>& left, std::unordered_set<std::string> taken);

}  // namespace vankien
