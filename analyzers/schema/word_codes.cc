#include "analyzers/schema/word_codes.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "analyzers/run_scan.h"

namespace vankien {
namespace {

#include "analyzers/data/word_codes.inc"

// The first byte of a code says how long it is. One more byte for one word saves 3 % of all: with 127 words of one byte and
// 2,000 of two a word took 1.50 bytes in 50,000 documents, now 1.32.
constexpr unsigned kShort = 0xEB;     // 01–EB: the word alone
constexpr unsigned kTwoBytes = 0xEC;  // EC–FD: with the byte behind it
constexpr unsigned kSpelled = 0xFE;   // as many letters as the byte behind it says
constexpr unsigned kHashed = 0xFF;    // a word of more letters, by its hash
constexpr std::size_t kMostSpelled = kMostCodeBytes - 2;
constexpr std::size_t kHashBytes = 16;

char byte(std::size_t value) { return static_cast<char>(static_cast<unsigned char>(value)); }
unsigned number(char byte) { return static_cast<unsigned char>(byte); }

const std::vector<std::string_view>& frequent_words() {
  static const auto made = [] {
    std::vector<std::string_view> words;
    for (std::size_t begin = 1; begin < kFrequentWords.size();) {
      const std::size_t end = kFrequentWords.find(' ', begin);
      words.push_back(kFrequentWords.substr(begin, end - begin));
      begin = end + 1;
    }
    return words;
  }();
  return made;
}

const std::unordered_map<std::string_view, std::string>& frequent_codes() {
  static const auto made = [] {
    std::unordered_map<std::string_view, std::string> codes;
    const auto& words = frequent_words();
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::size_t rare = i - std::min<std::size_t>(i, kShort);
      codes.emplace(words[i], i < kShort ? std::string(1, byte(i + 1))
                                         : std::string{byte(kTwoBytes + (rare >> 8)), byte(rare & 0xFF)});
    }
    return codes;
  }();
  return made;
}

// Bytes of the code that begins here, more than there are if the row is damaged.
std::size_t code_size(std::string_view codes) {
  const unsigned first = number(codes.front());
  if (first < kTwoBytes) return 1;
  if (first < kSpelled || codes.size() < 2) return 2;
  return first == kHashed ? 1 + kHashBytes : 2 + number(codes[1]);
}

// Whether a spelled word may begin there.
bool has_spelled(std::string_view codes) {
  for (std::size_t at = 0; at < codes.size(); at += sizeof(sixteen_bytes::Bytes)) {
    using namespace sixteen_bytes;
    if (bits_of((Bytes)(load(codes, at) >= static_cast<unsigned char>(kSpelled))) != 0) return true;
  }
  return false;
}

// The first place of some bytes at or behind `from`, or npos. memmem looks at one byte after the other (0.4 ns each); most rows do not
// hold what is sought, and sixteen places at a time are told from it by their first byte and their last.
std::size_t find_bytes(std::string_view codes, std::string_view sought, std::size_t from) {
  using namespace sixteen_bytes;
  const std::size_t last = sought.size() - 1;
  const Bytes begins = Bytes{} + static_cast<unsigned char>(sought.front());
  const Bytes ends = Bytes{} + static_cast<unsigned char>(sought.back());
  const auto find_among = [&](std::size_t at, Bytes first_bytes, Bytes last_bytes) {
    unsigned found = bits_of((Bytes)(first_bytes == begins) & (Bytes)(last_bytes == ends));
    for (; found != 0; found &= found - 1) {
      const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(found));
      if (codes.substr(place).starts_with(sought)) return place;
    }
    return codes.npos;
  };
  std::size_t at = from;
  for (; at + last + sizeof(Bytes) <= codes.size(); at += sizeof(Bytes)) {
    Bytes first_bytes, last_bytes;
    std::memcpy(&first_bytes, codes.data() + at, sizeof first_bytes);
    std::memcpy(&last_bytes, codes.data() + at + last, sizeof last_bytes);
    if (const auto place = find_among(at, first_bytes, last_bytes); place != codes.npos) return place;
  }
  for (; at + last < codes.size(); at += sizeof(Bytes))
    if (const auto place = find_among(at, load(codes, at), load(codes, at + last)); place != codes.npos)
      return place;
  return codes.npos;
}

// Where codes begin is known from the row's begin, and each step from code to code waits for the one before (5 ns). But a byte
// below EC ends a code, unless it stands in a spelled word; behind it, the bytes of EC and more are in pairs. `code`: where one
// begins at or before that place; where no code begins there, it is moved on towards it.
bool code_begins_at(std::string_view codes, std::size_t at, std::size_t& code) {
  std::size_t pairs = at;
  while (pairs > code && number(codes[pairs - 1]) >= kTwoBytes) --pairs;
  const std::size_t from = std::max(code, pairs - std::min(pairs, kMostCodeBytes));
  if (!has_spelled(codes.substr(from, at - from))) {
    if ((at - pairs) % 2 == 0) return true;
    code = at - 1;
    return false;
  }
  while (code < at) code += code_size(codes.substr(code));
  return code == at;
}

}  // namespace

std::string word_code(std::string_view word) {
  const auto& known = frequent_codes();
  if (const auto found = known.find(word); found != known.end()) return found->second;
  if (word.size() <= kMostSpelled) return std::string{byte(kSpelled), byte(word.size())}.append(word);
  const XXH128_hash_t hash = XXH3_128bits(word.data(), word.size());
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, hash);
  return byte(kHashed) + std::string(reinterpret_cast<const char*>(bytes.digest), kHashBytes);
}

std::optional<std::string_view> take_word(std::string_view& codes) {
  if (codes.empty()) return std::nullopt;
  const unsigned first = number(codes.front());
  const std::size_t size = code_size(codes);
  if (first == number(kFieldGap) || first == kHashed || size > codes.size()) return std::nullopt;
  const std::string_view code = codes.substr(0, size);
  std::string_view word;
  if (first == kSpelled) {
    word = code.substr(2);
  } else {
    const std::size_t place = size == 1 ? first - 1 : kShort + ((first - kTwoBytes) << 8) + number(code[1]);
    if (place >= frequent_words().size()) return std::nullopt;
    word = frequent_words()[place];
  }
  codes.remove_prefix(size);
  return word;
}

CodedPhrase::CodedPhrase(const std::vector<std::vector<std::string>>& words) {
  for (const auto& forms : words) {
    auto& codes = words_.emplace_back();
    for (const auto& form : forms) codes.push_back(word_code(form));
  }
  if (words_.empty()) return;
  for (const std::string& form : words_.front()) begins_[number(form.front())] = true;
  if (std::all_of(words_.begin(), words_.end(), [](const auto& forms) { return forms.size() == 1; }))
    for (const auto& forms : words_) whole_ += forms.front();
}

bool CodedPhrase::stands_at_begin(std::string_view codes) const {
  return std::all_of(words_.begin(), words_.end(), [&](const std::vector<std::string>& forms) {
    const auto form = std::find_if(forms.begin(), forms.end(),
                                   [&](const std::string& one) { return codes.starts_with(one); });
    if (form == forms.end()) return false;
    codes.remove_prefix(form->size());
    return true;
  });
}

// Bytes are sought first, and where they stand is looked at then: they may begin inside a code.
bool CodedPhrase::whole_stands_in(std::string_view codes) const {
  std::size_t code = 0;
  for (std::size_t at = 0; (at = find_bytes(codes, whole_, std::max(at, code))) != codes.npos; ++at)
    if (code_begins_at(codes, at, code)) return true;
  return false;
}

// Most words are passed by with a look at their first byte.
bool CodedPhrase::stands_in(std::string_view codes) const {
  if (!whole_.empty()) return whole_stands_in(codes);
  while (!codes.empty()) {
    if (begins_[number(codes.front())] && stands_at_begin(codes)) return true;
    codes.remove_prefix(std::min(codes.size(), code_size(codes)));
  }
  return words_.empty();
}

}  // namespace vankien
