#include "analyzers/schema/word_codes.h"

#include <xxhash.h>

#include <algorithm>
#include <unordered_map>

namespace vankien {
namespace {

#include "analyzers/data/word_codes.inc"

// The first byte of a code says how long it is.
constexpr unsigned kShort = 0x7F;     // 01–7F: the word alone
constexpr unsigned kTwoBytes = 0x80;  // 80–9F: with the byte behind it
constexpr unsigned kSpelled = 0xA0;   // A1–FE: so many letters less A0 follow
constexpr unsigned kHashed = 0xFF;    // a word of more letters, by its hash
constexpr std::size_t kMostSpelled = kHashed - kSpelled - 1;
constexpr std::size_t kHashBytes = 16;

char byte(std::size_t value) { return static_cast<char>(static_cast<unsigned char>(value)); }

const std::unordered_map<std::string_view, std::string>& frequent_words() {
  static const auto made = [] {
    std::unordered_map<std::string_view, std::string> codes;
    std::size_t begin = 1;
    for (std::size_t number = 0; begin < kFrequentWords.size(); ++number) {
      const std::size_t end = kFrequentWords.find(' ', begin);
      const std::size_t rare = number - std::min<std::size_t>(number, kShort);
      codes.emplace(kFrequentWords.substr(begin, end - begin),
                    number < kShort ? std::string(1, byte(number + 1))
                                    : std::string{byte(kTwoBytes + (rare >> 8)), byte(rare & 0xFF)});
      begin = end + 1;
    }
    return codes;
  }();
  return made;
}

// Bytes of the code that begins here, more than there are if the row is damaged.
std::size_t code_size(std::string_view codes) {
  const auto first = static_cast<unsigned char>(codes.front());
  if (first < kTwoBytes) return 1;
  if (first < kSpelled) return 2;
  return 1 + (first == kHashed ? kHashBytes : first - kSpelled);
}

}  // namespace

std::string word_code(std::string_view word) {
  const auto& known = frequent_words();
  if (const auto found = known.find(word); found != known.end()) return found->second;
  if (word.size() <= kMostSpelled) return byte(kSpelled + word.size()) + std::string(word);
  const XXH128_hash_t hash = XXH3_128bits(word.data(), word.size());
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, hash);
  return byte(kHashed) + std::string(reinterpret_cast<const char*>(bytes.digest), kHashBytes);
}

CodedPhrase::CodedPhrase(const std::vector<std::vector<std::string>>& words) {
  for (const auto& forms : words) {
    auto& codes = words_.emplace_back();
    for (const auto& form : forms) codes.push_back(word_code(form));
  }
}

// Bytes of that word's form which stands at the beginning; 0 if none does.
std::size_t CodedPhrase::match_word(std::size_t word, std::string_view codes) const {
  for (const std::string& form : words_[word])
    if (codes.front() == form.front() && codes.starts_with(form)) return form.size();
  return 0;
}

bool CodedPhrase::stands_in(std::string_view codes) const {
  for (; !codes.empty(); codes.remove_prefix(std::min(codes.size(), code_size(codes)))) {
    std::string_view rest = codes;
    std::size_t word = 0;
    while (word < words_.size() && !rest.empty()) {
      const std::size_t size = match_word(word, rest);
      if (size == 0) break;
      rest.remove_prefix(size);
      ++word;
    }
    if (word == words_.size()) return true;
  }
  return words_.empty();
}

}  // namespace vankien
