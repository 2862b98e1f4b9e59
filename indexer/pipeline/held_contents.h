#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/pipeline/survey.h"

namespace vankien {

/// Who holds which content, on the disk and in the index, by Survey::key_of. Points into the survey, which must outlive it.
///   HeldContents contents = find_contents(survey);   contents.groups["…"]  →  a.docx, copy of a.docx
struct HeldContents {
  std::map<std::string, std::vector<SurveyedFile*>> groups;  ///< files that hold it now, in order of the scan
  std::unordered_map<std::string, const LedgerEntry*> lost_holders;  ///< the path that held it and does not
  std::unordered_map<std::string, const LedgerEntry*> far_holders;   ///< that holds it out of sight
  std::unordered_map<std::string, std::vector<std::string>> far_copies;
  std::unordered_map<std::string, std::size_t> copies_before;
};
HeldContents find_contents(Survey& survey);

/// Whether a row holds documents. One to be asked again may hold some too, but not surely what its hash says.
bool holds_documents(const LedgerEntry& row);

}  // namespace vankien
