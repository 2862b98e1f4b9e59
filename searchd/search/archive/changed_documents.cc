#include "searchd/search/archive/changed_documents.h"

#include <algorithm>

#include "analyzers/schema/document_name.h"

namespace vankien {

ChangedDocuments::ChangedDocuments(const Xapian::Database& database, std::vector<Xapian::docid> numbers)
    : end_(database.get_lastdocid() + std::size_t{1}) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  auto there = database.postlist_begin("");
  const auto none = database.postlist_end("");
  for (const Xapian::docid number : numbers) {
    if (there != none) there.skip_to(number);
    if (there == none || *there != number) {
      all_.push_back({number});
      continue;
    }
    Xapian::Document document = database.get_document(number);
    DocumentName name = read_named_document(document.get_data()).name;
    all_.push_back({number, true, std::move(name.id), std::move(name.title), std::move(document)});
  }
}

bool ChangedDocuments::has(Xapian::docid number) const {
  const auto at = std::lower_bound(all_.begin(), all_.end(), number,
                                   [](const One& one, Xapian::docid wanted) { return one.number < wanted; });
  return at != all_.end() && at->number == number;
}

std::vector<Xapian::docid> ChangedDocuments::apply_to(const std::vector<Xapian::docid>& documents) const {
  std::vector<Xapian::docid> now;
  now.reserve(documents.size() + all_.size());
  auto next = documents.begin();
  for (const One& one : all_) {
    const auto at = std::lower_bound(next, documents.end(), one.number);
    now.insert(now.end(), next, at);
    next = at != documents.end() && *at == one.number ? at + 1 : at;
    if (one.is_there) now.push_back(one.number);
  }
  now.insert(now.end(), next, documents.end());
  return now;
}

}  // namespace vankien
