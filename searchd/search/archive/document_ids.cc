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

}  // namespace vankien
