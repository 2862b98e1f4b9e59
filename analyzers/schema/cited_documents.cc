#include "analyzers/schema/cited_documents.h"

#include <algorithm>

#include "analyzers/char_filters.h"
#include "analyzers/schema/date.h"
#include "analyzers/schema/spoken_names.h"

namespace vankien {
namespace {

constexpr std::size_t kLongestType = 5;  // words of a type's name
constexpr std::size_t kMostText = 300;   // bytes of a name without a symbol

struct DateAt {
  std::string iso;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

std::vector<DateAt> dates_of(std::string_view sentence) {
  const MappedText folded = fold_text(sentence);
  std::vector<DateAt> dates;
  for (const FoundDate& found : find_dates(folded))
    dates.push_back({found.date.iso(), folded.offsets[found.begin], folded.offsets[found.end]});
  return dates;
}

std::string squeeze(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    // A symbol broken at the margin: "07-" / "QC/TU".
    if (c == '\n' && out.size() > 1 && (out.back() == '-' || out.back() == '/') && out[out.size() - 2] != ' ')
      continue;
    if (!blank)
      out.push_back(c);
    else if (!out.empty() && out.back() != ' ')
      out.push_back(' ');
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == ',' || out.back() == ';')) out.pop_back();
  return out;
}

std::size_t word_from(const Tokens& words, std::uint32_t byte) {
  return static_cast<std::size_t>(
      std::lower_bound(words.begin(), words.end(), byte,
                       [](const Token& word, std::uint32_t at) { return word.begin < at; }) -
      words.begin());
}

// "Quyết định [số] 411-QĐ/TU": the name that ends right before the word.
const SpokenName* type_before(const Tokens& words, std::size_t at, std::size_t& first) {
  if (at > 0 && words[at - 1].text == "số") --at;
  const SpokenName* best = nullptr;
  for (std::size_t size = 1; size <= std::min(kLongestType, at); ++size) {
    const SpokenName* name = find_type_name(words, at - size);
    if (name == nullptr || name->words.size() != size) continue;
    best = name;
    first = at - size;
  }
  return best;
}

void end_at(CitedDocument& cited, std::string_view sentence, const Tokens& words,
            const std::vector<DateAt>& dates, std::uint32_t begin, std::uint32_t end) {
  const auto behind = std::lower_bound(dates.begin(), dates.end(), end,
                                       [](const DateAt& date, std::uint32_t at) { return date.begin < at; });
  if (behind != dates.end() && only_joints(sentence, words, end, behind->begin)) {
    cited.date = behind->iso;
    end = behind->end;
  }
  cited.begin = begin;
  cited.end = end;
  cited.text = squeeze(sentence.substr(begin, end - begin));
  cited.last = std::max(cited.first + 1, word_from(words, end));
}

}  // namespace

std::vector<CitedDocument> find_cited_documents(std::string_view sentence, const Tokens& words) {
  return find_cited_documents(sentence, words, read_citations(words, sentence));
}

std::vector<CitedDocument> find_cited_documents(std::string_view sentence, const Tokens& words,
                                                const std::vector<CitationReading>& readings) {
  const auto dates = dates_of(sentence);
  std::vector<CitedDocument> found;
  const MappedText letters = read_letters(sentence);
  for (const FoundSymbol& symbol : find_symbols(letters)) {
    CitedDocument cited;
    cited.symbol = symbol.symbol;
    std::uint32_t begin = letters.offsets[symbol.begin];
    cited.first = word_from(words, begin);
    if (const SpokenName* name = type_before(words, cited.first, cited.first)) {
      cited.type = name->type_name;
      begin = words[cited.first].begin;
    } else if (const auto* type = type_of_abbreviation(symbol.symbol.type, symbol.symbol.system)) {
      cited.type = type->name;
    }
    end_at(cited, sentence, words, dates, begin, letters.offsets[symbol.end]);
    found.push_back(std::move(cited));
  }
  // Both lists are in the order of the text.
  const std::size_t symbols = found.size();
  std::size_t next = 0;
  for (const CitationReading& reading : readings) {
    if (!reading.session || reading.first >= words.size()) continue;
    while (next < symbols && found[next].last <= reading.first) ++next;
    if (next < symbols && found[next].first < reading.last) continue;
    CitedDocument cited;
    cited.first = reading.first;
    cited.type = reading.type_name;
    end_at(cited, sentence, words, dates, words[reading.first].begin, words[reading.last - 1].end);
    found.push_back(std::move(cited));
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return found;
}

bool only_joints(std::string_view sentence, const Tokens& words, std::size_t begin, std::size_t end) {
  const auto only_marks = [&](std::size_t from, std::size_t to) {
    return sentence.substr(from, to - from).find_first_not_of(" ,()[]\n\r\t\xC2\xA0") ==
           std::string_view::npos;
  };
  std::size_t at = begin;
  for (std::size_t i = word_from(words, static_cast<std::uint32_t>(begin));
       i < words.size() && words[i].begin < end; ++i) {
    if (!only_marks(at, words[i].begin)) return false;
    if (match_phrase(words, i, "ban hành") != 0)
      ++i;
    else if (!is_word(words, i, "ngày") && !is_word(words, i, "kí"))
      return false;
    at = words[i].end;
  }
  return at <= end && only_marks(at, end);
}

std::string printed(std::string_view sentence, std::size_t begin, std::size_t end) {
  return squeeze(sentence.substr(begin, end - begin));
}

std::optional<CitedDocument> named_document_at(std::string_view sentence, const Tokens& words,
                                               std::size_t at) {
  if (at >= words.size()) return std::nullopt;
  const SpokenName* name = find_type_name(words, at);
  if (name == nullptr) return std::nullopt;
  CitedDocument cited;
  cited.type = name->type_name;
  cited.first = at;
  const std::uint32_t begin = words[at].begin;
  const std::size_t end = std::min(sentence.find_first_of(";:", begin), sentence.size());
  cited.text = squeeze(sentence.substr(begin, end - begin));
  if (cited.text.ends_with('.')) cited.text.pop_back();
  if (cited.text.size() > kMostText) return std::nullopt;  // a sentence, no name
  for (const DateAt& date : dates_of(sentence))
    if (date.begin > begin && date.end <= end) {
      cited.date = date.iso;
      break;
    }
  cited.last = word_from(words, static_cast<std::uint32_t>(end));
  cited.begin = begin;
  cited.end = static_cast<std::uint32_t>(end);
  return cited;
}

}  // namespace vankien
