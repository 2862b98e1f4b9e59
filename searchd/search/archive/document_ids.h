#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/archive/changed_documents.h"

namespace vankien {

/// The ids of one database's documents (Record::id), by Xapian's number, in memory: about 40 bytes a document. A list is
/// ordered by them where all else is equal, because Xapian's numbers change with a reindex.
class DocumentIds {
 public:
  DocumentIds() = default;
  explicit DocumentIds(const Xapian::Database& database);
  /// What they were in an earlier generation, and what changed since.
  DocumentIds(const DocumentIds& before, const ChangedDocuments& changes);

  /// Empty for a number that no document has.
  std::string_view operator[](Xapian::docid document) const {
    const Span span = document < spans_.size() ? spans_[document] : Span{};
    return std::string_view(bytes_).substr(span.begin, span.length);
  }

 private:
  struct Span {
    std::uint32_t begin = 0;
    std::uint32_t length = 0;
  };
  std::string bytes_;  ///< perhaps some of documents that are gone
  std::vector<Span> spans_;
};

}  // namespace vankien
