#include "searchd/search/relations.h"

#include <xapian.h>

#include <algorithm>

#include "analyzers/schema/schema.h"
#include "searchd/search/searcher.h"
#include "searchd/search/snapshot.h"

namespace vankien {
namespace {

constexpr std::size_t kMostRead = 1000;  // citing documents read for one answer

NamedDocument document_at(const Xapian::Database& database, Xapian::docid id) {
  return read_named_document(database.get_document(id).get_data());
}

bool newer(const DocumentName& a, const DocumentName& b) {
  return a.date != b.date ? a.date > b.date : a.id < b.id;
}

// A date may be known to the month only, on either side.
bool dates_agree(const std::string& a, const std::string& b) {
  const std::size_t shared = std::min(a.size(), b.size());
  return a.compare(0, shared, b, 0, shared) == 0;
}

// All documents that bear a symbol, newest first.
std::vector<DocumentName> bearers(const Xapian::Database& database, const Symbol& symbol) {
  const std::string term = make_term(prefix::kSymbol, symbol_keys(symbol).exact);
  std::vector<DocumentName> found;
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
    found.push_back(document_at(database, *at).name);
  std::sort(found.begin(), found.end(), newer);
  return found;
}

// Which of the bearers of its symbol a citation means.
std::vector<DocumentName> meant_by(const Relation& relation, const DocumentName& citing,
                                   std::vector<DocumentName> found) {
  std::erase_if(found, [&](const DocumentName& one) {
    return one.id == citing.id || (!relation.date.empty() && !dates_agree(relation.date, one.date));
  });
  if (relation.date.empty() && !citing.date.empty() && found.size() > 1) {
    // The last one before the citing paper.
    const auto before = std::find_if(found.begin(), found.end(),
                                     [&](const DocumentName& one) { return one.date <= citing.date; });
    if (before != found.end()) found = {*before};
  }
  if (found.size() > kMostNamed) found.resize(kMostNamed);
  return found;
}

void find_back_links(const Xapian::Database& database, const DocumentName& own, RelationsOf& result) {
  const auto symbol = parse_symbol(own.symbol);
  if (!symbol) return;
  const std::vector<DocumentName> namesakes = bearers(database, *symbol);
  std::size_t read = 0;
  for (std::size_t i = 0; i < kRelationNames.size(); ++i) {
    const auto kind = static_cast<RelationKind>(i);
    const std::string term =
        make_term(prefix::kRelation, std::string(kRelationNames[i]) + "|" + symbol_keys(*symbol).exact);
    std::vector<DocumentName> citing;
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
      if (++read > kMostRead) {  // a law that everybody cites: counted, not looked into
        ++result.cited_by_total;
        continue;
      }
      auto [name, relations] = document_at(database, *at);
      if (name.id == own.id) continue;
      const DocumentName& citer = name;  // clang 14 captures no structured binding
      const bool means_own = std::any_of(relations.begin(), relations.end(), [&](const Relation& relation) {
        const auto cited = parse_symbol(relation.symbol);
        if (relation.kind != kind || !cited || cited->key() != symbol->key()) return false;
        const auto meant = meant_by(relation, citer, namesakes);
        return std::any_of(meant.begin(), meant.end(),
                           [&](const DocumentName& one) { return one.id == own.id; });
      });
      if (means_own) citing.push_back(std::move(name));
    }
    std::sort(citing.begin(), citing.end(), newer);
    result.cited_by_total += citing.size();
    for (DocumentName& name : citing)
      if (result.cited_by.size() < kMostBackLinks) result.cited_by.push_back({kind, std::move(name)});
  }
}

}  // namespace

std::optional<RelationsOf> find_relations(const Snapshot& snapshot, Clearance clearance,
                                          const std::string& id) {
  if (id.empty() || id.size() > kMostIdBytes) return std::nullopt;
  try {
    const auto view = snapshot.view(clearance);
    const Xapian::Database& database = view->database;
    const std::string term = make_term(prefix::kId, id);
    const auto place = database.postlist_begin(term);
    if (place == database.postlist_end(term)) return std::nullopt;
    const auto [own, relations] = document_at(database, *place);
    RelationsOf result;
    for (const Relation& relation : relations) {
      const auto symbol = parse_symbol(relation.symbol);
      auto documents =
          symbol ? meant_by(relation, own, bearers(database, *symbol)) : std::vector<DocumentName>();
      result.relations.push_back({relation, std::move(documents)});
    }
    find_back_links(database, own, result);
    return result;
  } catch (const Xapian::Error& error) {
    throw IndexUnreadable(error.get_description());
  }
}

}  // namespace vankien
