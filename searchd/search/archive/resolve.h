#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/schema/session.h"
#include "analyzers/schema/symbol.h"
#include "searchd/search/archive/place.h"

namespace vankien {

/// Whether a date is later, as far as both are known: 2022-06 is not after 2022-06-01.
bool is_after(const std::string& a, const std::string& b);

/// All documents of a view that bear a symbol, newest first. Numbers begin anew with each term and in each
/// committee, so there may be many:
///   05-NQ/TU  → of Tỉnh ủy Đông Giang 2022 and 2016, of Tỉnh ủy Nam Lĩnh 2021
/// A symbol said without its year finds those that have one. Throws Xapian::Error.
std::vector<Place> bearers(const View& view, const Symbol& symbol);

/// The bearers of symbols in one view, each looked up and put in order once: thousands of papers may cite the same few.
///   KnownBearers known(view);
///   for (const Relation& relation : …) known.of(*parse_symbol(relation.symbol));
class KnownBearers {
 public:
  /// The view must outlive it.
  explicit KnownBearers(const View& view) : view_(view) {}

  /// As `bearers`; stays where it is. Throws Xapian::Error.
  const std::vector<Place>& of(const Symbol& symbol);

 private:
  const View& view_;
  std::map<std::string, std::vector<Place>>
      known_;  ///< by the symbol's key; a document is in four lists at most
};

/// All documents of a view that a meeting adopted, of `type` if that is not empty, newest first. A meeting said without
/// its term finds those of every term.
///   TW|4|XII, "Nghị quyết"  → 04-NQ/TW of 30/10/2016
/// Throws Xapian::Error.
std::vector<Place> adopted_by(const View& view, const Session& session, const std::string& type);

/// What is known of a citation besides its symbol. Empty = not known.
struct Citation {
  std::string date;           ///< said beside the symbol; ISO, perhaps to the month or year only
  std::string issuer;         ///< said beside the symbol: "của Tỉnh ủy Đông Giang"
  std::string citing_date;    ///< of the paper that cites
  std::string citing_issuer;  ///< of the paper that cites
  std::optional<Place> citing = std::nullopt;  ///< the paper that cites: never means itself
};

/// Which of the bearers of its symbol a citation means, newest first:
///   - none of another date than it says, and none younger than the paper that cites;
///   - of several those of the issuer it says, or else of the citing paper's own issuer or the committee whose office
///     that is (Văn phòng Tỉnh ủy Đông Giang), if there are any;
///   - of what is left of one issuer, if it says no date, the last before the citing paper.
/// More than one is left if that does not tell them apart: candidates, or copies of one paper (`is_one_paper`).
/// `found` comes newest first, too.
std::vector<Place> meant_by(const View& view, const Citation& citation, const std::vector<Place>& found);

/// Whether these are a single document, or several copies of one paper: same number and type, issuer and (known) date.
bool is_one_paper(const View& view, const std::vector<Place>& places);

/// Whether two dates may be one; each may be known to the month or year only, or not at all.
bool dates_agree(const std::string& a, const std::string& b);

}  // namespace vankien
