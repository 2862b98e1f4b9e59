#include "searchd/search/archive/archive_abbreviations.h"

#include <algorithm>
#include <optional>

#include "analyzers/abbreviations.h"
#include "analyzers/letters.h"
#include "analyzers/schema/schema.h"

namespace vankien {
namespace {

constexpr Xapian::doccount kSlip = 5;    // a reading this many times rarer than the first is a slip
constexpr std::size_t kMostWords = 12;   // of an expansion
constexpr std::size_t kMostParts = 3;    // kt xh
constexpr std::uint32_t kSeparator = 5;  // bytes between the parts of a short form: " – "

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// All pairs stored below one looked-up form; with marks typed only that form itself.
std::vector<ArchiveAlternative> look_up(const Xapian::Database& database, std::string_view prefix,
                                        const std::string& form) {
  const std::string begin = std::string(prefix) + bare_form(form) + "|";
  std::vector<ArchiveAlternative> found;
  for (auto term = database.allterms_begin(begin); term != database.allterms_end(begin); ++term) {
    const std::string pair = (*term).substr(begin.size());  // cbđv|cán bộ đảng viên
    const auto bar = pair.find('|');
    if (bar == std::string::npos || (has_marks(form) && pair.compare(0, bar, form) != 0)) continue;
    const auto words = split(pair.substr(bar + 1));
    const auto same =
        std::find_if(found.begin(), found.end(), [&](const auto& there) { return there.words == words; });
    if (same == found.end())
      found.push_back({words, term.get_termfreq()});
    else
      same->documents += term.get_termfreq();
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.documents > b.documents; });
  std::erase_if(found, [&](const auto& a) { return a.documents * kSlip < found.front().documents; });
  return found;
}

std::optional<ArchiveMatch> match_at(const View& view, const Tokens& words, std::size_t at) {
  const std::size_t most = std::min(kMostWords, words.size() - at);
  std::string phrase = words[at].text;
  std::vector<std::string> phrases = {phrase};
  for (std::size_t i = 1; i < most; ++i) phrases.push_back(phrase += " " + words[at + i].text);
  for (std::size_t count = most; count > 1; --count)
    if (auto shorts = look_up(view.database, prefix::kExpansion, phrases[count - 1]); !shorts.empty())
      return ArchiveMatch{at, at + count, false, std::move(shorts)};
  std::string key;
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < std::min(kMostParts, most); ++i) {
    const Token& word = words[at + i];
    if (word.kind != TokenKind::kWord || is_prose(word.text)) break;
    if (i > 0 && word.begin - words[at + i - 1].end > kSeparator) break;
    keys.push_back(key += word.text);
  }
  for (std::size_t count = keys.size(); count > 0; --count)
    if (auto expansions = look_up(view.database, prefix::kShortForm, keys[count - 1]); !expansions.empty())
      return ArchiveMatch{at, at + count, true, std::move(expansions)};
  return std::nullopt;
}

}  // namespace

std::vector<ArchiveMatch> find_archive_abbreviations(const View& view, const Tokens& words) {
  std::vector<ArchiveMatch> found;
  for (std::size_t at = 0; at < words.size();) {
    if (auto match = match_at(view, words, at)) {
      at = match->last;
      found.push_back(std::move(*match));
    } else {
      ++at;
    }
  }
  return found;
}

}  // namespace vankien
