// Over random sets, few and many, of an archive of 5,000 documents:
// 1. Sets join, meet and part as std::set does, whichever of them are lists and whichever bits.
// 2. A set made of another's bits leaves them as they are.
// 3. Lists meet in the ids they have in common, each told at its place in both.

#include "searchd/search/match/match_set.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "searchd/search/match/sorted_ids.h"

namespace vankien {
namespace {

constexpr std::size_t kEnd = 5000;
constexpr int kRounds = 300;
using Ids = std::vector<Xapian::docid>;

class Random {
 public:
  /// None, a few, as many as are few at most, one more, or up to half of all.
  Ids ids() {
    static constexpr std::size_t kMost = kEnd / 64 + 16;
    static constexpr std::size_t kSizes[] = {0, 3, kMost, kMost + 1, kEnd / 2};
    const std::size_t size = kSizes[engine_() % std::size(kSizes)];
    std::set<Xapian::docid> chosen;
    while (chosen.size() < size) chosen.insert(static_cast<Xapian::docid>(1 + engine_() % (kEnd - 1)));
    return {chosen.begin(), chosen.end()};
  }

 private:
  std::mt19937 engine_{1};
};

void expect_holds(const MatchSet& set, const std::set<Xapian::docid>& expected) {
  const Ids ids(expected.begin(), expected.end());
  EXPECT_EQ(set.ids(), ids);
  EXPECT_EQ(set.size(), ids.size());
  EXPECT_EQ(set.empty(), ids.empty());
  Ids walked;
  set.for_each([&](Xapian::docid id) { walked.push_back(id); });
  EXPECT_EQ(walked, ids);
  for (Xapian::docid id = 1; id < kEnd; id += 7) EXPECT_EQ(set.has(id), expected.contains(id));
}

TEST(MatchSet, IsASet) {
  Random random;
  for (int round = 0; round < kRounds; ++round) {
    const Ids a = random.ids(), b = random.ids();
    const MatchSet one(kEnd, a), other(kEnd, b);
    EXPECT_EQ(one.is_few(), MatchSet::fits(kEnd, a.size()));
    const std::set<Xapian::docid> x(a.begin(), a.end()), y(b.begin(), b.end());
    std::set<Xapian::docid> joined = x, met, parted = x;
    joined.insert(y.begin(), y.end());
    for (const Xapian::docid id : y) {
      if (x.contains(id)) met.insert(id);
      parted.erase(id);
    }
    MatchSet sum = one, difference = one, with = one;
    expect_holds(sum |= other, joined);
    expect_holds(difference -= other, parted);
    with.add_all(b);
    expect_holds(with, joined);
    expect_holds(one & other, met);
    expect_holds(one.among(b), met);
    expect_holds(one, x);
    expect_holds(other, y);
  }
}

TEST(MatchSet, LeavesTheBitsOfOthers) {
  DocumentSet all(kEnd);
  for (Xapian::docid id = 1; id < kEnd; ++id) all.add(id);
  const DocumentSet before = all;
  MatchSet one(all);
  MatchSet other = one;
  one -= MatchSet(kEnd, {5, 7});
  other |= one;
  EXPECT_FALSE(one.has(5));
  EXPECT_TRUE(other.has(5));
  EXPECT_EQ(all.size(), before.size());
  EXPECT_TRUE(all.has(5));
}

TEST(SortedIds, MeetWhereTheyAreTheSame) {
  Random random;
  for (int round = 0; round < kRounds; ++round) {
    const Ids a = random.ids(), b = random.ids();
    Ids expected, met;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(expected));
    meet_sorted(a, b, [&](std::size_t i, std::size_t j) {
      EXPECT_EQ(a[i], b[j]);
      met.push_back(a[i]);
    });
    EXPECT_EQ(met, expected);
  }
}

}  // namespace
}  // namespace vankien
