#include "analyzers/schema/schema.h"

#include <algorithm>

#include "analyzers/letters.h"
#include "analyzers/schema/term.h"

namespace vankien {

std::string make_term(std::string_view prefix, std::string_view text) {
  std::string term;
  make_term(prefix, text, term);
  return term;
}

std::string_view make_term(std::string_view prefix, std::string_view text, std::string& term) {
  term = prefix;
  if (prefix.size() + 2 * text.size() <= kMostTermBytes) return term.append(text);
  // Xapian writes a zero byte as two, and a key that is too long by that fails when all is committed.
  const auto zeros = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
  if (prefix.size() + text.size() + zeros > kMostTermBytes) {
    std::size_t room = kMostTermBytes - prefix.size();
    std::size_t kept = 0;
    for (; kept < text.size(); ++kept) {
      const std::size_t bytes = text[kept] == '\0' ? 2 : 1;
      if (bytes > room) break;
      room -= bytes;
    }
    text = text.substr(0, kept);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.remove_suffix(1);
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0) text.remove_suffix(1);
  }
  return term.append(text);
}

SymbolKeys symbol_keys(const Symbol& symbol) {
  const auto undated = [](const std::string& key) { return key.substr(0, key.rfind('|') + 1); };
  const std::string exact = symbol.key(), bare = bare_form(exact);
  return {exact, undated(exact), bare, undated(bare)};
}

namespace {

std::string pair_term(std::string_view term_prefix, std::string_view from, std::string_view to) {
  std::string term(term_prefix);
  term.append(bare_form(from)).append("|").append(from).append("|").append(to);
  return term.size() > kMostTermBytes ? std::string() : term;
}

}  // namespace

std::string short_form_term(std::string_view key, std::string_view expansion) {
  return pair_term(prefix::kShortForm, key, expansion);
}

std::string expansion_term(std::string_view key, std::string_view expansion) {
  return pair_term(prefix::kExpansion, expansion, key);
}

std::string number_key(std::uint32_t number, std::string_view type) {
  Symbol symbol;
  symbol.number = number;
  symbol.type = type;
  const std::string key = symbol.bare_key();  // 5|NQ||
  return key.substr(0, key.size() - 2);
}

}  // namespace vankien
