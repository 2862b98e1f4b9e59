#include <algorithm>
#include <set>

#include "analyzers/analyzer.h"
#include "analyzers/schema/record.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/citations/citation_reader.h"
#include "searchd/search/citations/citing_sentence.h"

// Symbols that only stand in a text: those of this document, and this one's in others.

namespace vankien {

// Symbols of the text that no relation has, each once, where it stands first.
std::vector<CitationItem> CitationReader::own_mentions() const {
  std::set<std::string> seen;
  if (symbol_) seen.insert(symbol_->key());
  for (const Relation& relation : own_.relations)
    if (const auto symbol = parse_symbol(relation.symbol)) seen.insert(symbol->key());
  std::vector<CitationItem> found;
  analyze(body_, [&](const TokenView& token) {
    if (token.kind != TokenKind::kSymbol || !seen.emplace(token.text).second) return;
    const std::string text = body_.substr(token.begin, token.end - token.begin);
    const auto symbol = parse_symbol(text);
    if (!symbol) return;
    found.push_back({std::string(kMention), symbol->canonical(), "", date_behind(body_, token.end), text});
  });
  return found;
}

// What a document may mean that has this one's symbol in its text. Where several papers bear it the dates that stand beside it
// tell them apart; a place without a date leaves it to the columns.
std::vector<Place> CitationReader::mentioned_in(Citing& citing) {
  if (!may_mean_this(citing.place, "")) return {};
  if (namesakes_.size() == 1) return meant(citing.place, "", namesakes_);
  if (read_ == kMostRead) {
    all_read_ = false;
    return meant(citing.place, "", namesakes_);
  }
  ++read_;
  const std::string stored = stored_at(view_, citing.place);
  auto dates = dates_beside(stored_body(stored), *symbol_);
  if (dates.empty()) dates.insert("");  // in the title alone
  for (const std::string& date : dates) {
    auto found = meant(citing.place, date, namesakes_);
    if (std::find(found.begin(), found.end(), place_) == found.end()) continue;
    citing.said_date = date;
    return found;
  }
  return {};
}

CitationGroup CitationReader::mentioned_by(const CitationWindow& window) {
  const SymbolKeys keys = symbol_keys(*symbol_);
  const std::set<Place> related = related_documents();
  std::vector<Citing> citing;
  for_each_with(view_, make_term(prefix::kMention, keys.exact), [&](const Place& place) {
    // A namesake has the symbol because it is its own.
    if (related.contains(place) || std::find(namesakes_.begin(), namesakes_.end(), place) != namesakes_.end())
      return;
    citing.push_back({place, RelationKind::kBasis, true});
  });
  sort_newest_first(citing);
  CitationGroup found{kCitationGroups.back().back, 0, {}};
  for (Citing& one : citing) {
    const auto may = mentioned_in(one);
    if (std::find(may.begin(), may.end(), place_) == may.end()) continue;
    const bool shown = found.total >= window.offset && found.items.size() < window.limit;
    ++found.total;
    if (shown)
      found.items.push_back(named({std::string(kMention), own_.name.symbol, "", one.said_date, ""}, may,
                                  named_document_at(view_, one.place).name));
  }
  return found;
}

}  // namespace vankien
