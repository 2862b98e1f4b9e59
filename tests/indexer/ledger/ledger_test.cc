// 1. A run's notes count only when its generation was published, also if the program died between the two.
// 2. An update keeps what it did not note; a reindex forgets it.
// 3. Failures and warnings belong to their file and go when it is read well or removed, and along when it moves.
// 4. Read without the lock it is not touched, and need not exist; one made before files could move is taken over.
// 5. Generations share a copy as long as it says the same, and each finds its own state in it.

#include "indexer/ledger/ledger.h"

#include <gtest/gtest.h>

#include "analyzers/schema/manifest.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

LedgerEntry entry(const std::string& path, std::int64_t size = 1) {
  return {path, size, 5, "hash", "read", 1, 0};
}

std::string paths(Ledger& ledger) {
  std::string all;
  for (const auto& [path, row] : ledger.entries()) all += path + " ";
  return all;
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
  EXPECT_EQ(paths(ledger), "s/a s/b sb/c ");

  ledger.begin(2, true);
  ledger.note(entry("s/b", 9));
  ledger.note_removed("s/a");
  ledger.seal();
  ledger.adopt(2);
  EXPECT_EQ(paths(ledger), "s/b sb/c ");
  EXPECT_EQ(ledger.find("s/b")->size, 9);

  ledger.begin(3, false);
  ledger.note(entry("t/x"));
  ledger.seal();
  ledger.adopt(3);
  EXPECT_EQ(paths(ledger), "t/x ");
}

TEST(Ledger, KeepsFailuresWithTheirFile) {
  const test::TemporaryFolder home;
  Ledger ledger(home.path());
  ledger.recover(std::nullopt);
  ledger.begin(1, false);
  ledger.note(entry("s/a"));
  ledger.note_failure({"s/a", "line 3", "bad_json", "it's \"so\""});
  for (int twice = 0; twice < 2; ++twice)
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

TEST(Ledger, MovesTroublesWithTheirContent) {
  const test::TemporaryFolder home;
  Ledger ledger(home.path());
  ledger.recover(std::nullopt);
  ledger.begin(1, false);
  ledger.note(entry("s/a"));
  ledger.note_failure({"s/a", "line 3", "bad_json", "no"});
  ledger.note_warning({"s/a", "", "decoded_legacy", "decoded from VNI"});
  ledger.seal();
  ledger.adopt(1);
  ledger.begin(2, true);
  LedgerEntry moved = entry("s/b");
  moved.born = "s/a";
  ledger.note(moved);
  ledger.note_same_troubles("s/a", "s/b");
  ledger.note_removed("s/a");
  ledger.seal();
  ledger.adopt(2);
  EXPECT_EQ(ledger.find("s/b")->born, "s/a");
  ASSERT_EQ(ledger.failures().size(), 1u);
  EXPECT_EQ(ledger.failures()[0].path, "s/b");
  ASSERT_EQ(ledger.warnings().size(), 1u);
  EXPECT_EQ(ledger.warnings()[0].path, "s/b");
}

TEST(Ledger, SharesACopyThatSaysTheSame) {
  const test::TemporaryFolder home;
  const auto generation = [&](std::uint64_t number) { return home.path() / generation_name(number); };
  const auto is_same = [&](std::uint64_t a, std::uint64_t b) {
    return std::filesystem::equivalent(generation(a) / kLedgerFile, generation(b) / kLedgerFile);
  };
  for (const std::uint64_t number : {1, 2, 3}) std::filesystem::create_directory(generation(number));
  Ledger ledger(home.path());
  const auto publish = [&](std::uint64_t number, const std::filesystem::path& published) {
    ledger.seal();
    ledger.copy_to(generation(number), published);
    ledger.adopt(number);
    ledger.belong_to(number);
  };
  ledger.recover(std::nullopt);
  ledger.begin(1, false);
  ledger.note(entry("s/a"));
  publish(1, {});
  ledger.begin(2, true);
  ledger.note_removed("api/open/15");
  publish(2, generation(1));
  EXPECT_TRUE(is_same(1, 2)) << "what is not known cannot go";
  ledger.begin(3, true);
  ledger.note(entry("s/b"));
  ledger.seal();
  ledger.adopt(3);  // no document changed, nothing is published
  ledger.begin(3, true);
  publish(3, generation(2));
  EXPECT_FALSE(is_same(2, 3));
  ledger.recover(2);
  EXPECT_EQ(paths(ledger), "s/a ");
  ledger.recover(3);
  EXPECT_EQ(paths(ledger), "s/a s/b ");
}

TEST(Ledger, IsReadWithoutBeingTouched) {
  const test::TemporaryFolder home;
  EXPECT_TRUE(Ledger(home.path(), Ledger::Mode::kRead).entries().empty());
  EXPECT_TRUE(std::filesystem::is_empty(home.path()));
  Ledger writer(home.path());
  writer.recover(std::nullopt);
  writer.begin(1, false);
  writer.note(entry("s/a"));
  writer.seal();
  writer.adopt(1);
  Ledger reader(home.path(), Ledger::Mode::kRead);
  EXPECT_EQ(paths(reader), "s/a ") << "while the writer is at work";
  EXPECT_THROW(reader.begin(2, true), std::runtime_error);
}

TEST(Ledger, TakesOverAnOlderOne) {
  const test::TemporaryFolder home;
  Sqlite(home.path() / "ledger.sqlite")
      .execute(
          "CREATE TABLE files (path TEXT PRIMARY KEY, size INTEGER, mtime_ns INTEGER, hash TEXT, outcome "
          "TEXT,"
          "documents INTEGER, duration_ms INTEGER, generation INTEGER) WITHOUT ROWID;"
          "INSERT INTO files VALUES ('s/a', 1, 2, 'h', 'read', 1, 0, 1)");
  Ledger ledger(home.path());
  ASSERT_TRUE(ledger.find("s/a"));
  EXPECT_EQ(ledger.find("s/a")->born, "");
}

}  // namespace
}  // namespace vankien
