#include "indexer/metadata/organ_name.h"

#include <algorithm>
#include <vector>

#include "analyzers/letters.h"
#include "indexer/metadata/organ_phrases.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kMostName = 200;  // letters of an organ's line

std::u32string fold(std::u32string_view text) {
  std::u32string out;
  for (const char32_t c : text) out.push_back(fold_letter(c));
  return out;
}

struct FoldedPhrase {
  std::u32string folded;
  const OrganPhrase* phrase;
};

const std::vector<FoldedPhrase>& phrases() {
  static const auto made = [] {
    std::vector<FoldedPhrase> all;
    for (const OrganPhrase& phrase : kPhrases) all.push_back({fold(phrase.spelt), &phrase});
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.folded.size() > b.folded.size(); });
    return all;
  }();
  return made;
}

const FoldedPhrase* phrase_at(std::u32string_view text, std::size_t at, bool head) {
  for (const FoldedPhrase& phrase : phrases())
    if ((head || !phrase.phrase->head) && has_words_at(text, at, phrase.folded)) return &phrase;
  return nullptr;
}

bool is_roman(std::u32string_view word) { return word.find_first_not_of(U"ivx") == word.npos; }

bool has_vowel(std::u32string_view word) {
  return std::any_of(word.begin(), word.end(), [](char32_t c) { return take_apart(c).base != 0; });
}

// Spells a name from left to right; remembers what the last phrase announced.
class Speller {
 public:
  std::u32string spell(std::u32string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
      if (!is_letter(text[i]) && !is_digit(text[i])) {
        if (text[i] == U'-' || text[i] == U',' || text[i] == U'(') start_part(text[i] != U',');
        out_.push_back(text[i++]);
      } else if (const FoldedPhrase* phrase = phrase_at(text, i, head_)) {
        take(*phrase);
        i += phrase->folded.size();
      } else {
        std::size_t end = i;
        while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
        word(text.substr(i, end - i));
        i = end;
      }
    }
    return std::move(out_);
  }

 private:
  void start_part(bool organ) {
    head_ = organ;
    topic_begins_ = joined_ = true;
  }

  void take(const FoldedPhrase& phrase) {
    std::u32string spelt(phrase.phrase->spelt);
    // "… và Xã hội": the second field of work; "… và tỉnh" stays small.
    if (out_.empty() || (joined_ && phrase.phrase->next == PhraseNext::kTopic))
      spelt[0] = capital_letter(spelt[0]);
    joined_ = false;
    out_ += spelt;
    next_ = phrase.phrase->next;
    head_ = next_ == PhraseNext::kOrgan;
    topic_begins_ = true;
    numbered_ = phrase.folded == U"lần thứ" || phrase.folded == U"khóa" || phrase.folded == U"khu vực";
  }

  void word(std::u32string_view word) {
    const bool all = (numbered_ && is_roman(word)) || !has_vowel(word);
    const bool first = next_ != PhraseNext::kTopic || topic_begins_ || out_.empty();
    const bool joins = word == U"và" || word == U"của";
    for (std::size_t i = 0; i < word.size(); ++i)
      out_.push_back(!joins && (all || (i == 0 && first)) ? capital_letter(word[i]) : word[i]);
    joined_ = joins;
    topic_begins_ = joins || (topic_begins_ && !has_vowel(word));  // "Công ty TNHH MTV Mía đường"
    head_ = false;
  }

  std::u32string out_;
  PhraseNext next_ = PhraseNext::kTopic;
  bool head_ = true;
  bool topic_begins_ = true;
  bool joined_ = false;  // behind "và", a comma, a hyphen
  bool numbered_ = false;
};

}  // namespace

bool names_organ(const Cell& cell) {
  return cell.capitals && cell.folded.chars.size() <= kMostName && begins_organ(cell.folded.chars);
}

bool begins_organ(std::u32string_view text) {
  const std::u32string folded = expand_organ(text);
  if (const FoldedPhrase* phrase = phrase_at(folded, 0, true)) {
    const char32_t first = phrase->phrase->spelt[0];
    // "tỉnh …", "lần thứ …", "Việt Nam" continue the line above.
    return fold_letter(first) != first &&
           !begins_with_any(folded, {U"việt nam", U"nhà nước", U"trung ương", U"dân vận", U"mặt trận tổ quốc",
                                     U"thành phố hồ chí minh"});
  }
  return std::any_of(kFurtherHeads.begin(), kFurtherHeads.end(),
                     [&](auto head) { return begins_with(folded, head); });
}

std::u32string expand_organ(std::u32string_view folded) {
  std::u32string out;
  for (std::size_t i = 0; i < folded.size();) {
    std::size_t end = i;
    while (end < folded.size() && is_letter(folded[end])) ++end;
    const auto word = folded.substr(i, end - i);
    const auto found = std::find_if(kAbbreviations.begin(), kAbbreviations.end(),
                                    [&](const auto& pair) { return pair.first == word; });
    if (end == i) {
      out.push_back(folded[i++]);
    } else if (found == kAbbreviations.end()) {
      out += word;
      i = end;
    } else {
      out += found->second;
      i = end;
      if (i < folded.size() && folded[i] == U'.') {  // TP.HẢI GIANG
        ++i;
        if (i < folded.size() && folded[i] != U' ') out.push_back(U' ');
      }
    }
  }
  return out;
}

std::string spell_organ_name(std::u32string_view folded) { return encode_utf8(Speller().spell(folded)); }

}  // namespace vankien
