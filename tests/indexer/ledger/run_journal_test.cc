// 1. What was told is there after a death, with its notes; what was not is not.
// 2. Files that are not as they were are forgotten with all their units, and so is a part.

#include "indexer/ledger/run_journal.h"

#include <gtest/gtest.h>

#include "tests/support/test_archive.h"

namespace vankien {
namespace {

DoneUnit lines(const std::string& path, std::uint64_t first) {
  DoneUnit unit;
  unit.path = path;
  unit.first_line = first;
  unit.size = 9;
  unit.hash = "h";
  unit.documents = 32;
  return unit;
}

TEST(RunJournal, KeepsWhatItWasTold) {
  const test::TemporaryFolder folder;
  {
    RunJournal journal(folder.path() / "journal");
    EXPECT_EQ(journal.identity(), "");
    journal.set_identity("me");
    DoneUnit noted = lines("s/a.jsonl", 33);
    noted.failures.push_back({"s/a.jsonl", "line 34", "bad_json", "why"});
    noted.warnings.push_back({"s/a.jsonl", "line 35", "decoded_legacy", "VNI"});
    journal.tell("1-0", {3, 0, 0, 0, 0}, {lines("s/a.jsonl", 1)});
    journal.tell("1-0", {7, 0, 0, 0, 2}, {noted});
  }
  RunJournal journal(folder.path() / "journal");
  EXPECT_EQ(journal.identity(), "me");
  EXPECT_EQ(journal.parts().at("1-0"), (LastIds{7, 0, 0, 0, 2}));
  const auto units = journal.units("s/a.jsonl");
  ASSERT_EQ(units.size(), 2u);
  EXPECT_TRUE(units[0].failures.empty());
  EXPECT_EQ(units[1].first_line, 33u);
  EXPECT_EQ(units[1].documents, 32);
  ASSERT_EQ(units[1].failures.size(), 1u);
  EXPECT_EQ(units[1].failures[0].code, "bad_json");
  ASSERT_EQ(units[1].warnings.size(), 1u);
  EXPECT_EQ(units[1].warnings[0].path, "s/a.jsonl");
  EXPECT_EQ(journal.any_unit("s/a.jsonl")->hash, "h");
  EXPECT_FALSE(journal.any_unit("s/b"));
}

TEST(RunJournal, Forgets) {
  const test::TemporaryFolder folder;
  RunJournal journal(folder.path() / "journal");
  journal.tell("1-0", {1, 0, 0, 0, 0}, {lines("s/a", 1), lines("s/b", 1)});
  journal.tell("1-1", {1, 0, 0, 0, 0}, {lines("s/a", 33)});
  journal.confirm("s/a");
  EXPECT_EQ(journal.unconfirmed(), (std::vector<std::string>{"s/b"}));
  journal.forget_files({"s/b"});
  EXPECT_TRUE(journal.unconfirmed().empty());
  journal.forget_part("1-1");
  EXPECT_EQ(journal.units("s/a").size(), 1u);
  EXPECT_EQ(journal.parts().size(), 1u);
}

}  // namespace
}  // namespace vankien
