#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <vector>

#include "searchd/search/archive/snapshot.h"
#include "tests/support/test_archive.h"

namespace vankien::test {

/// Two archives, made once for a suite: `snapshot_` holds the suite's `records()`, `plain_` only those that are open. Whoever
/// may read the open ones alone must be told the same of both.
///   class Searching : public test::TwoArchives<Searching> { protected: static std::vector<Record> records(); … };
template <class Suite>
class TwoArchives : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const std::vector<Record> all = Suite::records();
    std::vector<Record> open;
    std::copy_if(all.begin(), all.end(), std::back_inserter(open),
                 [](const Record& record) { return record.grade == Grade::kOpen; });
    homes_ = std::make_unique<Homes>();
    publish(homes_->with.path(), all);
    publish(homes_->without.path(), open);
    snapshot_ = std::make_unique<Snapshot>(current_generation(homes_->with.path()));
    plain_ = std::make_unique<Snapshot>(current_generation(homes_->without.path()));
  }
  static void TearDownTestSuite() {
    snapshot_.reset();
    plain_.reset();
    homes_.reset();
  }

  static inline std::unique_ptr<Snapshot> snapshot_;
  static inline std::unique_ptr<Snapshot> plain_;

 private:
  struct Homes {
    TemporaryFolder with, without;
  };
  static inline std::unique_ptr<Homes> homes_;
};

}  // namespace vankien::test
