#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/schema/symbol.h"
#include "analyzers/token.h"
#include "searchd/search/query/filter.h"

namespace vankien {

class View;

/// What a field word of a query speaks of: `loại:` is kType. QUERY.md has the table.
enum class QueryField : std::uint8_t {
  kSymbol,
  kType,
  kIssuer,
  kYear,
  kFrom,
  kUntil,
  kTerm,
  kSigner,
  kTitle,
  kWorkField,
  kGrade
};

/// The field of that name, in any case, of one word or two, with all its marks or without any:
///   "loại", "LOAI", "cơ quan", "coquan" → kType, kType, kIssuer, kIssuer
std::optional<QueryField> find_query_field(std::string_view name);

/// Whether the words are the whole name of a type of document, in any case, with all its marks or without any.
///   "nghị quyết", "quy dinh" → true     "nghị", "nghị quyết số" → false
bool is_type_name(std::string_view words);

/// What a field word asks for. One of the first four is set.
struct FieldMeaning {
  Filter filter;                 ///< narrows() = decided by the columns
  std::optional<Symbol> symbol;  ///< the document's own symbol
  std::uint32_t number = 0;      ///< the number of its own symbol, whatever its type
  Tokens title;                  ///< words of the title
  std::vector<std::string> as;   ///< the same for people: the values meant
};

/// What `value` means in a field; nothing if it means nothing there: kYear, "abc".
using FieldReader = std::function<std::optional<FieldMeaning>(QueryField field, std::string_view value)>;

/// Reads values against what the view holds, and so tells nothing of documents above its clearance. Types, issuers, signers
/// and fields of work are compared as filters do, with or without marks: the very name, else names that begin so, else
/// (not for types) names that hold these words:
///   loai:nghi → Nghị quyết, Nghị định    coquan:"dong giang" → Tỉnh ủy Đông Giang    loại:NQ → Nghị quyết
/// The view must outlive the reader.
FieldReader read_fields_of(const View& view);

}  // namespace vankien
