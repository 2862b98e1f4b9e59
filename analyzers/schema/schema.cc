#include "analyzers/schema/schema.h"

#include "analyzers/letters.h"

namespace vankien {

std::string make_term(std::string_view prefix, std::string_view text) {
  std::string term(prefix);
  if (prefix.size() + text.size() > kMostTermBytes) {
    text = text.substr(0, kMostTermBytes - prefix.size());
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.remove_suffix(1);
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0) text.remove_suffix(1);
  }
  return term.append(text);
}

SymbolKeys symbol_keys(const Symbol& symbol) {
  Symbol undated = symbol;
  undated.year = 0;
  return {symbol.key(), undated.key(), symbol.bare_key(), undated.bare_key()};
}

std::string number_key(std::uint32_t number, std::string_view type) {
  Symbol symbol;
  symbol.number = number;
  symbol.type = type;
  const std::string key = symbol.bare_key();  // 5|NQ||
  return key.substr(0, key.size() - 2);
}

}  // namespace vankien
