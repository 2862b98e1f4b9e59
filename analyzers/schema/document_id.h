#pragma once

#include <string_view>

namespace vankien {

/// Whether it can be the id of a document: 1 to 200 bytes (kMostIdBytes) without control characters, wherever it comes
/// from: a record, a sidecar, an export, the API.
bool is_document_id(std::string_view id);

}  // namespace vankien
