#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "analyzers/schema/document_name.h"

namespace vankien {

/// What other documents have done to one, as far as the archive shows it to a reader. An archive never knows that
/// a document is in force, only that nothing in it says otherwise. In the order of their names, as ordinals of the
/// column `status`; 0 is no document.
enum class Status : std::uint8_t {
  kAmended = 1,  ///< in force, with changes: sửa đổi, bổ sung
  kExpired,      ///< hết hiệu lực
  kInForce,      ///< nothing says otherwise
  kRepealed,     ///< bãi bỏ
  kReplaced,     ///< thay thế
};

inline constexpr std::array<std::string_view, 6> kStatusNames = {"",         "amended",  "expired",
                                                                 "in_force", "repealed", "replaced"};

constexpr std::string_view status_name(Status status) {
  return kStatusNames[static_cast<std::size_t>(status)];
}

/// Whether nobody should work by it any more.
constexpr bool is_ended(Status status) {
  return status == Status::kReplaced || status == Status::kRepealed || status == Status::kExpired;
}

/// The status of a document, and what shows it.
struct DocumentStatus {
  Status status = Status::kInForce;
  std::optional<DocumentName> by = std::nullopt;      ///< the act that says so
  std::optional<DocumentName> newest = std::nullopt;  ///< replaced: the last replacement in the chain
};

}  // namespace vankien
