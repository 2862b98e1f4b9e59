#include "indexer/metadata/certainty.h"

#include <array>

namespace vankien {
namespace {

struct Rule {
  std::string_view field;  // empty = any
  std::string_view from;
  std::string_view certainty;
};

// The first that fits counts.
constexpr std::array<Rule, 19> kRules = {{
    {"", "record", "certain"},
    {"", "sidecar", "certain"},
    {"level", "symbol", "likely"},
    {"level", "letterhead", "certain"},
    {"type", "symbol", "likely"},  // a party QĐ is two types
    {"grade", "no stamp", "likely"},
    {"", "stamp", "certain"},
    {"grade", "symbol", "certain"},
    {"place", "issuer", "likely"},
    {"place", "date line", "likely"},
    {"", "letterhead", "certain"},
    {"", "title line", "certain"},
    {"", "date line", "certain"},
    {"date", "signature", "unsure"},
    {"", "signature", "certain"},
    {"", "own symbol", "likely"},
    {"", "title", "likely"},
    {"", "text", "likely"},
    {"term", "derived from date", "likely"},
}};

}  // namespace

std::string_view certainty_of(std::string_view field, std::string_view from) {
  for (const Rule& rule : kRules)
    if ((rule.field.empty() || rule.field == field) && rule.from == from) return rule.certainty;
  return "unsure";
}

}  // namespace vankien
