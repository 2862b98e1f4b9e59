#include "analyzers/abbreviations.h"

#include <algorithm>

#include "analyzers/abbreviation_table.h"
#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/schema/citation_words.h"
#include "analyzers/schema/document_type.h"
#include "analyzers/schema/symbol_words.h"
#include "analyzers/syllable.h"

namespace vankien {
namespace {

using Words = std::vector<std::string>;

constexpr std::uint32_t kWidestSeparator = 5;  // " – " in bytes
constexpr std::size_t kClearMeanings = 2;  // a short form of more meanings is weak evidence for one of them
constexpr std::size_t kMostParts = 8;      // u.b.n.d., b.c.h.t.w.

bool meets(const std::string& typed, const std::string& word) {
  return typed == word || (!has_marks(typed) && typed == bare_form(word));
}

bool same_words(const Tokens& words, std::size_t at, const Words& wanted) {
  if (at + wanted.size() > words.size()) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (!meets(words[at + i].text, wanted[i])) return false;
  return true;
}

void add(std::vector<Alternative>& alternatives, Alternative alternative) {
  for (auto& there : alternatives)
    if (there.words == alternative.words) {
      if (there.use != alternative.use) there.use = Use::kBoth;
      return;
    }
  alternatives.push_back(std::move(alternative));
}

// nq, tw: in the symbol of every paper that another cites, and so in every paper.
bool names_every_symbol(const std::string& key) {
  return key == "tw" || !spell_abbreviation(key, true).empty();
}

Alternative short_alternative(const Words& words, Use use) {
  const std::string key = abbreviation_key(words);
  const auto entries = abbreviation_table().by_key.find(key);
  const bool ambiguous =
      entries != abbreviation_table().by_key.end() && entries->second.size() > kClearMeanings;
  const bool prose = std::all_of(words.begin(), words.end(), [](const auto& word) { return is_prose(word); });
  return {words, use, prose || ambiguous || names_every_symbol(key)};
}

class Finder {
 public:
  Finder(std::string_view text, const Tokens& words) : words_(words), capitals_(words.size(), false) {
    note_capitals(text);
    const auto taken = taken_words(text);
    for (std::size_t at = 0; at < words.size();) {
      auto match = longest_at(at, taken);
      if (match) {
        at = match->last;
        found_.push_back(std::move(*match));
      } else {
        ++at;
      }
    }
  }

  std::vector<AbbreviationMatch> found() {
    settle_systems();
    return std::move(found_);
  }

 private:
  // Capitals tell a short form from a word only where the writer uses small letters too.
  void note_capitals(std::string_view text) {
    const MappedText letters = decode_utf8(text);
    const auto is_capital = [](char32_t c) { return fold_letter(c) != c; };
    const bool mixed = std::any_of(letters.chars.begin(), letters.chars.end(),
                                   [&](char32_t c) { return is_letter(c) && !is_capital(c); });
    if (!mixed && words_.size() > 2) return;
    std::size_t c = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      while (c < letters.chars.size() && letters.offsets[c] < words_[i].begin) ++c;
      bool all = true;
      for (; c < letters.chars.size() && letters.offsets[c] < words_[i].end; ++c)
        all = all && (!is_letter(letters.chars[c]) || is_capital(letters.chars[c]));
      capitals_[i] = all;
    }
  }

  std::vector<bool> taken_words(std::string_view text) const {
    std::vector<bool> taken(words_.size(), false);
    const auto take = [&](std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) taken[i] = true;
    };
    for (const auto& reading : read_symbol_words(words_, text)) take(reading.first, reading.last);
    for (const auto& reading : read_citations(words_, text)) take(reading.first, reading.last);
    for (const Token& token : analyze(text)) {
      if (token.kind != TokenKind::kSymbol) continue;
      for (std::size_t i = 0; i < words_.size(); ++i)
        if (words_[i].begin >= token.begin && words_[i].end <= token.end) taken[i] = true;
    }
    return taken;
  }

  std::optional<AbbreviationMatch> longest_at(std::size_t at, const std::vector<bool>& taken) const {
    std::size_t most = 0;
    while (at + most < words_.size() && !taken[at + most]) ++most;
    if (most == 0 || words_[at].kind != TokenKind::kWord) return std::nullopt;
    auto expanded = expansion_at(at, most);
    auto shortened = short_at(at, most);
    if (!expanded || (shortened && shortened->last >= expanded->last)) return shortened;
    return expanded;
  }

  std::optional<AbbreviationMatch> short_at(std::size_t at, std::size_t most) const {
    std::size_t parts = 1;
    while (parts < std::min(most, kMostParts) && words_[at + parts].kind == TokenKind::kWord &&
           words_[at + parts].begin - words_[at + parts - 1].end <= kWidestSeparator)
      ++parts;
    for (; parts > 0; --parts) {
      std::string key;
      for (std::size_t i = 0; i < parts; ++i) key += words_[at + i].text;
      auto entries = entries_of(key);
      if (parts > 1 && !may_be_parts(at, parts))
        std::erase_if(entries, [&](std::size_t e) {
          const auto& wanted = abbreviation_table().entries[e].parts;
          return wanted.size() != parts || !same_words(words_, at, wanted);
        });
      if (entries.empty()) continue;
      AbbreviationMatch match{at, at + parts, true, is_doubtful(at, parts), {}};
      Words typed;
      for (std::size_t i = 0; i < parts; ++i) typed.push_back(words_[at + i].text);
      for (const std::size_t e : entries)
        add(match.alternatives,
            {abbreviation_table().entries[e].words, abbreviation_table().entries[e].use, false});
      for (const std::size_t e : entries)  // KTXH is written KT-XH too
        for (auto& spelling : {abbreviation_table().entries[e].parts,
                               Words{abbreviation_key(abbreviation_table().entries[e].parts)}})
          if (spelling != typed)
            add(match.alternatives, short_alternative(spelling, abbreviation_table().entries[e].use));
      return match;
    }
    return std::nullopt;
  }

  // Typed without marks a form may also be one with marks: da is DA or ĐA.
  static std::vector<std::size_t> entries_of(const std::string& key) {
    std::vector<std::size_t> entries;
    if (const auto exact = abbreviation_table().by_key.find(key); exact != abbreviation_table().by_key.end())
      entries = exact->second;
    if (has_marks(key)) return entries;
    if (const auto bare = abbreviation_table().by_bare_key.find(key);
        bare != abbreviation_table().by_bare_key.end())
      for (const std::size_t e : bare->second)
        if (std::find(entries.begin(), entries.end(), e) == entries.end()) entries.push_back(e);
    return entries;
  }

  // Pieces that make one short form: h.đ.n.d, ub nd; but never two words of prose.
  bool may_be_parts(std::size_t at, std::size_t parts) const {
    bool single = true;
    bool prose = false;
    for (std::size_t i = at; i < at + parts; ++i) {
      single = single && decode_utf8(words_[i].text).chars.size() == 1;
      prose = prose || is_prose(words_[i].text);
    }
    return single || !prose;
  }

  bool is_doubtful(std::size_t at, std::size_t parts) const {
    for (std::size_t i = at; i < at + parts; ++i)
      if (!is_prose(words_[i].text) || capitals_[i]) return false;
    return true;
  }

  std::optional<AbbreviationMatch> expansion_at(std::size_t at, std::size_t most) const {
    const auto begun = abbreviation_table().by_first.find(bare_form(words_[at].text));
    if (begun == abbreviation_table().by_first.end()) return std::nullopt;
    AbbreviationMatch match;
    for (const std::size_t e : begun->second) {
      const AbbreviationEntry& entry = abbreviation_table().entries[e];
      if (entry.words.size() > most || (match.last != 0 && entry.words.size() < match.last - at)) continue;
      if (entry.words.size() < 2 || !same_words(words_, at, entry.words)) continue;
      match.first = at;
      match.last = at + entry.words.size();
      add(match.alternatives, short_alternative(entry.parts, entry.use));
      if (entry.parts.size() > 1)
        add(match.alternatives, short_alternative({abbreviation_key(entry.parts)}, entry.use));
    }
    return match.last == 0 ? std::nullopt : std::optional(std::move(match));
  }

  // Matches that only one system can mean are witnesses for the others.
  void settle_systems() {
    std::size_t party = 0;
    std::size_t state = 0;
    for (const auto& match : found_) {
      const auto only = [&](Use use) {
        return !match.doubtful && std::all_of(match.alternatives.begin(), match.alternatives.end(),
                                              [&](const Alternative& a) { return a.use == use; });
      };
      party += only(Use::kParty) ? 1 : 0;
      state += only(Use::kState) ? 1 : 0;
    }
    for (const Token& word : words_) {
      party += word.text == "đảng" ? 1 : 0;
      state += word.text == "luật" ? 1 : 0;
    }
    if ((party == 0) == (state == 0)) return;
    const Use own = party > 0 ? Use::kParty : Use::kState;
    const Use other = party > 0 ? Use::kState : Use::kParty;
    for (auto& match : found_) {
      auto& all = match.alternatives;
      if (std::all_of(all.begin(), all.end(), [&](const Alternative& a) { return a.use == other; })) continue;
      std::erase_if(all, [&](const Alternative& a) { return a.use == other; });
      std::stable_partition(all.begin(), all.end(), [&](const Alternative& a) { return a.use == own; });
    }
  }

  const Tokens& words_;
  std::vector<bool> capitals_;
  std::vector<AbbreviationMatch> found_;
};

}  // namespace

std::vector<AbbreviationMatch> find_abbreviations(std::string_view text, const Tokens& words) {
  return Finder(text, words).found();
}

std::string abbreviation_key(const std::vector<std::string>& words) {
  std::string key;
  for (const auto& word : words) key += word;
  return key;
}

bool is_prose(std::string_view word) {
  const MappedText letters = decode_utf8(word);
  Syllable syllable;
  return parse_syllable(letters.chars, syllable);
}

}  // namespace vankien
