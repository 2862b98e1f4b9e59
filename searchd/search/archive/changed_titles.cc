#include <algorithm>
#include <map>
#include <set>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/archive/title_followers.h"
#include "searchd/search/archive/titles.h"

namespace vankien {
namespace {

// As the index has them.
std::set<std::string> words_of_title(const std::string& title) {
  std::set<std::string> words;
  analyze_words(title, [&](const TokenView& token) {
    words.insert(make_term(prefix::kTitle, token.text).substr(prefix::kTitle.size()));
  });
  return words;
}

}  // namespace

// Titles that stayed are copied as they stand, from one changed title to the next.
Titles::Titles(const Titles& before, const Xapian::Database& database, const Columns& columns,
               const ChangedDocuments& changes)
    : words_(before.words_) {
  std::map<Xapian::docid, std::set<std::string>> fresh;
  std::set<std::string> changed;
  for (const auto& one : changes.all())
    if (one.is_there) changed.merge(std::set(fresh[one.number] = words_of_title(one.title)));
  documents_.reserve(before.documents_.size() + fresh.size());
  for (std::size_t i = 0; i < before.documents_.size(); ++i) {
    if (!changes.has(before.documents_[i])) {
      documents_.push_back(before.documents_[i]);
      continue;
    }
    for (const std::uint32_t word : before.words_of(i)) changed.insert(before.words_[word].word);
  }
  const NewestFirst order(columns);
  for (const auto& [document, words] : fresh)
    documents_.insert(std::lower_bound(documents_.begin(), documents_.end(), document, order), document);
  const Places places = change_words(database, changed);

  begins_.reserve(documents_.size() + 1);
  std::size_t more = 0;
  for (const auto& [document, words] : fresh) more += words.size();
  title_words_.reserve(before.title_words_.size() + more);
  begins_.push_back(0);
  std::size_t then = 0;
  for (const Xapian::docid document : documents_) {
    if (const auto own = fresh.find(document); own != fresh.end()) {
      const std::size_t begin = title_words_.size();
      for (const std::string& word : own->second) {
        const TitleWord wanted{bare_form(word), word, 0, {}};
        title_words_.push_back(static_cast<std::uint32_t>(
            std::lower_bound(words_.begin(), words_.end(), wanted) - words_.begin()));
      }
      std::sort(title_words_.begin() + static_cast<std::ptrdiff_t>(begin), title_words_.end());
    } else {
      while (before.documents_[then] != document) ++then;
      for (const std::uint32_t word : before.words_of(then)) title_words_.push_back(places[word]);
    }
    begins_.push_back(static_cast<std::uint32_t>(title_words_.size()));
  }
}

Titles::Places Titles::change_words(const Xapian::Database& database, const std::set<std::string>& changed) {
  const std::size_t words_before = words_.size();
  Places then(words_before);
  for (std::uint32_t i = 0; i < then.size(); ++i) then[i] = i;
  constexpr std::uint32_t kNew = ~0u;
  for (const std::string& text : changed) {
    const std::uint32_t documents = database.get_termfreq(std::string(prefix::kTitle) + text);
    TitleWord word{bare_form(text), text, documents, {}};
    const auto at = std::lower_bound(words_.begin(), words_.end(), word);
    const auto place = static_cast<std::size_t>(at - words_.begin());
    const bool is_known = at != words_.end() && at->word == text;
    if (documents > 0) word.followers = find_followers(database, text);
    if (documents > 0 && is_known) {
      words_.replace(place, std::move(word));
    } else if (documents > 0) {
      words_.insert(place, std::move(word));
      then.insert(then.begin() + static_cast<std::ptrdiff_t>(place), kNew);
    } else if (is_known) {
      words_.erase(place);
      then.erase(then.begin() + static_cast<std::ptrdiff_t>(place));
    }
  }
  Places places(words_before, 0);
  for (std::uint32_t i = 0; i < then.size(); ++i)
    if (then[i] != kNew) places[then[i]] = i;
  return places;
}

}  // namespace vankien
