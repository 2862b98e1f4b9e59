#include "searchd/search/query/session_name.h"

#include <fmt/format.h>

namespace vankien {

std::string session_name(const Session& session) {
  if (session.plenum == 0) return fmt::format("đại hội {} {}", session.organ, session.term);
  const std::string name = fmt::format("hội nghị {} {}", session.plenum, session.organ);
  return session.term.empty() ? name : fmt::format("{}, khóa {}", name, session.term);
}

}  // namespace vankien
