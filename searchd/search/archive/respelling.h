#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <set>
#include <vector>

#include "searchd/search/archive/columns.h"
#include "searchd/search/archive/spellings.h"

namespace vankien {

/// Columns in which each value has the one spelling of a clearance (spellings.h), so that it is counted as one and a count is the
/// total of what it links to.
///   tỉnh > Tỉnh uỷ Hoà Bình   →   tỉnh > Tỉnh ủy Hòa Bình: trees name a level as it is named alone
/// A column that was respelled so before, for a clearance below or in an earlier generation, is that very one. Shared by all
/// threads.
class RespelledColumns {
 public:
  /// Takes over those of an earlier generation whose columns as read are among these, one a database.
  void take_over(const RespelledColumns& before, const std::vector<const Columns*>& read);

  /// Forgets all but these.
  void keep_only(const std::set<const Column*>& used);

  /// `read`: of one database, as read. A column with nothing to respell stays shared.
  Columns respell(const Columns& read, const Spellings& spellings) const;

 private:
  using Shared = std::shared_ptr<const Column>;
  /// Of the attribute; of a tree those of what stands alone: levels, issuers.
  using By = std::array<std::shared_ptr<const SpelledValues::Corrections>, 2>;
  struct Made {
    Attribute attribute;
    Shared read;
    By by;
    Shared respelled;
  };

  Shared of(Attribute attribute, const Shared& read, By by) const;

  mutable std::mutex mutex_;
  mutable std::vector<Made> made_;
};

}  // namespace vankien
