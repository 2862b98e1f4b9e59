#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/archive/attributes.h"

namespace vankien {

/// One test of one attribute. Text is equal after the folding of facet values: case and tone placement do not
/// count; < and > order it by its letters. A date is equal to itself alone, as facets count; < > and TO
/// compare as far as the bound says: 2024-05-31 lies in "date 2024-05 TO 2024-05", and in none after it.
struct Condition {
  enum class Op {
    kEqual,     ///< values[0]
    kNotEqual,  ///< values[0]; true for absent values
    kGreater,   ///< values[0]; false for absent values, as all comparisons
    kGreaterEqual,
    kLess,
    kLessEqual,
    kBetween,  ///< values[0] TO values[1], both included
    kIn,       ///< any of values
    kExists,
    kIsNull,      ///< never true: a field that is not known is not stored
    kIsEmpty,     ///< never true, likewise
    kContains,    ///< values[0] stands somewhere in the value
    kStartsWith,  ///< the value begins with values[0]
  };
  Attribute attribute{};
  Op op{};
  std::vector<std::string> values;
};

/// A filter as a tree. An empty kAll is "everything".
struct Filter {
  enum class Kind { kAll, kAny, kNot, kCondition };
  Kind kind = Kind::kAll;
  std::vector<Filter> children;  ///< kAll, kAny: any number; kNot: one
  Condition condition;           ///< kCondition

  bool narrows() const { return kind != Kind::kAll || !children.empty(); }
};

/// What is wrong with a filter, and where.
class FilterError : public std::runtime_error {
 public:
  FilterError(const std::string& message, std::size_t position)
      : std::runtime_error(message), position_(position) {}
  std::size_t position() const { return position_; }  ///< byte in the expression

 private:
  std::size_t position_;
};

/// Reads the filter language of the Meilisearch dialect:
///   type = "Nghị quyết" AND (year >= 2020 OR NOT issuer IN ["Bộ Chính trị", 'Ban Bí thư']) AND date
///   2024-01-01 TO 2024-12-31
/// Throws FilterError, also for an unknown attribute and for nesting deeper than 200.
Filter parse_filter(std::string_view expression);

}  // namespace vankien
