#include "analyzers/schema/symbol_look_ahead.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "analyzers/char_filters.h"
#include "analyzers/schema/symbol.h"

namespace vankien {
namespace {

TEST(SymbolLookAhead, PassesOverMostNumbers) {
  for (const char* text : {"3- Nước", "4- Thành lập", "1- Chế độ", "05/01/1998", "7.163 hộ", "5 người", "12",
                           "10.\n4- Tỉ", "5/ Các", "2 - Họ tên", "8711.60.94 - - xe", "3. Về", "9)"})
    EXPECT_FALSE(may_be_symbol(text, 0)) << text;
}

TEST(SymbolLookAhead, PassesOverNoSymbol) {
  constexpr auto kParts = std::to_array<const char*>(
      {"5",  "05",     "123456", "0",     "2020", "1998",   "16",      "/",    "-",    "–",
       " ",  "\n",     ".",      "NQ",    "QĐ",   "qđ",     "TU",      "tu",   "UBND", "CP",
       "cp", "C.P",    "TTg",    "T.T.g", "HĐBT", "HÐBT",   "hđbt",    "QH15", "Số",   "số ",
       ":",  "a",      "TW",     "Ｎ",    "Ｑ",   "－",     "／",      "０",   "５",   "ĐU",
       "ƉU", "đ",      "nb",     "GP",    "BCSĐ", "\u00A0", "H.Đ.B.T", "c",    "t",    "h",
       "p",  "\u0301", "\u212A", "-",     "/",    "-"});
  std::mt19937 random(1);
  std::size_t found = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string text;
    for (auto left = 2 + random() % 10; left > 0; --left) text += kParts[random() % kParts.size()];
    const MappedText letters = read_letters(text);
    for (const FoundSymbol& symbol : find_symbols(letters)) {
      const std::size_t at = letters.begin_of(symbol.begin);
      if (text[at] < '0' || text[at] > '9') continue;  // a full-width digit
      ++found;
      EXPECT_TRUE(may_be_symbol(text, at)) << text;
    }
  }
  EXPECT_GT(found, 300u);
}

}  // namespace
}  // namespace vankien
