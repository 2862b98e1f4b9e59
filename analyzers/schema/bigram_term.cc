#include "analyzers/schema/bigram_term.h"

#include "analyzers/schema/schema.h"
#include "analyzers/schema/word_codes.h"

namespace vankien {

static_assert(1 + 1 + 2 * kMostCodeBytes <= kMostTermBytes,
              "a title's bigram of two spelled words is a term");

std::string bigram_of_codes(std::string_view left, std::string_view right) {
  std::string term(1, kBigramMark);
  term.reserve(1 + left.size() + right.size());
  return term.append(left).append(right);
}

std::string bigram_term(std::string_view left, std::string_view right) {
  return bigram_of_codes(word_code(make_term("", left)), word_code(make_term("", right)));
}

std::string title_bigram_term(std::string_view left, std::string_view right) {
  return std::string(prefix::kTitle) + bigram_term(left, right);
}

bool is_bigram(std::string_view term) { return !term.empty() && term.front() == kBigramMark; }

std::optional<BigramWords> read_bigram(std::string_view term) {
  if (!is_bigram(term)) return std::nullopt;
  term.remove_prefix(1);
  const auto left = take_word(term);
  const auto right = take_word(term);
  if (!left || !right || !term.empty()) return std::nullopt;
  return BigramWords{*left, *right};
}

}  // namespace vankien
