#include <algorithm>

#include "analyzers/schema/bigram_term.h"
#include "analyzers/schema/document_name.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/archive/order.h"
#include "searchd/search/suggest/suggestion_sources.h"

namespace vankien {
namespace {

constexpr std::size_t kPool = 64;       // newest documents that are looked at more closely
constexpr std::size_t kMostWords = 32;  // bits of a mask

struct Found {
  Place place;
  std::size_t pairs = 0;  // of neighbours among the words that stand together in its title
};

using Masks = std::vector<std::uint32_t>;

// By word of a database's titles: which of the typed words it may be.
Masks masks_of(const Titles& titles, const std::vector<TypedWord>& words) {
  Masks masks(titles.end_of_numbers());
  for (std::size_t i = 0; i < words.size(); ++i)
    for (const std::string& beginning : words[i].beginnings()) {
      const auto [first, last] = titles.begun_by(beginning);
      for (std::size_t place = first; place < last; ++place)
        if (const TitleWord& word = titles.words()[place]; words[i].fits(word.word))
          masks[word.number] |= 1u << i;
    }
  return masks;
}

void find_newest(const View& view, std::size_t shard, const std::vector<TypedWord>& words,
                 std::vector<Found>& found) {
  const Titles& titles = *view.titles[shard];
  const Masks masks = masks_of(titles, words);
  const std::uint32_t all = words.size() == kMostWords ? ~0u : (1u << words.size()) - 1;
  std::uint32_t known = 0;
  for (const std::uint32_t mask : masks) known |= mask;
  if (known != all) return;  // a word that no title has: no need to walk over them all
  std::size_t left = kPool;
  for (std::size_t i = 0; i < titles.documents().size() && left > 0; ++i) {
    std::uint32_t seen = 0;
    for (const auto word : titles.words_of(i)) seen |= masks[word];
    if (seen != all) continue;
    found.push_back({{shard, titles.documents()[i]}});
    --left;
  }
}

// Pairs of title words that two typed neighbours may be; at most so many, the first ones by the alphabet.
std::vector<std::string> pairs_of(const View& view, const TypedWord& left, const TypedWord& right) {
  constexpr std::size_t kMostForms = 8;
  const auto forms = [&](const TypedWord& typed) {
    std::map<std::string, std::uint64_t> counts;
    for (const Titles* titles : view.titles)
      for (const std::string& beginning : typed.beginnings()) {
        const auto [first, last] = titles->begun_by(beginning);
        for (std::size_t i = first; i < last; ++i)
          if (const TitleWord& word = titles->words()[i]; typed.fits(word.word))
            counts[word.word] += word.documents;
      }
    std::vector<std::pair<std::uint64_t, std::string>> sorted;
    for (const auto& [word, count] : counts) sorted.emplace_back(count, word);
    std::stable_sort(sorted.begin(), sorted.end(), [](auto& a, auto& b) { return a.first > b.first; });
    if (sorted.size() > kMostForms) sorted.resize(kMostForms);
    return sorted;
  };
  std::vector<std::string> terms;
  const auto rights = forms(right);
  for (const auto& [count, a] : forms(left))
    for (const auto& [other, b] : rights)
      if (auto term = title_bigram_term(a, b); view.database.term_exists(term))
        terms.push_back(std::move(term));
  return terms;
}

void count_pairs(const View& view, const std::vector<TypedWord>& words, std::vector<Found>& found) {
  std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
    return number_of(view, a.place) < number_of(view, b.place);
  });
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    std::vector<bool> has(found.size());
    for (const std::string& term : pairs_of(view, words[i], words[i + 1])) {
      auto at = view.database.postlist_begin(term);
      const auto end = view.database.postlist_end(term);
      for (std::size_t place = 0; place < found.size() && at != end; ++place) {
        const Xapian::docid id = number_of(view, found[place].place);
        at.skip_to(id);
        if (at != end && *at == id) has[place] = true;
      }
    }
    for (std::size_t place = 0; place < found.size(); ++place) found[place].pairs += has[place] ? 1 : 0;
  }
}

}  // namespace

std::vector<Suggestion> suggest_titles(const View& view, const TypedWords& typed, std::size_t most) {
  if (typed.words.empty() || typed.words.size() > kMostWords) return {};
  std::vector<Found> found;
  for (std::size_t shard = 0; shard < view.shards.size(); ++shard)
    find_newest(view, shard, typed.words, found);
  count_pairs(view, typed.words, found);
  std::sort(found.begin(), found.end(), [newer = Order(view, {})](const Found& a, const Found& b) {
    return a.pairs != b.pairs ? a.pairs > b.pairs : newer(a.place, b.place);
  });
  std::vector<Suggestion> out;
  for (const Found& one : found) {
    if (out.size() == most) break;
    DocumentName name = named_document_at(view, one.place).name;
    const bool known =
        std::any_of(out.begin(), out.end(), [&](const auto& other) { return other.text == name.title; });
    if (known || name.title.empty()) continue;
    out.push_back({.kind = Suggestion::Kind::kTitle,
                   .text = std::move(name.title),
                   .id = std::move(name.id),
                   .symbol = std::move(name.symbol),
                   .date = std::move(name.date)});
  }
  return out;
}

}  // namespace vankien
