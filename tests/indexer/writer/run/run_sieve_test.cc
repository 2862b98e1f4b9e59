// 1. A run from which documents are left out is, byte for byte, the run that was never given them: no word of theirs is left.
// 2. A run of which nothing is left is none; one that is not named stays the file it is.
// 3. A run that was changed in any byte is not as it was written.

#include "indexer/writer/run/run_sieve.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>
#include <set>

#include "indexer/writer/run/run_builder.h"
#include "indexer/writer/run/run_reader.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kDocuments = 60;

class Sifted : public testing::Test {
 protected:
  // Each document is made of its number alone, so that two runs can hold the same one.
  void write(const fs::path& file, const std::set<unsigned>& without) const {
    RunBuilder run;
    for (unsigned i = 1; i <= kDocuments; ++i) {
      if (without.contains(i)) continue;
      std::mt19937 random(i);
      run.begin_document("id" + std::to_string(i), "archive/" + std::to_string(i / 7),
                         "line " + std::to_string(i));
      for (std::size_t word = random() % 50; word > 0; --word) run.count("t" + std::to_string(random() % 90));
      if (i % 3 == 0) run.mark("Xmark");
      run.mark("own" + std::to_string(i));
      for (const Slot slot : {Slot::kType, Slot::kDate, Slot::kWords})
        if (random() % 3 != 0) run.set_value(slot, std::string(1 + random() % 9, 'v'));
      if (i % 5 != 0) run.set_record({std::string(random() % 100, static_cast<char>('a' + i % 26)), ""});
      run.end_document();
    }
    run.write(file);
  }
  static std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  fs::path run() const { return folder_.path() / "run"; }
  std::vector<fs::path> sift(const std::set<unsigned>& without) const {
    return sift_runs({run()}, {{run(), {without.begin(), without.end()}}}, folder_.path() / "sifted");
  }

  test::TemporaryFolder folder_;
};

TEST_F(Sifted, IsTheRunThatNeverHadThem) {
  write(run(), {});
  std::set<unsigned> all;
  for (unsigned i = 1; i <= kDocuments; ++i) all.insert(i);
  std::set<unsigned> all_but_one = all;
  all_but_one.erase(30);
  for (const std::set<unsigned>& without :
       {std::set<unsigned>{1}, {kDocuments}, {2, 3, 4, 30, 59}, {3, 6, 9}, {}, all_but_one}) {
    const fs::path expected = folder_.path() / "expected";
    write(expected, without);
    const std::vector<fs::path> sifted = sift(without);
    ASSERT_EQ(sifted.size(), 1u);
    EXPECT_NE(sifted[0], run());
    EXPECT_TRUE(read(sifted[0]) == read(expected)) << without.size();
    EXPECT_TRUE(RunReader(sifted[0]).is_as_written());
  }
  EXPECT_TRUE(sift(all).empty());
}

TEST_F(Sifted, LeavesOtherRunsAlone) {
  write(run(), {});
  const fs::path other = folder_.path() / "other";
  EXPECT_EQ(sift_runs({run()}, {{other, {1}}}, folder_.path() / "sifted"), std::vector<fs::path>{run()});
  EXPECT_FALSE(fs::exists(folder_.path() / "sifted"));
}

TEST_F(Sifted, TellsAChangedRun) {
  write(run(), {});
  EXPECT_TRUE(RunReader(run()).is_as_written());
  const std::string good = read(run());
  const std::size_t size = RunReader(run()).summary().begins[kSections];
  for (const std::size_t place : {std::size_t{0}, size / 3, size / 2, size - 1}) {
    std::string bad = good;
    bad[place] = static_cast<char>(bad[place] ^ 0x20);
    std::ofstream(run(), std::ios::binary) << bad;
    EXPECT_FALSE(RunReader(run()).is_as_written()) << place;
  }
}

}  // namespace
}  // namespace vankien
