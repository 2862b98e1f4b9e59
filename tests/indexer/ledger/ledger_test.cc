// 1. A run's notes count only when its generation was published, also if the program died between the two.
// 2. An update keeps what it did not note; a reindex forgets it.
// 3. Failures and warnings belong to their file and go when it is read well or removed.

#include "indexer/ledger/ledger.h"

#include <gtest/gtest.h>

#include "tests/support/test_archive.h"

namespace vankien {
namespace {

LedgerEntry entry(const std::string& path, std::int64_t size = 1) {
  return {path, size, 5, "hash", "read", 1, 0};
}

TEST(Ledger, CountsWhatWasPublished) {
  const test::TemporaryFolder home;
  {
    Ledger ledger(home.path());
    ledger.recover(std::nullopt);
    ledger.begin(1, false);
    ledger.note(entry("s/a"));
    ledger.seal();
    EXPECT_FALSE(ledger.find("s/a"));
  }  // died before it published
  {
    Ledger ledger(home.path());
    ledger.recover(std::nullopt);
    EXPECT_FALSE(ledger.find("s/a"));
    ledger.begin(1, false);
    ledger.note(entry("s/a"));
    ledger.seal();
  }  // died after it published generation 1
  Ledger ledger(home.path());
  ledger.recover(1);
  ASSERT_TRUE(ledger.find("s/a"));
  EXPECT_EQ(ledger.find("s/a")->hash, "hash");
}

TEST(Ledger, DropsNotesOfADeadRun) {
  const test::TemporaryFolder home;
  {
    Ledger ledger(home.path());
    ledger.recover(std::nullopt);
    ledger.begin(1, false);
    ledger.note(entry("s/a"));
  }  // killed in the middle: not sealed
  Ledger ledger(home.path());
  ledger.recover(1);
  EXPECT_FALSE(ledger.find("s/a"));
}

TEST(Ledger, UpdatesKeepAndReindexesForget) {
  const test::TemporaryFolder home;
  Ledger ledger(home.path());
  ledger.recover(std::nullopt);
  ledger.begin(1, false);
  ledger.note(entry("s/a"));
  ledger.note(entry("s/b"));
  ledger.note(entry("sb/c"));
  ledger.seal();
  ledger.adopt(1);
  EXPECT_EQ(ledger.paths("s"), (std::vector<std::string>{"s/a", "s/b"}));

  ledger.begin(2, true);
  ledger.note(entry("s/b", 9));
  ledger.note_removed("s/a");
  ledger.seal();
  ledger.adopt(2);
  EXPECT_EQ(ledger.paths("s"), (std::vector<std::string>{"s/b"}));
  EXPECT_EQ(ledger.find("s/b")->size, 9);
  EXPECT_TRUE(ledger.find("sb/c"));

  ledger.begin(3, false);
  ledger.note(entry("t/x"));
  ledger.seal();
  ledger.adopt(3);
  EXPECT_TRUE(ledger.paths("s").empty());
  EXPECT_FALSE(ledger.find("sb/c"));
}

TEST(Ledger, KeepsFailuresWithTheirFile) {
  const test::TemporaryFolder home;
  Ledger ledger(home.path());
  ledger.recover(std::nullopt);
  ledger.begin(1, false);
  ledger.note(entry("s/a"));
  ledger.note_failure({"s/a", "line 3", "bad_json", "it's \"so\""});
  ledger.note_warning({"s/a", "", "decoded_legacy", "decoded from VNI"});
  ledger.seal();
  ledger.adopt(1);
  ASSERT_EQ(ledger.warnings("decoded_legacy").size(), 1u);
  EXPECT_TRUE(ledger.warnings("no_text").empty());
  ASSERT_EQ(ledger.failures().size(), 1u);
  EXPECT_EQ(ledger.failures()[0].reason, "it's \"so\"");
  ledger.begin(2, true);
  ledger.note(entry("s/a"));
  ledger.seal();
  ledger.adopt(2);
  EXPECT_TRUE(ledger.failures().empty());
  EXPECT_TRUE(ledger.warnings().empty());
}

}  // namespace
}  // namespace vankien
