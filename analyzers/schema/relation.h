#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vankien {

/// What a document does with another one it cites. The names are those of JSON and of the terms of the index.
/// A citation that is none of these is only a mention (prefix XM).
enum class RelationKind : std::uint8_t {
  kBasis,         ///< căn cứ: the legal basis above the text
  kCarriesOut,    ///< thực hiện, thi hành, triển khai, quán triệt
  kReplaces,      ///< thay thế
  kRepeals,       ///< bãi bỏ, hủy bỏ, as a whole
  kAmends,        ///< sửa đổi, bổ sung; also the repeal of a part
  kEnds,          ///< hết hiệu lực: ceases to be in force by this document
  kEnclosedWith,  ///< ban hành kèm theo: the act this is an enclosure of
  kCopiedBy,      ///< sao: the copying office's own act, from the head below the text
};

inline constexpr std::array<std::string_view, 8> kRelationNames = {
    "căn cứ",           "thực hiện",    "thay thế",          "bãi bỏ",
    "sửa đổi, bổ sung", "hết hiệu lực", "ban hành kèm theo", "sao"};

constexpr std::string_view relation_name(RelationKind kind) {
  return kRelationNames[static_cast<std::size_t>(kind)];
}

constexpr std::optional<RelationKind> parse_relation(std::string_view name) {
  for (std::size_t i = 0; i < kRelationNames.size(); ++i)
    if (kRelationNames[i] == name) return static_cast<RelationKind>(i);
  return std::nullopt;
}

/// One citation and what it is cited for. Empty = the text does not say.
///   "thay thế Quyết định số 411-QĐ/TU, ngày 22/6/2012 của …"
///     → thay thế, 411-QĐ/TU, Quyết định, 2012-06-22, "Quyết định số 411-QĐ/TU, ngày 22/6/2012"
///   "Thực hiện Nghị quyết Trung ương 4 khóa XII"  → thực hiện, no symbol, Nghị quyết, the text tells the meeting
struct Relation {
  RelationKind kind = RelationKind::kBasis;
  std::string symbol;  ///< canonical
  std::string type;    ///< name as in document_types()
  std::string date;    ///< ISO
  std::string text;    ///< the citation as printed, on one line
  bool operator==(const Relation&) const = default;
};

/// How the index knows a relation, and how those that have it are looked for: "thay thế|411|QĐ|TU|", without
/// its prefix. The spellings of the symbol are those of symbol_keys; a citation by a meeting has the meeting's
/// keys instead ("căn cứ|TW|4|XII", "căn cứ|TW|4|"). Nothing if it names neither.
std::vector<std::string> relation_keys(const Relation& relation);

}  // namespace vankien
