#include "analyzers/schema/document_id.h"

#include <algorithm>

#include "analyzers/schema/schema.h"

namespace vankien {

bool is_document_id(std::string_view id) {
  return !id.empty() && id.size() <= kMostIdBytes &&
         std::none_of(id.begin(), id.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

}  // namespace vankien
