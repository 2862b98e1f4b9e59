#include "searchd/search/suggest/suggest.h"

#include <algorithm>
#include <array>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "searchd/search/archive/readable.h"
#include "searchd/search/query/keystroke_reading.h"
#include "searchd/search/suggest/suggestion_sources.h"

namespace vankien {
namespace {

using Kind = Suggestion::Kind;

constexpr std::size_t kMostWords = 24;  // who has typed more wants no completion

/// How many of a kind come before the others have had their turn; the kinds in the order of the answer.
struct Share {
  Kind kind;
  std::size_t share;
};
constexpr std::array<Share, 5> kShares = {
    {{Kind::kSymbol, 4}, {Kind::kType, 1}, {Kind::kIssuer, 2}, {Kind::kPhrase, 3}, {Kind::kTitle, 3}}};

bool held(const View& view, const std::string& word) {
  return std::any_of(view.titles.begin(), view.titles.end(), [&](const Titles* titles) {
    const auto [first, last] = titles->begun_by(bare_form(word));
    for (std::size_t i = first; i < last; ++i)
      if (titles->words()[i].word == word) return true;
    return false;
  });
}

std::vector<Suggestion> of_kind(const View& view, const TypedWords& typed, const std::string& raw, Kind kind,
                                std::size_t most) {
  switch (kind) {
    case Kind::kSymbol:
      return suggest_symbols(view, raw, most);
    case Kind::kType:
    case Kind::kIssuer:
      return suggest_names(view, typed, kind, most);
    case Kind::kPhrase:
      return suggest_phrases(view, typed, most);
    case Kind::kTitle:
      return suggest_titles(view, typed, most);
  }
  return {};
}

std::size_t bytes_of(std::string_view text, std::size_t letters) {
  const MappedText decoded = decode_utf8(text);
  return decoded.offsets[std::min(letters, decoded.chars.size())];
}

// The typed letters of words. The last word, if it is half-typed, where it follows the one before it: one letter stands at
// the beginning of many words.
std::vector<Span> marks_in(const std::string& text, const TypedWords& typed) {
  const Tokens tokens = analyze_words(text);
  const std::vector<TypedWord>& words = typed.words;
  const auto whole = [&](const Token& token) {
    return std::any_of(words.begin(), words.end() - 1,
                       [&](const TypedWord& one) { return one.fits(token.text); });
  };
  const auto follows = [&](std::size_t i) {
    return words.size() > 1 && i > 0 && words.back().fits(tokens[i].text) &&
           words[words.size() - 2].fits(tokens[i - 1].text);
  };
  bool any_follows = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) any_follows = any_follows || follows(i);
  std::vector<Span> marks;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const bool last = words.back().fits(token.text) && (!any_follows || follows(i));
    if (!whole(token) && !last) continue;
    const std::string_view original = std::string_view(text).substr(token.begin, token.end - token.begin);
    // A word in combining marks has more letters than its folded form: then all of it.
    const bool part = !whole(token) && words.back().state() == TypedWord::State::kBegun &&
                      decode_utf8(original).chars.size() == decode_utf8(token.text).chars.size();
    const std::size_t size = part ? bytes_of(original, words.back().letters()) : original.size();
    marks.push_back({token.begin, token.begin + static_cast<std::uint32_t>(size)});
  }
  return marks;
}

std::vector<Suggestion> suggest_in(const View& view, const std::string& raw, std::size_t limit) {
  const TypedWords typed = read_typed(view, raw);
  if (typed.words.size() > kMostWords || limit == 0) return {};
  std::array<std::vector<Suggestion>, kShares.size()> found;
  for (std::size_t i = 0; i < kShares.size(); ++i) {
    found[i] = of_kind(view, typed, raw, kShares[i].kind, limit);
    std::erase_if(found[i], [&](const Suggestion& one) { return one.text == raw && one.id.empty(); });
  }
  std::array<std::size_t, kShares.size()> taken{};
  std::size_t left = limit;
  for (const bool more : {false, true})
    for (std::size_t i = 0; i < kShares.size(); ++i) {
      const std::size_t wanted = more ? found[i].size() : std::min(found[i].size(), kShares[i].share);
      const std::size_t added = std::min(left, wanted - std::min(wanted, taken[i]));
      taken[i] += added;
      left -= added;
    }
  std::vector<Suggestion> out;
  for (std::size_t i = 0; i < kShares.size(); ++i)
    for (std::size_t at = 0; at < taken[i]; ++at) {
      out.push_back(std::move(found[i][at]));
      if (kShares[i].kind != Kind::kSymbol) out.back().marked = marks_in(out.back().text, typed);
    }
  return out;
}

}  // namespace

TypedWords read_typed(const View& view, const std::string& typed) {
  TypedWords out;
  out.text = read_keystrokes(typed, view.database).text;
  const Tokens words = analyze_words(out.text);
  const bool marked =
      std::any_of(words.begin(), words.end(), [](const Token& word) { return has_marks(word.text); });
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Token& word = words[i];
    using State = TypedWord::State;
    State state = State::kWhole;
    if (i + 1 == words.size() && word.end == out.text.size())
      state = word.kind == TokenKind::kNumber ? State::kExact : State::kBegun;
    else if (word.kind == TokenKind::kNumber || (marked && held(view, word.text)))
      state = State::kExact;
    out.words.emplace_back(word.text, state);
  }
  return out;
}

std::vector<Suggestion> suggest(const Snapshot& snapshot, Clearance clearance, const std::string& typed,
                                std::size_t limit) {
  return readable([&] { return suggest_in(*snapshot.view(clearance), typed, limit); });
}

std::string_view name_of(Suggestion::Kind kind) {
  switch (kind) {
    case Kind::kSymbol:
      return "symbol";
    case Kind::kType:
      return "type";
    case Kind::kIssuer:
      return "issuer";
    case Kind::kPhrase:
      return "phrase";
    case Kind::kTitle:
      return "title";
  }
  return "";
}

}  // namespace vankien
