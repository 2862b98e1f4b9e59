#include <algorithm>
#include <memory>
#include <set>

#include "analyzers/schema/bigram_term.h"
#include "analyzers/schema/schema.h"
#include "analyzers/usual_spelling.h"
#include "searchd/search/suggest/suggestion_sources.h"

namespace vankien {
namespace {

constexpr std::size_t kMostForms = 12;       // of one typed word that are weighed
constexpr std::size_t kMostAdded = 3;        // words beyond what was typed
constexpr std::size_t kMostSteps = 24;       // of growing phrases
constexpr std::size_t kMostWordsBefore = 4;  // of what was typed, that go before the last word

using Words = std::vector<std::string>;

struct Phrase {
  Words words;
  std::uint64_t documents = 0;  ///< at most; the rarest of its pairs
};

// No phrase ends in these, nor in a number.
bool may_end(const std::string& word) {
  static const std::set<std::string_view> weak = {"của", "và",  "về",    "các", "cho",  "theo",
                                                  "với", "tại", "trong", "số",  "từ",   "đến",
                                                  "là",  "do",  "có",    "ở",   "trên", "năm"};
  return !weak.contains(word) && !(word.front() >= '0' && word.front() <= '9');
}

class PhraseMaker {
 public:
  PhraseMaker(const View& view, const std::vector<TypedWord>& typed) : view_(view), typed_(typed) {}

  std::vector<Phrase> make(std::size_t most) {
    std::vector<Phrase> growing = begin();
    std::vector<Phrase> done;
    for (std::size_t step = 0; step < kMostSteps && !growing.empty() && done.size() < most; ++step) {
      const auto best =
          std::max_element(growing.begin(), growing.end(), [](const Phrase& a, const Phrase& b) {
            return a.documents != b.documents ? a.documents < b.documents : a.words > b.words;
          });
      Phrase phrase = std::move(*best);
      growing.erase(best);
      const std::vector<Phrase> longer = grow(phrase);
      // Where one word follows in nearly all titles, the phrase without it is only a piece of it.
      const bool piece = !longer.empty() && 5 * longer.front().documents >= 4 * phrase.documents;
      if (phrase.words.size() > 1 && !piece && may_end(phrase.words.back())) done.push_back(phrase);
      constexpr std::size_t kWaysOn = 3;
      growing.insert(growing.end(), longer.begin(),
                     longer.begin() + static_cast<std::ptrdiff_t>(std::min(kWaysOn, longer.size())));
    }
    return done;
  }

 private:
  std::uint64_t documents_with(const std::string& left, const std::string& right) const {
    return view_.database.get_termfreq(title_bigram_term(left, right));
  }

  std::vector<Phrase> forms_of(const TypedWord& typed) const {
    std::map<std::string, std::uint64_t> counts;
    for (const Titles* titles : view_.titles)
      for (const std::string& beginning : typed.beginnings()) {
        const auto [first, last] = titles->begun_by(beginning);
        for (std::size_t i = first; i < last; ++i)
          if (const TitleWord& word = titles->words()[i]; typed.fits(word.word)) counts[word.word] = 0;
      }
    std::vector<Phrase> forms;
    for (const auto& [word, none] : counts)
      forms.push_back({{word}, view_.database.get_termfreq(make_term(prefix::kTitle, word))});
    sort(forms);
    if (forms.size() > kMostForms) forms.resize(kMostForms);
    return forms;
  }

  static void sort(std::vector<Phrase>& phrases) {
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const Phrase& a, const Phrase& b) { return a.documents > b.documents; });
  }

  // The last word, and before it those words of what was typed that stand before it in titles.
  std::vector<Phrase> begin() const {
    std::vector<Phrase> phrases = forms_of(typed_.back());
    const std::size_t first = typed_.size() - std::min(typed_.size(), kMostWordsBefore + 1);
    for (std::size_t i = typed_.size() - 1; i-- > first;) {
      const std::vector<Phrase> left = forms_of(typed_[i]);
      std::vector<Phrase> longer;
      for (const Phrase& phrase : phrases)
        for (const Phrase& word : left)
          if (const auto documents = documents_with(word.words.front(), phrase.words.front());
              documents > 0) {
            Words words = word.words;
            words.insert(words.end(), phrase.words.begin(), phrase.words.end());
            longer.push_back({std::move(words),
                              i + 2 == typed_.size() ? documents : std::min(documents, phrase.documents)});
          }
      if (longer.empty()) return {};
      sort(longer);
      if (longer.size() > kMostForms) longer.resize(kMostForms);
      phrases = std::move(longer);
    }
    return phrases;
  }

  std::vector<Phrase> grow(const Phrase& phrase) const {
    if (phrase.words.size() >= typed_.size() + kMostAdded) return {};
    const std::string& last = phrase.words.back();
    std::set<std::string> followers;
    for (const Titles* titles : view_.titles)
      if (const TitleWord* word = find(*titles, last))
        followers.insert(word->followers.begin(), word->followers.end());
    std::vector<Phrase> longer;
    for (const std::string& next : followers) {
      if (std::find(phrase.words.begin(), phrase.words.end(), next) != phrase.words.end())
        continue;  // no rounds
      Words words = phrase.words;
      words.push_back(next);
      longer.push_back({std::move(words), std::min(phrase.documents, documents_with(last, next))});
    }
    sort(longer);
    return longer;
  }

  static const TitleWord* find(const Titles& titles, const std::string& word) {
    const auto [first, last] = titles.begun_by(bare_form(word));
    for (std::size_t i = first; i < last; ++i)
      if (titles.words()[i].word == word) return &titles.words()[i];
    return nullptr;
  }

  const View& view_;
  const std::vector<TypedWord>& typed_;
};

// In the lists that are kept decoded: Xapian's matcher took ten milliseconds where each pair stands in a third of 200,000 titles.
std::uint64_t count_common(std::vector<std::shared_ptr<const PostingList>> lists) {
  std::sort(lists.begin(), lists.end(),
            [](const auto& a, const auto& b) { return a->documents < b->documents; });
  std::uint64_t common = 0;
  const auto look = [&](Xapian::docid id) {
    common += std::all_of(lists.begin() + 1, lists.end(), [&](const auto& list) { return list->has(id); });
  };
  if (lists.front()->is_dense())
    lists.front()->set.for_each(look);
  else
    for (const Xapian::docid id : lists.front()->ids) look(id);
  return common;
}

// Documents with all pairs of the phrase in their titles.
std::uint64_t count(const View& view, const Words& words) {
  if (words.size() == 2)  // half of all; a table tells
    return view.database.get_termfreq(title_bigram_term(words[0], words[1]));
  std::uint64_t documents = 0;
  for (std::size_t shard = 0; shard < view.shards.size(); ++shard) {
    std::vector<std::shared_ptr<const PostingList>> pairs;
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
      pairs.push_back(
          view.postings[shard]->of(view.shards[shard], title_bigram_term(words[i], words[i + 1])));
    documents += count_common(std::move(pairs));
  }
  return documents;
}

}  // namespace

std::vector<Suggestion> suggest_phrases(const View& view, const TypedWords& typed, std::size_t most) {
  if (typed.words.empty()) return {};
  std::vector<Suggestion> out;
  for (const Phrase& phrase : PhraseMaker(view, typed.words).make(most)) {
    const std::uint64_t documents = count(view, phrase.words);
    if (documents == 0) continue;  // its pairs stand in titles, but not in one
    std::string text;
    for (const std::string& word : phrase.words)
      text.append(text.empty() ? "" : " ").append(usual_spelling(word));
    out.push_back({.kind = Suggestion::Kind::kPhrase, .text = std::move(text), .count = documents});
  }
  return out;
}

}  // namespace vankien
