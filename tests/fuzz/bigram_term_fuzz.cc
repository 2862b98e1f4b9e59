// Reads any bytes as the term of a bigram and as a row of words. The words lie within the bytes or the table of frequent words, and
// the term made of them says the same.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "analyzers/schema/bigram_term.h"
#include "analyzers/schema/word_codes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vankien;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (const auto words = read_bigram(bytes)) {
    const std::string left(words->left), right(words->right);
    const std::string term = bigram_term(left, right);
    const auto again = read_bigram(term);
    if (again && (again->left != left || again->right != right)) std::abort();
  }
  std::string_view row = bytes;
  while (const auto word = take_word(row))
    if (row.size() >= size || word->size() > size + kMostCodeBytes) std::abort();
  return 0;
}
