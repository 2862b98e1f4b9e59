#include "searchd/search/citations/cited_papers.h"

#include <algorithm>
#include <array>

#include "analyzers/analyzer.h"
#include "analyzers/schema/citation_words.h"
#include "analyzers/schema/issuer_agreement.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/archive/order.h"
#include "searchd/search/archive/standing.h"
#include "searchd/search/citations/citation_line.h"

namespace vankien {
namespace {

constexpr std::array<std::string_view, 11> kProblemNames = {
    "not_in_archive", "ambiguous", "wrong_date", "wrong_issuer",   "wrong_type",      "replaced",
    "repealed",       "expired",   "amended",    "not_yet_issued", "malformed_symbol"};

bool same_words(std::string_view a, std::string_view b) { return fold_value(a) == fold_value(b); }

std::optional<Problem> problem_of(Status status) {
  switch (status) {
    case Status::kReplaced:
      return Problem::kReplaced;
    case Status::kRepealed:
      return Problem::kRepealed;
    case Status::kExpired:
      return Problem::kExpired;
    case Status::kAmended:
      return Problem::kAmended;
    case Status::kInForce:
      return std::nullopt;
  }
  return std::nullopt;
}

template <typename Condition>
std::vector<Place> those(const std::vector<Place>& places, Condition condition) {
  std::vector<Place> kept;
  std::copy_if(places.begin(), places.end(), std::back_inserter(kept), condition);
  return kept;
}

}  // namespace

std::string_view name_of(Problem problem) { return kProblemNames[static_cast<std::size_t>(problem)]; }

// All that bear its symbol; of a meeting without one, what it adopted of that type.
std::vector<Place> CitedPapers::candidates(const DraftCitation& citation) {
  if (citation.symbol && citation.symbol->organ.empty()) {  // NQ05
    std::vector<Place> found;
    for_each_with(view_,
                  make_term(prefix::kNumber, number_key(citation.symbol->number, citation.symbol->type)),
                  [&](const Place& place) { found.push_back(place); });
    sort_newest_first(view_, found);
    return found;
  }
  if (citation.symbol) {
    auto found = known_.of(*citation.symbol);
    // "Nghị định 92/2009/NĐ-CP" of a date, or read from words: the archive's own symbol may have no year.
    if (found.empty() && citation.symbol->year != 0 && citation.written.empty()) {
      Symbol yearless = *citation.symbol;
      yearless.year = 0;
      found = those(known_.of(yearless), [&](const Place& place) {
        return value_at(view_, Attribute::kYear, place) == std::to_string(citation.symbol->year);
      });
    }
    return found;
  }
  return citation.session ? adopted_by(view_, *citation.session, citation.type) : std::vector<Place>();
}

// What is to be known of the document that is meant, besides slips.
void CitedPapers::note_standing(CheckedCitation& checked) {
  const CitedPaper& paper = checked.papers.front();
  const auto problem = problem_of(paper.status.status);
  if (!problem) return;
  const auto& by = paper.status.newest ? paper.status.newest : paper.status.by;
  checked.problems.push_back({*problem, "", by ? citation_reference(*by) : ""});
}

const CitedPaper& CitedPapers::paper(const Place& place) {
  auto known = papers_.find(place);
  if (known == papers_.end())
    known = papers_.emplace(place, CitedPaper{named_document_at(view_, place).name, status_at(view_, place)})
                .first;
  return known->second;
}

CheckedCitation CitedPapers::check(const DraftCitation& citation) {
  CheckedCitation checked;
  const auto note = [&](Problem problem, std::string said, std::string archive) {
    checked.problems.push_back({problem, std::move(said), std::move(archive)});
  };
  const auto date_of = [&](const Place& place) -> const std::string& {
    return value_at(view_, Attribute::kDate, place);
  };
  const auto dated = [&](const Place& place) {
    const std::string& date = date_of(place);
    return citation.date.empty() || date.empty() || dates_agree(citation.date, date);
  };
  std::map<const std::string*, bool> agree;  // by the column's value: names are long to compare, and few
  const auto issued = [&](const Place& place) {
    if (citation.issuer.empty()) return true;
    const std::string& issuer = value_at(view_, Attribute::kIssuer, place);
    const auto [known, fresh] = agree.try_emplace(&issuer);
    if (fresh) known->second = issuers_agree(citation.issuer, issuer);
    return known->second;
  };

  const auto all = candidates(citation);
  // What agrees in both is meant; else what agrees in one is, with a slip in the other. A number begins anew with each term
  // and in each committee: what agrees in neither is another paper.
  auto meant = those(all, [&](const Place& place) { return dated(place) && issued(place); });
  if (meant.empty() && !citation.date.empty()) meant = those(all, dated);
  if (meant.empty()) meant = those(all, issued);
  if (meant.empty() && citation.date.empty()) meant = all;
  const bool another = meant.empty() && !all.empty();
  // A draft cites what there is: the younger ones only if there are no others.
  const auto older =
      those(meant, [&](const Place& place) { return !is_after(date_of(place), citing_date_); });
  if (!older.empty()) meant = older;
  if (another) meant = all;

  checked.total = meant.size();
  checked.found = !another && is_one_paper(view_, meant);
  for (const Place& place : meant)
    if (checked.papers.size() < most_) checked.papers.push_back(paper(place));

  const std::string canonical = citation.symbol ? citation.symbol->canonical() : "";
  if (citation.symbol && !is_well_written(citation))
    note(Problem::kMalformedSymbol, citation.written, canonical);
  if (meant.empty() || another) {
    note(Problem::kNotInArchive, canonical, "");
    return checked;
  }
  if (!checked.found) note(Problem::kAmbiguous, canonical, "");
  const Place& first = meant.front();
  if (!dated(first)) note(Problem::kWrongDate, citation.date, date_of(first));
  if (!issued(first))
    note(Problem::kWrongIssuer, citation.issuer, value_at(view_, Attribute::kIssuer, first));
  const std::string type = value_at(view_, Attribute::kType, first);
  if (citation.type_said && !citation.type.empty() && !type.empty() && !same_words(citation.type, type))
    note(Problem::kWrongType, citation.type, type);
  if (older.empty() && !citing_date_.empty()) note(Problem::kNotYetIssued, citing_date_, date_of(first));
  if (checked.found) note_standing(checked);
  return checked;
}

}  // namespace vankien
