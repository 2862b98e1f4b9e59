// 1. A string is spelled as the library spells it, whatever its bytes.

#include "analyzers/schema/json_text.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace vankien {
namespace {

std::string spell(std::string_view text) {
  std::string out;
  append_json(out, text);
  return out;
}

TEST(JsonText, IsSpelledAsTheLibraryDoes) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text = "Điều 5 \"một\" " + std::string(1, static_cast<char>(byte)) + "\\ hai";
    EXPECT_EQ(spell(text), dump_json(text)) << byte;
  }
  EXPECT_TRUE(
      rc::check("any bytes", [](const std::string& text) { RC_ASSERT(spell(text) == dump_json(text)); }));
}

}  // namespace
}  // namespace vankien
