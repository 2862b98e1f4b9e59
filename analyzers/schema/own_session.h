#pragma once

#include <string>
#include <vector>

#include "analyzers/schema/session.h"

namespace vankien {

/// What a document says of the meeting that adopted it, as its record does. Empty = not known.
struct OwnSession {
  std::string symbol;
  std::string level;
  std::string session;  ///< "4" = hội nghị lần thứ tư, "đại hội" = the congress
  std::string term;
};

/// Keys of a meeting (Session::key), with and without its term: TW|4|XII · TW|4|
std::vector<std::string> with_and_without_term(Session session);

/// The keys of the meeting that adopted a document; none if its record names no meeting. The committee is told by the letters
/// of its symbol, by the level where the symbol has none of the Party.
///   {"04-NQ/TW", "", "4", "XII"}  →  TW|4|XII · TW|4|
std::vector<std::string> own_session_keys(const OwnSession& own);

}  // namespace vankien
