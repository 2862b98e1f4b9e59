#include "searchd/search/spelling/correction.h"

#include <algorithm>
#include <cmath>

#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/schema/bigram_term.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/spelling/misspelling.h"
#include "searchd/search/spelling/restoration.h"

namespace vankien {
namespace {

constexpr std::size_t kMostWords = 12;
/// Each unit of a slip's cost (misspelling.h) makes it so many times less likely.
constexpr double kRarer = 20;

bool has_vowel(const std::string& word) {
  return bare_form(word).find_first_of("aeiouy") != std::string::npos;
}

class Corrector {
 public:
  Corrector(const View& view, const ParsedQuery& parsed)
      : view_(view), parsed_(parsed), words_(parsed.words.words), settled_(words_.size()) {
    settle();
  }

  Restoration correct() const {
    std::vector<std::vector<Candidate>> candidates;
    bool doubt = false;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const bool doubted = !settled_[i] && is_doubtful(i);
      doubt = doubt || doubted;
      candidates.push_back(doubted ? slips(words_[i].text) : readings(i));
    }
    if (!doubt) return {};
    Restoration chosen = choose_forms(view_, candidates);
    for (std::size_t i = 0; i < words_.size(); ++i)
      chosen.changed = chosen.changed || chosen.words[i] != words_[i].text;
    return chosen;
  }

 private:
  // What is no Vietnamese prose has its own spelling.
  void settle() {
    const auto keep = [&](std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) settled_[i] = true;
    };
    for (const auto& citation : parsed_.words.citations) keep(citation.first, citation.last);
    for (const auto& number : parsed_.words.numbers) keep(number.first, number.last);
    for (const auto& match : parsed_.words.abbreviations)
      if (match.is_short) keep(match.first, match.last);
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (words_[i].kind != TokenKind::kWord || !has_vowel(words_[i].text) ||
          decode_utf8(words_[i].text).chars.size() < 2)
        settled_[i] = true;
  }

  bool holds(const std::string& word) const { return view_.database.term_exists(make_term("", word)); }
  bool holds(const std::string& left, const std::string& right) const {
    return view_.database.term_exists(bigram_term(left, right));
  }
  bool holds_bare(const std::string& word) const {
    const std::string term = make_term("", word);
    return view_.database.synonyms_begin(term) != view_.database.synonyms_end(term);
  }

  bool is_doubtful(std::size_t i) const {
    const std::string& word = words_[i].text;
    if (!has_marks(word) && holds_bare(word)) return false;
    if (!holds(word)) return true;
    const bool left = i > 0 && parsed_.words.adjacent[i - 1];
    const bool right = i + 1 < words_.size() && parsed_.words.adjacent[i];
    if (!left && !right) return false;
    return !(left && holds(words_[i - 1].text, word)) && !(right && holds(word, words_[i + 1].text));
  }

  std::vector<Candidate> readings(std::size_t i) const {
    const Token& word = words_[i];
    std::vector<Candidate> out = {{word.text, 1}};
    if (word.kind != TokenKind::kWord || settled_[i] || has_marks(word.text)) return out;
    const std::string term = make_term("", word.text);
    for (auto form = view_.database.synonyms_begin(term); form != view_.database.synonyms_end(term); ++form)
      out.push_back({*form, 1});
    return out;
  }

  std::vector<Candidate> slips(const std::string& word) const {
    // A word that is nowhere is as unlikely as a slip, or it would outweigh the rare words of a small archive.
    std::vector<Candidate> out = {{word, holds(word) ? 1 : 1 / kRarer}};
    const auto add = [&](const std::string& form) {
      if (form == word) return;
      const double cost = slip_cost(word, form);
      if (cost <= kFurthest) out.push_back({form, std::pow(kRarer, -cost)});
    };
    for (const std::string& bare : bare_slips(bare_form(word))) {
      const bool known = std::any_of(view_.bare_words.begin(), view_.bare_words.end(),
                                     [&](const BareWords* words) { return words->has(bare); });
      if (!known) continue;
      if (holds(bare)) add(bare);
      for (auto form = view_.database.synonyms_begin(bare); form != view_.database.synonyms_end(bare); ++form)
        add(*form);
    }
    return out;
  }

  const View& view_;
  const ParsedQuery& parsed_;
  const Tokens& words_;
  std::vector<bool> settled_;
};

}  // namespace

std::string correct(const View& view, const std::string& text, const ParsedQuery& parsed) {
  if (parsed.words.words.empty() || parsed.words.words.size() > kMostWords) return {};
  const Restoration chosen = Corrector(view, parsed).correct();
  return chosen.changed ? show_restored(text, parsed.words.words, chosen) : std::string();
}

}  // namespace vankien
