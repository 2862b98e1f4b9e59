#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/schema/document_name.h"
#include "searchd/search/archive/clearance.h"
#include "searchd/search/query/search_query.h"

namespace vankien {

class Snapshot;

/// Whose numbers are looked through.
struct NumberingQuery {
  Filter filter;  ///< only documents it lets pass
  bool part =
      false;  ///< the filter takes a part of a series: what lies before its first number is no gap then
  std::size_t offset = 0;
  std::size_t limit = 100;  ///< series of one answer
};

struct NumberRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// One number that several documents bear.
struct DuplicateNumber {
  std::string number;                   ///< 12, 12a
  std::vector<DocumentName> documents;  ///< by their ids, at most kMostDuplicateDocuments
  std::uint64_t total = 0;              ///< of documents
};

inline constexpr std::size_t kMostGaps = 1'000;
inline constexpr std::size_t kMostDuplicates = 100;
inline constexpr std::size_t kMostDuplicateDocuments = 20;

/// The numbers that one body gave to one kind of paper. The Party's run through a term of its committee, the
/// State's through a year (Decree 30/2020/NĐ-CP), those of laws through a term of the National Assembly; papers with the
/// year in their symbol are numbered apart from those without (12/2024/QĐ-UBND, 12/QĐ-UBND).
struct NumberSeries {
  std::string issuer;
  std::string type;  ///< Nghị quyết; empty if its documents have none
  std::string form;  ///< the symbol without its number: …-NQ/TU
  std::string term;  ///< of the Party's and of laws
  std::string year;  ///< of the State's
  std::uint64_t documents = 0;
  std::uint32_t first = 0, last = 0;
  std::uint64_t missing = 0;      ///< numbers from 1, or `first` of a part, to `last` that no document has
  std::vector<NumberRange> gaps;  ///< they, at most kMostGaps
  std::uint64_t gaps_total = 0;
  std::vector<DuplicateNumber> duplicates;  ///< at most kMostDuplicates
  std::uint64_t duplicates_total = 0;
};

struct NumberingAudit {
  std::vector<NumberSeries> series;  ///< a part of them, by issuer, type, form and period
  std::uint64_t total = 0;           ///< of series
  std::uint64_t documents = 0;       ///< in all series
  // Documents in none:
  std::uint64_t without_symbol = 0;  ///< or one that is no symbol
  std::uint64_t without_issuer = 0;
  std::uint64_t without_period = 0;  ///< neither term nor year
  std::uint64_t drafts = 0;
};

/// Only over what the caller may see: the number of a document above the clearance is missing like any other. Throws
/// IndexUnreadable.
NumberingAudit audit_numbers(const Snapshot& snapshot, Clearance clearance, const NumberingQuery& query);

}  // namespace vankien
