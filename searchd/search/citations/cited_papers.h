#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/schema/document_name.h"
#include "analyzers/schema/draft_citations.h"
#include "searchd/search/archive/resolve.h"
#include "searchd/search/archive/snapshot.h"
#include "searchd/search/archive/status.h"

namespace vankien {

/// What is wrong with a citation, or to be known of it. The names are those of JSON.
enum class Problem : std::uint8_t {
  kNotInArchive,  ///< the archive has no such document, as far as the caller may see
  kAmbiguous,     ///< several papers bear the symbol, and what is said does not tell them apart
  kWrongDate,
  kWrongIssuer,
  kWrongType,
  kReplaced,
  kRepealed,
  kExpired,
  kAmended,
  kNotYetIssued,     ///< the draft is older than what it cites
  kMalformedSymbol,  ///< the symbol is not printed by the rules, or only said in words
};
std::string_view name_of(Problem problem);

/// {wrong_date, said "2022-06-02", archive "2022-06-01"}
struct CitationProblem {
  Problem problem{};
  std::string said;     ///< by the citation; empty where it says nothing of it
  std::string archive;  ///< what the archive has instead: a date, an issuer, a type, a symbol, a title
};

/// A document that a citation may mean.
struct CitedPaper {
  DocumentName name;
  DocumentStatus status;
};

/// A citation held against the archive.
struct CheckedCitation {
  std::vector<CitedPaper> papers;  ///< newest first, the first few; if `ambiguous`, the candidates
  std::uint64_t total = 0;         ///< all of them
  bool found = false;              ///< the first of them is the one that is meant
  std::vector<CitationProblem> problems;
};

inline constexpr std::size_t kMostPapers = 10;

/// Holds citations against what one view knows; every document is read once. Throws Xapian::Error.
class CitedPapers {
 public:
  /// `citing_date`: ISO, of the paper that cites; empty = not known. `most`: papers given of one citation.
  CitedPapers(const View& view, std::string citing_date, std::size_t most = kMostPapers)
      : view_(view), citing_date_(std::move(citing_date)), most_(most), known_(view) {}

  CheckedCitation check(const DraftCitation& citation);
  const CitedPaper& paper(const Place& place);

 private:
  std::vector<Place> candidates(const DraftCitation& citation);
  static void note_standing(CheckedCitation& checked);

  const View& view_;
  std::string citing_date_;
  std::size_t most_;
  KnownBearers known_;
  std::map<Place, CitedPaper> papers_;
};

}  // namespace vankien
