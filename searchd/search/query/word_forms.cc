#include "searchd/search/query/word_forms.h"

#include <algorithm>

#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/schema/schema.h"

namespace vankien {
namespace {

constexpr std::size_t kFewestLettersBegun = 2;  // one letter begins half the vocabulary

// quyết → quyêt: what is left when only the tone is forgotten.
std::string without_tone(std::string_view word) {
  MappedText text = decode_utf8(word);
  for (char32_t& letter : text.chars)
    if (const Vowel vowel = take_apart(letter); vowel.base != 0) letter = vowel.base;
  return encode_utf8(text.chars);
}

void sort_unique(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

}  // namespace

const WordForms& FormFinder::of(const std::string& word, Freedom freedom) {
  const auto [place, fresh] = found_.try_emplace({word, freedom});
  if (fresh) place->second = find(word, freedom);
  return place->second;
}

WordForms FormFinder::find(const std::string& word, Freedom freedom) const {
  const std::string term = make_term("", word);
  if (literal_) return {{term}, Reading::kTyped};
  WordForms forms;
  if (database_.term_exists(term)) forms.words.push_back(term);
  const bool marked = has_marks(word);
  const bool may_expand = freedom.bare == Freedom::Bare::kYes ||
                          (freedom.bare == Freedom::Bare::kIfUnknown && forms.words.empty());
  const bool expands = !marked && may_expand;
  if (expands && database_.synonyms_begin(term) != database_.synonyms_end(term)) {
    forms.words.insert(forms.words.end(), database_.synonyms_begin(term), database_.synonyms_end(term));
    forms.reading = Reading::kBare;
  }
  if (!forms.words.empty()) return forms;
  if (marked) {
    const std::string bare = make_term("", bare_form(word));
    for (auto form = database_.synonyms_begin(bare); form != database_.synonyms_end(bare); ++form)
      if (without_tone(*form) == word) forms.words.push_back(*form);
    forms.reading = Reading::kTone;
  }
  if (forms.words.empty() && freedom.open_end && freedom.bare != Freedom::Bare::kNo &&
      decode_utf8(word).chars.size() >= kFewestLettersBegun) {
    forms.words = begun(term);
    forms.reading = Reading::kBegun;
  }
  if (forms.words.empty()) return {{term}, Reading::kTyped};  // matches nothing, as it should
  return forms;
}

std::vector<std::string> FormFinder::begun(const std::string& word) const {
  std::vector<std::string> found;
  for (auto term = database_.allterms_begin(word); term != database_.allterms_end(word); ++term)
    found.push_back(*term);
  if (!has_marks(word))
    for (auto bare = database_.synonym_keys_begin(word); bare != database_.synonym_keys_end(word); ++bare)
      found.insert(found.end(), database_.synonyms_begin(*bare), database_.synonyms_end(*bare));
  sort_unique(found);
  return found;
}

}  // namespace vankien
