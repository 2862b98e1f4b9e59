#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/archive/columns.h"

namespace vankien {

/// The values of a column while some go and others come; the numbers of documents are put right at the end, all in one pass.
///   ChangingValues now(column);  now.erase({3, 8});  now.add({value, folded, key});
///   ordinal then → now.ranks()[ordinal]
class ChangingValues {
 public:
  struct Text {
    std::string value, folded, key;
  };

  explicit ChangingValues(const Column& before);

  /// Ordinals of the column as it was, ascending; before anything is added.
  void erase(const std::vector<std::uint32_t>& ordinals);
  /// Comes if it is not there.
  void add(Text text);
  /// Where that value stands now, or would.
  std::uint32_t find(std::string_view value, std::string_view key) const;
  bool has(std::uint32_t place, std::string_view value) const {
    return place < values_.size() && values_[place] == value;
  }

  bool is_changed() const { return is_changed_; }
  /// Ordinals then → now; 0 = gone.
  std::vector<std::uint32_t> ranks() const;
  /// Into a column whose numbers are put right besides.
  void move_to(Column& column);

 private:
  static constexpr std::uint32_t kNew = ~0u;

  SharedTexts values_, folded_, keys_;
  std::vector<std::uint32_t> then_;  ///< ordinal now → then
  std::size_t values_then_;
  bool is_changed_ = false;
};

/// Where a value stands in a column in which it is, or would.
std::uint32_t find_value(const SharedTexts& values, const SharedTexts& keys, std::string_view value,
                         std::string_view key);

}  // namespace vankien
