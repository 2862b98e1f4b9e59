#include "searchd/search/archive/document_ids.h"

#include "analyzers/schema/schema.h"

namespace vankien {

DocumentIds::DocumentIds(const Xapian::Database& database) : spans_(database.get_lastdocid() + 1) {
  // One value after the other: the lists of 200,000 terms, each of one document, took half of the time of opening an archive.
  const auto slot = static_cast<Xapian::valueno>(Slot::kId);
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot); ++value) {
    const std::string id = *value;
    spans_[value.get_docid()] = {static_cast<std::uint32_t>(bytes_.size()),
                                 static_cast<std::uint32_t>(id.size())};
    bytes_ += id;
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
