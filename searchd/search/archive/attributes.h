#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace vankien {

/// What can be filtered, counted and sorted by: one in-memory column each. All but the lists are single-valued;
/// absent is allowed.
enum class Attribute : std::size_t {
  kType,
  kIssuer,
  kLevel,
  kDate,
  kYear,
  kTerm,
  kGrade,
  kSymbol,
  kFormat,
  kSigner,
  kUrgency,
  kDraft,
  kFields,
  kMonth,       ///< 2024-05
  kPlace,       ///< Hà Giang
  kPlaceToday,  ///< what of today that lies in: Tuyên Quang
  kScan,        ///< văn bản số, bản quét, bản quét kém
  kPages,
  // Trees, in the form of InstantSearch's hierarchical menu: a level is its own value behind those above it.
  kIssuerLvl0,  ///< the issuer's level: tỉnh; kUnknownLevel if only the issuer is known
  kIssuerLvl1,  ///< tỉnh > Tỉnh ủy Đông Giang
  kDateLvl0,    ///< 2024
  kDateLvl1,    ///< 2024 > 2024-05
  kStatus       ///< searchd/search/archive/status.h; of a clearance, not of a database
};

struct AttributeInfo {
  std::string_view name;  ///< as in JSON
  bool numeric;  ///< compared as a number; text is equal if it folds to the same, and ordered by its letters;
                 ///< dates by time
  bool list =
      false;  ///< a document may have several: a condition holds if it holds for one of them, != if for all
};

// clang-format off
inline constexpr std::array<AttributeInfo, 23> kAttributes = {{
    {"type", false},
    {"issuer", false},
    {"level", false},
    {"date", false},
    {"year", true},
    {"term", false},
    {"grade", false},
    {"symbol", false},
    {"format", false},
    {"signer", false},
    {"urgency", false},
    {"draft", false},
    {"fields", false, true},
    {"month", false},
    {"place", false},
    {"place.today", false, true},
    {"scan", false},
    {"pages", true},
    {"issuer.lvl0", false},
    {"issuer.lvl1", false},
    {"date.lvl0", false},
    {"date.lvl1", false},
    {"status", false},
}};
// clang-format on
inline constexpr std::size_t kAttributeCount = kAttributes.size();

inline constexpr std::string_view kUnknownLevel = "chưa rõ cấp";
inline constexpr std::string_view kTreeSeparator = " > ";

constexpr const AttributeInfo& info(Attribute attribute) {
  return kAttributes[static_cast<std::size_t>(attribute)];
}

constexpr std::optional<Attribute> parse_attribute(std::string_view name) {
  for (std::size_t i = 0; i < kAttributeCount; ++i)
    if (kAttributes[i].name == name) return static_cast<Attribute>(i);
  return std::nullopt;
}

}  // namespace vankien
