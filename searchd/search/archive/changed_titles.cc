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

Titles::Titles(const Titles& before, const Xapian::Database& database, const Columns& columns,
               const ChangedDocuments& changes)
    : words_(before.words_),
      documents_(before.documents_),
      begins_(before.begins_),
      titles_(before.titles_),
      fresh_(before.fresh_),
      end_of_numbers_(before.end_of_numbers_) {
  const std::vector<std::uint32_t> places = before.places();
  std::set<std::string> changed;
  for (const auto& one : changes.all()) {
    const auto at = std::find(documents_.begin(), documents_.end(), one.number) - documents_.begin();
    if (static_cast<std::size_t>(at) == documents_.size()) continue;
    for (const std::uint32_t word : words_of(static_cast<std::size_t>(at)))
      changed.insert(before.words_[places[word]].word);
    documents_.erase(documents_.begin() + at);
    begins_.erase(begins_.begin() + at);
  }
  std::map<Xapian::docid, std::set<std::string>> fresh;
  for (const auto& one : changes.all())
    if (one.is_there) changed.merge(std::set(fresh[one.number] = words_of_title(one.title)));
  change_words(database, changed);
  const NewestFirst order(columns);
  for (const auto& [document, words] : fresh) {
    const auto at = std::lower_bound(documents_.begin(), documents_.end(), document, order);
    begins_.insert(begins_.begin() + (at - documents_.begin()), add(words));
    documents_.insert(at, document);
  }
  gather();
}

void Titles::change_words(const Xapian::Database& database, const std::set<std::string>& changed) {
  for (const std::string& text : changed) {
    const std::uint32_t documents = database.get_termfreq(std::string(prefix::kTitle) + text);
    TitleWord word{bare_form(text), text, documents, end_of_numbers_, {}};
    const auto at = std::lower_bound(words_.begin(), words_.end(), word);
    const auto place = static_cast<std::size_t>(at - words_.begin());
    const bool is_known = at != words_.end() && at->word == text;
    if (documents == 0) {
      if (is_known) words_.erase(place);
      continue;
    }
    word.followers = find_followers(database, text);
    if (is_known) {
      word.number = at->number;
      words_.replace(place, std::move(word));
    } else {
      words_.insert(place, std::move(word));
      ++end_of_numbers_;
    }
  }
}

std::uint32_t Titles::add(const std::set<std::string>& words) {
  const std::size_t begin = fresh_.size();
  fresh_.push_back(static_cast<std::uint32_t>(words.size()));
  for (const std::string& word : words) {
    const TitleWord wanted{bare_form(word), word, 0, 0, {}};
    fresh_.push_back(std::lower_bound(words_.begin(), words_.end(), wanted)->number);
  }
  std::sort(fresh_.begin() + static_cast<std::ptrdiff_t>(begin) + 1, fresh_.end());
  return static_cast<std::uint32_t>(titles_->size() + begin);
}

// Walks go from title to title in memory as long as most lie in their order; and what is gone takes no room for ever.
void Titles::gather() {
  constexpr std::size_t kMostFresh = 1 << 16;
  if (fresh_.size() < kMostFresh) return;
  std::vector<std::uint32_t> titles;
  titles.reserve(titles_->size() + fresh_.size());
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    const auto words = words_of(i);
    const auto begin = static_cast<std::uint32_t>(titles.size());
    titles.push_back(static_cast<std::uint32_t>(words.size()));
    titles.insert(titles.end(), words.begin(), words.end());
    begins_[i] = begin;
  }
  titles_ = std::make_shared<const std::vector<std::uint32_t>>(std::move(titles));
  fresh_.clear();
}

}  // namespace vankien
