#include "searchd/search/archive/bare_words.h"

namespace vankien {

BareWords::BareWords(const Xapian::Database& database) {
  constexpr std::size_t kLongestSyllable = 7;  // nghiêng; what is longer is no word of the language
  for (auto key = database.synonym_keys_begin(); key != database.synonym_keys_end(); ++key)
    if (std::string word = *key; word.size() <= kLongestSyllable) words_.insert(std::move(word));
}

}  // namespace vankien
