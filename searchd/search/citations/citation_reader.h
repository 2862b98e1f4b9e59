#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "analyzers/schema/session.h"
#include "analyzers/schema/symbol.h"
#include "searchd/search/archive/place.h"
#include "searchd/search/archive/resolve.h"
#include "searchd/search/citations/citations.h"

namespace vankien {

/// Reads the citations of one document of a view, both ways. Throws Xapian::Error.
///   KnownBearers known(view);
///   CitationReader reader(view, place, known);
///   CitationGroup replaced_by = reader.back(0, window);   // by its number in kCitationGroups
class CitationReader {
 public:
  /// The view and what is known of its symbols must outlive the reader.
  CitationReader(const View& view, const Place& place, KnownBearers& known);

  const NamedDocument& document() const { return own_; }
  CitationGroup own(std::size_t group, const CitationWindow& window);
  CitationGroup back(std::size_t group, const CitationWindow& window);
  bool all_read() const { return all_read_; }

  /// The sentence in which an act names this document; what it prints of it if there is no such sentence.
  std::string evidence(const Place& act, Status status);

 private:
  struct Citing {
    Place place;
    RelationKind kind;
    bool sure;                   ///< the term is that of the whole symbol
    std::string said_date = {};  ///< of a mention: beside the symbol, if it decides
  };

  CitationItem resolved(CitationItem item, const std::string& said_date);
  std::vector<CitationItem> own_mentions() const;
  void sort_newest_first(std::vector<Citing>& all) const;
  std::vector<Citing> citing(std::size_t group) const;
  /// Those whose relations name its symbol, and itself.
  std::set<Place> related_documents() const;
  CitationGroup mentioned_by(const CitationWindow& window);
  std::vector<Place> mentioned_in(Citing& citing);
  std::vector<Place> adopted(const Place& citing, const Relation& relation, const Session& session) const;
  std::vector<Place> cited_by(const Place& citing, const Relation& relation);
  std::optional<CitationItem> read_back(const Citing& citing);
  bool may_mean_this(const Place& citing, const std::string& date) const;
  std::vector<Place> meant(const Place& citing, const std::string& date,
                           const std::vector<Place>& found) const;
  CitationItem named(CitationItem item, const std::vector<Place>& meant, const DocumentName& citing) const;

  const View& view_;
  KnownBearers& known_;
  Place place_;
  std::string body_;
  NamedDocument own_;
  std::optional<Symbol> symbol_;
  std::vector<Place> namesakes_;       ///< all that bear the symbol, itself among them
  std::vector<std::string> sessions_;  ///< keys of the meeting that adopted it, with and without its term
  std::size_t read_ = 0;
  bool all_read_ = true;
};

}  // namespace vankien
