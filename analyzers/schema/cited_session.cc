#include "analyzers/schema/cited_session.h"

#include "analyzers/analyzer.h"
#include "analyzers/schema/citation_words.h"

namespace vankien {

std::optional<Session> cited_session(std::string_view citation) {
  const auto citations = read_citations(analyze_words(citation));
  return citations.empty() ? std::nullopt : citations.front().session;
}

}  // namespace vankien
