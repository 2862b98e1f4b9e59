#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "searchd/search/archive/columns.h"

namespace vankien {

/// The single values of a column, [0] = absent: of a list its parts. Looks at the column, which must outlive it.
class SingleValues {
 public:
  SingleValues(const Column& column, Attribute attribute) : column_(column), is_list_(info(attribute).list) {}

  std::size_t size() const { return is_list_ ? column_.parts.size() + 1 : column_.values.size(); }
  const std::string& text(std::size_t i) const { return is_list_ ? column_.parts[i - 1] : column_.values[i]; }
  const std::string& folded(std::size_t i) const {
    return is_list_ ? column_.folded_parts[i - 1] : column_.folded[i];
  }

  /// Whether a value is spelled so.
  bool has(const std::string& text) const {
    if (!is_list_) {
      return column_.values.size() > 1 &&
             std::find(column_.values.begin() + 1, column_.values.end(), text) != column_.values.end();
    }
    return std::find(column_.parts.begin(), column_.parts.end(), text) != column_.parts.end();
  }

  /// Whether a value that folds to this is spelled otherwise.
  bool has_other(const std::string& folded, const std::string& text) const {
    for (std::size_t i = 1; i < size(); ++i)
      if (this->folded(i) == folded && this->text(i) != text) return true;
    return false;
  }

  /// Calls `function(i)` for each of one document.
  template <typename Function>
  void for_each_of(Xapian::docid document, Function function) const {
    const std::uint32_t ordinal = document < column_.ordinals.size() ? column_.ordinals[document] : 0;
    if (ordinal == 0) return;
    if (!is_list_) return function(std::size_t{ordinal});
    for (const std::uint32_t part : column_.members[ordinal]) function(std::size_t{part} + 1);
  }

  /// How many of those documents have each.
  std::vector<std::uint64_t> count(const std::vector<Xapian::docid>& documents) const {
    std::vector<std::uint64_t> by_ordinal(column_.values.size(), 0);
    for (const Xapian::docid document : documents) ++by_ordinal[column_.ordinals[document]];
    if (!is_list_) return by_ordinal;
    std::vector<std::uint64_t> by_part(size(), 0);
    for (std::size_t i = 1; i < by_ordinal.size(); ++i)
      for (const std::uint32_t part : column_.members[i]) by_part[part + 1] += by_ordinal[i];
    return by_part;
  }

 private:
  const Column& column_;
  bool is_list_;
};

}  // namespace vankien
