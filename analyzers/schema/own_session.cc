#include "analyzers/schema/own_session.h"

#include <charconv>
#include <cstdint>
#include <optional>

#include "analyzers/analyzer.h"
#include "analyzers/schema/organ.h"
#include "analyzers/schema/symbol.h"

namespace vankien {
namespace {

// A source may say it in its own way; what is neither a number nor the congress is only kept.
std::optional<std::uint16_t> parse_plenum(const std::string& session) {
  if (fold_value(session) == fold_value("đại hội")) return 0;
  std::uint16_t number = 0;
  const auto [end, error] = std::from_chars(session.data(), session.data() + session.size(), number);
  const bool whole = error == std::errc() && end == session.data() + session.size();
  return whole && number != 0 ? std::optional(number) : std::nullopt;
}

std::string organ_of(const OwnSession& own) {
  if (const auto symbol = parse_symbol(own.symbol); symbol && is_party_organ(symbol->organ))
    return symbol->organ;
  if (own.level == "tỉnh") return "TU";
  if (own.level == "huyện") return "HU";
  return own.level == "xã" ? "ĐU" : "TW";
}

}  // namespace

std::vector<std::string> with_and_without_term(Session session) {
  std::vector<std::string> keys = {session.key()};
  // A congress has no other name than its number.
  if (session.plenum == 0 || session.term.empty()) return keys;
  session.term.clear();
  keys.push_back(session.key());
  return keys;
}

std::vector<std::string> own_session_keys(const OwnSession& own) {
  const auto plenum = parse_plenum(own.session);
  if (!plenum) return {};
  return with_and_without_term({organ_of(own), *plenum, own.term});
}

}  // namespace vankien
