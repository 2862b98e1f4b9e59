#include "searchd/search/archive/document_ids.h"

#include "analyzers/schema/schema.h"

namespace vankien {

DocumentIds::DocumentIds(const Xapian::Database& database) : spans_(database.get_lastdocid() + 1) {
  const std::string first(prefix::kId);
  for (auto term = database.allterms_begin(first); term != database.allterms_end(first); ++term) {
    const std::string id = (*term).substr(first.size());
    const Span span{static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(id.size())};
    bytes_ += id;
    for (auto place = database.postlist_begin(*term); place != database.postlist_end(*term); ++place)
      spans_[*place] = span;
  }
  bytes_.shrink_to_fit();
}

DocumentIds::DocumentIds(const DocumentIds& before, const ChangedDocuments& changes) : spans_(before.spans_) {
  bytes_.reserve(before.bytes_.size() + kMostIdBytes * changes.all().size());
  bytes_ = before.bytes_;
  spans_.resize(changes.end());
  for (const auto& one : changes.all()) {
    if (one.number >= spans_.size()) continue;
    spans_[one.number] = {static_cast<std::uint32_t>(bytes_.size()),
                          static_cast<std::uint32_t>(one.id.size())};
    bytes_ += one.id;
  }
}

}  // namespace vankien
