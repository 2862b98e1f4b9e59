#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/schema/relation.h"

namespace vankien {

/// The few fields by which one document names another. Empty = not known.
struct DocumentName {
  std::string id;
  std::string symbol;
  std::string type;
  std::string title;
  std::string date;  ///< ISO
  std::string issuer = {};
  std::string term = {};
  std::string grade = {};  ///< as grade_name says it
};

/// A document's own name, and what it relates to.
struct NamedDocument {
  DocumentName name;
  std::vector<Relation> relations;
};

/// Reads it from a stored record (analyzers/schema/record.h). Relations of a kind not known here are left out.
/// Throws std::runtime_error if the bytes were not written by encode_record.
NamedDocument read_named_document(std::string_view stored);

}  // namespace vankien
