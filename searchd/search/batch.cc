#include "searchd/search/batch.h"

#include <fmt/format.h>

#include <array>

#include "analyzers/analyzer.h"
#include "analyzers/schema/symbol_words.h"
#include "searchd/search/archive/readable.h"
#include "searchd/search/citations/citation_line.h"
#include "searchd/search/query/searches_too_long.h"
#include "searchd/search/query/session_name.h"
#include "searchd/search/searcher.h"

namespace vankien {
namespace {

constexpr std::array<std::string_view, 4> kHowNames = {"nothing", "symbol", "session", "search"};

// A year said beside a symbol that has none is of the document's date: "nq 12 tỉnh ủy 2021".
void take_year(DraftCitation& citation, const Tokens& words) {
  if (!citation.date.empty() || (citation.symbol && citation.symbol->year != 0)) return;
  const auto years = read_hints(words).years;
  if (years.size() == 1) citation.date = std::to_string(years.front());
}

// The first document a line names.
std::optional<DraftCitation> read_line(const std::string& line) {
  const Tokens words = analyze_words(line);
  auto citations = find_draft_citations(line);
  if (citations.empty()) {
    const auto numbers = read_symbol_words(words, line);
    if (numbers.empty()) return std::nullopt;
    DraftCitation citation;
    citation.symbol = numbers.front().symbol;
    citations.push_back(std::move(citation));
  }
  take_year(citations.front(), words);
  return std::move(citations.front());
}

std::string describe(const DraftCitation& citation) {
  std::string text = citation.type;
  if (citation.symbol) {
    const Symbol& symbol = *citation.symbol;
    text = symbol.organ.empty() ? fmt::format("{}-{}", symbol.number, symbol.type) : symbol.canonical();
  }
  if (citation.session) text += (text.empty() ? "" : ", ") + session_name(*citation.session);
  if (!citation.date.empty()) text += ", " + citation_date(citation.date);
  if (!citation.issuer.empty()) text += ", " + citation.issuer;
  return text;
}

// A line as it is read, before anything is looked up.
struct Line {
  explicit Line(const std::string& typed)
      : text(typed), blank(analyze_words(typed).empty()), citation(read_line(typed)) {}
  bool is_search() const { return !blank && !citation; }

  const std::string& text;
  bool blank;
  std::optional<DraftCitation> citation;
};

void check_searches(const std::vector<Line>& lines) {
  std::size_t searches = 0, bytes = 0;
  for (const Line& line : lines)
    if (line.is_search()) {
      ++searches;
      bytes += line.text.size();
    }
  if (searches > kMostSearches)
    throw TooManySearches(fmt::format(
        "More than {} lines name no document by its symbol; those are searches for words.", kMostSearches));
  if (bytes > kMostSearchBytes)
    throw SearchesTooLong(fmt::format("The `q` of all queries have {} bytes, at most {} are allowed.", bytes,
                                      kMostSearchBytes));
}

class Batch {
 public:
  Batch(const Snapshot& snapshot, Clearance clearance)
      : snapshot_(snapshot),
        clearance_(clearance),
        view_(snapshot.view(clearance)),
        papers_(*view_, "", kMostOfRow) {}

  BatchRow look_up(const Line& line) {
    BatchRow row;
    row.query = line.text;
    if (line.blank) return row;
    if (const auto& citation = line.citation) {
      row.how = citation->symbol ? BatchRow::How::kSymbol : BatchRow::How::kSession;
      row.understood = describe(*citation);
      row.result = papers_.check(*citation);
      // A list is typed as it comes to hand; `understood` says what was made of it.
      std::erase_if(row.result.problems,
                    [](const CitationProblem& one) { return one.problem == Problem::kMalformedSymbol; });
      return row;
    }
    row.how = BatchRow::How::kSearch;
    row.understood = line.text;
    row.result = search_for(line.text);
    return row;
  }

 private:
  CheckedCitation search_for(const std::string& line) {
    SearchQuery query;
    query.q = line;
    query.limit = kMostOfRow;
    query.correct = false;  // a table has no place for it
    const SearchResult result = search(snapshot_, clearance_, query);
    CheckedCitation checked;
    checked.total = result.total;
    checked.found = result.total == 1;
    for (const Hit& hit : result.hits)
      if (const auto place = find_place(*view_, read_named_document(hit.stored).name.id))
        checked.papers.push_back(papers_.paper(*place));
    if (checked.total == 0) checked.problems.push_back({Problem::kNotInArchive, "", ""});
    return checked;
  }

  const Snapshot& snapshot_;
  Clearance clearance_;
  Snapshot::Lease view_;
  CitedPapers papers_;
};

}  // namespace

std::string_view name_of(BatchRow::How how) { return kHowNames[static_cast<std::size_t>(how)]; }

std::vector<BatchRow> look_up(const Snapshot& snapshot, Clearance clearance,
                              const std::vector<std::string>& queries) {
  const std::vector<Line> lines(queries.begin(), queries.end());
  check_searches(lines);  // before the first of them is begun
  return readable([&] {
    Batch batch(snapshot, clearance);
    std::vector<BatchRow> rows;
    rows.reserve(lines.size());
    for (const Line& line : lines) rows.push_back(batch.look_up(line));
    return rows;
  });
}

}  // namespace vankien
