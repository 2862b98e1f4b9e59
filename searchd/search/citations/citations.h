#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/schema/document_name.h"
#include "searchd/search/archive/clearance.h"
#include "searchd/search/archive/status.h"
#include "searchd/search/query/search_query.h"

namespace vankien {

class Snapshot;

/// The two ends of what one document does with another: of the document that says so, and of the one it is said of.
struct CitationGroupNames {
  std::string_view own;   ///< replaces
  std::string_view back;  ///< replacedBy
};

/// In the order of an answer. `cites` are legal bases and what is carried out; `mentions` are symbols that only stand in
/// the text.
inline constexpr std::array<CitationGroupNames, 8> kCitationGroups = {{{"replaces", "replacedBy"},
                                                                       {"repeals", "repealedBy"},
                                                                       {"ends", "endedBy"},
                                                                       {"amends", "amendedBy"},
                                                                       {"issuedWith", "encloses"},
                                                                       {"copiedBy", "copies"},
                                                                       {"cites", "citedBy"},
                                                                       {"mentions", "mentionedBy"}}};

/// One citation, of this document or of another that names this one.
struct CitationItem {
  std::string kind;    ///< relation_name, or kMention
  std::string symbol;  ///< as cited; these four are of the citation, whoever's it is; empty = it does not say
  std::string type;
  std::string date;
  std::string text;                           ///< as printed
  std::optional<DocumentName> document = {};  ///< at the other end; none: not in the archive, or not certain
  std::vector<DocumentName> candidates =
      {};  ///< what the citation may mean, newest first, at most kMostCandidates
};
inline constexpr std::string_view kMention = "nhắc đến";
inline constexpr std::size_t kMostCandidates = 10;

struct CitationGroup {
  std::string_view name;
  std::uint64_t total = 0;
  std::vector<CitationItem> items;  ///< own ones in the order of the text, those of others newest first
};

struct CitationsOf {
  DocumentName document;
  DocumentStatus status;
  std::string evidence;  ///< the sentence of `status.by` that says so
  std::vector<CitationGroup> groups;
  bool all_read =
      true;  ///< else some of the many were counted by symbol, issuer and date of their papers alone
};

/// Which part of the groups: all of them, or one, and the same window of each.
struct CitationWindow {
  std::string group;  ///< a name of kCitationGroups; empty = all
  std::size_t offset = 0;
  std::size_t limit = 20;
};

/// Citing documents read for one answer: what the first thousand, the newest, say of dates is looked at.
inline constexpr std::size_t kMostRead = 1000;

/// What the document cites and what cites it, among what the caller may see: every look-up is made in the databases
/// of their clearance alone. What the document itself prints of others is its own text and stays.
/// Nothing for an unknown id and for one above the clearance. Throws IndexUnreadable.
std::optional<CitationsOf> find_citations(const Snapshot& snapshot, Clearance clearance,
                                          const std::string& id, const CitationWindow& window);

/// The documents that bear a symbol, newest first, as people choose among them.
struct SymbolBearers {
  std::string symbol;  ///< canonical; empty = the text is no symbol
  std::uint64_t total = 0;
  std::vector<DocumentName> documents;  ///< those from `offset` on, at most `limit`
  std::vector<Status> statuses;         ///< of each of them
};
SymbolBearers find_bearers(const Snapshot& snapshot, Clearance clearance, const std::string& symbol,
                           std::size_t offset, std::size_t limit);

}  // namespace vankien
