#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "analyzers/abbreviations.h"

namespace vankien {

/// A row of analyzers/data/abbreviations.inc in the words of the chain.
struct AbbreviationEntry {
  std::vector<std::string> parts;  ///< kt xh
  std::vector<std::string> words;  ///< kinh tế xã hội
  Use use;
};

/// All rows, and where to look for them.
struct AbbreviationTable {
  std::vector<AbbreviationEntry> entries;
  std::unordered_map<std::string, std::vector<std::size_t>> by_key;       ///< "ktxh"
  std::unordered_map<std::string, std::vector<std::size_t>> by_bare_key;  ///< "hdnd"
  std::unordered_map<std::string, std::vector<std::size_t>> by_first;     ///< bare "kinh" → longest first
};

/// Made once.
const AbbreviationTable& abbreviation_table();

}  // namespace vankien
