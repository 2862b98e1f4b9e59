#include "searchd/search/query/word_run.h"

#include <algorithm>

#include "analyzers/analyzer.h"

namespace vankien {
namespace {

constexpr std::uint32_t kBlankBytes =
    2;  // bytes between a type's name and the symbol it announces: a blank, a no-break space

class RunReader {
 public:
  explicit RunReader(ParsedQuery& query) : query_(query) {}

  void take_words(const std::string& rest, bool literal) {
    const Tokens tokens = analyze(rest);
    Tokens words;
    std::vector<Token> symbols;
    std::vector<std::uint32_t> bigrams;
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::kSymbol)
        symbols.push_back(token);
      else if (token.kind == TokenKind::kBigram)
        bigrams.push_back(token.begin);
      else
        words.push_back(token);
    }
    WordRun& run = query_.words;
    if (!literal) {
      const auto citations = read_citations(words, rest);
      const Tokens all = words;
      for (const Token& token : symbols) take_symbol(rest, token, all, citations, words);
    }
    run.words = std::move(words);
    for (std::size_t i = 0; i < run.words.size(); ++i)
      run.adjacent.push_back(i + 1 < run.words.size() &&
                             run.words[i].position + 1 == run.words[i + 1].position &&
                             std::binary_search(bigrams.begin(), bigrams.end(), run.words[i].begin));
    if (literal) return;
    run.citations = read_citations(run.words, rest);
    for (auto& reading : read_symbol_words(run.words, rest))
      if (reading.symbol.organ.empty() && !overlaps(run.citations, reading))
        run.numbers.push_back(std::move(reading));
    run.abbreviations = find_abbreviations(rest, run.words);
    Hints hints = read_hints(run.words);
    run.hints.types = std::move(hints.types);
    run.hints.years.insert(run.hints.years.end(), hints.years.begin(), hints.years.end());
  }

 private:
  static bool overlaps(const std::vector<CitationReading>& citations, const SymbolReading& reading) {
    return std::any_of(citations.begin(), citations.end(), [&](const CitationReading& citation) {
      return citation.first < reading.last && reading.first < citation.last;
    });
  }

  // Read again where it stands; words go only if the symbol is really taken, which it is not if a citation around it
  // says more: its meeting, its term.
  void take_symbol(std::string_view text, const Token& token, const Tokens& all,
                   const std::vector<CitationReading>& citations, Tokens& words) {
    auto symbol = parse_symbol(text.substr(token.begin, token.end - token.begin));
    if (!symbol) return;
    for (const CitationReading& citation : citations)
      if (all[citation.first].begin < token.end && token.begin < all[citation.last - 1].end &&
          says_more(citation, *symbol))
        return;
    query_.symbols.push_back(std::move(*symbol));
    erase_symbol(text, words, token);
  }

  // 05-NQ_TU.pdf: a file's name that was pasted.
  static bool is_file_ending(std::string_view text, std::size_t at, const Token& word) {
    static constexpr std::string_view kEndings[] = {"pdf", "doc", "docx", "odt", "rtf",
                                                    "txt", "htm", "html", "xls", "xlsx"};
    return word.begin == at + 1 && text[at] == '.' &&
           std::find(std::begin(kEndings), std::end(kEndings), word.text) != std::end(kEndings);
  }

  // A date or a year right behind a symbol: `ngày 01/6/2022`, `ngày 1 tháng 6 năm 2022`, `2022`. It chooses among several
  // papers of one symbol, and need not stand in the text. Returns how many words it takes.
  std::size_t take_date(const Tokens& words, std::size_t at, std::uint32_t end) {
    constexpr std::uint32_t kGap = 3;  // bytes: a comma and a blank, ") "
    const std::size_t first = at;
    const auto near = [&](std::size_t i) {
      return i < words.size() && words[i].begin - (i == first ? end : words[i - 1].end) <= kGap;
    };
    const auto take_word = [&](std::string_view marked, std::string_view bare) {
      if (near(at) && (words[at].text == marked || words[at].text == bare)) ++at;
    };
    const auto is_year = [&](std::size_t i) {
      return near(i) && words[i].kind == TokenKind::kNumber && words[i].text.size() == 4 &&
             (words[i].text.starts_with("19") || words[i].text.starts_with("20"));
    };
    const auto is_small = [&](std::size_t i) {
      return near(i) && words[i].kind == TokenKind::kNumber && words[i].text.size() <= 2;
    };
    take_word("ngày", "ngay");
    if (is_small(at)) ++at;
    take_word("tháng", "thang");
    if (is_small(at)) ++at;
    take_word("năm", "nam");
    if (!is_year(at)) return 0;
    query_.words.hints.years.push_back(static_cast<std::uint16_t>(std::stoi(words[at].text)));
    return at + 1 - first;
  }

  // Its letters, a "số" before it, and the name of its type before that: "Công văn số 123/UBND-KGVX" says the same as the
  // symbol alone, and a paper's own text need not name its type.
  void erase_symbol(std::string_view text, Tokens& words, const Token& symbol) {
    auto first =
        std::find_if(words.begin(), words.end(), [&](const Token& word) { return word.end > symbol.begin; });
    auto last = first;
    while (last != words.end() && last->begin < symbol.end) ++last;
    if (first != words.begin() && (first[-1].text == "số" || first[-1].text == "so")) --first;
    const auto before = static_cast<std::size_t>(first - words.begin());
    for (const auto& type : read_hints(words).types)
      if (type.last == before && first != words.end() && first->begin - words[before - 1].end <= kBlankBytes)
        first = words.begin() + static_cast<std::ptrdiff_t>(type.first);
    if (last != words.end() && is_file_ending(text, symbol.end, *last)) ++last;
    last += static_cast<std::ptrdiff_t>(
        take_date(words, static_cast<std::size_t>(last - words.begin()), symbol.end));
    words.erase(first, last);
  }

  ParsedQuery& query_;
};

}  // namespace

void read_word_run(const std::string& text, bool literal, ParsedQuery& query) {
  RunReader(query).take_words(text, literal);
}

}  // namespace vankien
