// 1. A field given twice, in any object, is refused; the same name in two objects is not.
// 2. Nesting deeper than 16 levels is refused, however deep, and ends no program.

#include "analyzers/schema/json_guard.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

std::string refusal(const std::string& text) {
  try {
    JsonGuard<nlohmann::ordered_json> guard;
    const auto parsed = nlohmann::ordered_json::parse(text, std::ref(guard));
    return parsed.is_discarded() ? "discarded" : "";
  } catch (const JsonRefused& refused) {
    return refused.what();
  }
  return "";
}

TEST(JsonGuard, RefusesAFieldGivenTwice) {
  EXPECT_EQ(refusal(R"({"grade":"mat","grade":"open"})"), "gives the field \"grade\" twice");
  EXPECT_EQ(refusal(R"({"a":{"b":1,"\u0062":2}})"), "gives the field \"b\" twice");
  EXPECT_EQ(refusal(R"({"a":{"b":1},"b":[{"a":1},{"a":2}]})"), "");
}

TEST(JsonGuard, RefusesDeepNesting) {
  const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
  EXPECT_EQ(refusal(nested(16)), "");
  EXPECT_EQ(refusal(nested(17)), "is nested deeper than 16 levels");
  EXPECT_EQ(refusal(nested(1'000'000)), "is nested deeper than 16 levels");
}

}  // namespace
}  // namespace vankien
