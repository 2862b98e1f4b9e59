// Documents that have the same id, through the real indexer.
// 1. Whatever the number of workers and the order of the files, the same one is published, the others are failures, and a document
//    that would have opened a secret is on the work list of grades. Ledger and index agree.
// 2. So it is in an update: between what it reads, what it reads anew, and what it leaves alone. The published one of a file that is
//    left alone gives way as any other; it counts as removed, not as read, and other records of its file keep their warnings.
// 3. A file of which nothing is left has failed, and so have its copies.
// 4. A reindex that was stopped comes to the same.
// 5. One that was not published comes when the one that was is gone or lower: in the next update, as in a reindex. So does one of a
//    file that moved or has copies.

#include "indexer/pipeline/id_loser.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "indexer/check/verification.h"
#include "indexer/pipeline/run.h"
#include "indexer/reader/index_reader.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

std::string line(const std::string& id, const std::string& grade, const std::string& body) {
  return "{\"id\": \"" + id + "\", \"grade\": \"" + grade + "\", \"body\": \"" + body + "\"}\n";
}

class SameIds : public testing::Test {
 protected:
  SameIds() { fs::create_directories(source()); }
  fs::path source() const { return folder_.path() / "archive"; }
  fs::path home() const { return folder_.path() / "home"; }
  void write(const std::string& name, const std::string& content) const {
    std::ofstream(source() / name) << content;
  }
  RunOptions options(unsigned workers = 2) const {
    RunOptions made;
    made.sources = {source()};
    made.home = home();
    made.self = fs::path(VANKIEN_BINARY_DIR) / "bin/vankien-indexer";
    made.workers = workers;
    return made;
  }
  /// What is published, by id, then failures and work list.
  std::string show() const {
    std::string all;
    IndexReader(home(), {}).for_each_record([&](const StoredRecord& record) {
      const auto fields = nlohmann::json::parse(record.fields);
      all += fields.at("id").get<std::string>() + " " + fields.at("grade").get<std::string>() + " " +
             record.body + "\n";
    });
    Ledger ledger(home(), Ledger::Mode::kRead);
    for (const auto& failure : ledger.failures())
      all += failure.path + " " + failure.place + " " + failure.code + ": " + failure.reason + "\n";
    for (const auto& warning : ledger.warnings())
      all += warning.path + " " + warning.place + " " + warning.code + "\n";
    Ledger whole(home());
    EXPECT_TRUE(
        verify_generation(test::current_generation(home()), options().self, whole, Ledger::State::kPublished)
            .empty());
    return all;
  }

  test::TemporaryFolder folder_;
};

TEST_F(SameIds, TheSameOneIsPublishedInAnyOrder) {
  std::string lines;
  for (int i = 0; i < 300; ++i) lines += line("n" + std::to_string(i), "open", "khác");
  std::string first;
  for (const unsigned workers : {1u, 2u, 8u}) {
    for (const bool swapped : {false, true}) {
      const std::string low = swapped ? "b.jsonl" : "a.jsonl";
      const std::string high = swapped ? "a.jsonl" : "b.jsonl";
      write(low, line("x", "open", "mở") + lines);
      write(high, line("x", "mat", "mật"));
      RunCounts counts;
      reindex(options(workers), counts);
      EXPECT_EQ(counts.documents, 301u);
      EXPECT_EQ(counts.failed, 1u);
      std::string shown;
      IndexReader(home(), {}).for_each_record([&](const StoredRecord& record) {
        if (nlohmann::json::parse(record.fields).at("id") == "x") shown += record.body;
      });
      EXPECT_EQ(shown, "mật") << workers << swapped;
      Ledger ledger(home(), Ledger::Mode::kRead);
      ASSERT_EQ(ledger.failures().size(), 1u);
      EXPECT_EQ(ledger.failures()[0].path + " " + ledger.failures()[0].place, "archive/" + low + " line 1");
      EXPECT_EQ(ledger.failures()[0].reason, "id \"x\" belongs to a document of archive/" + high + " line 1");
      ASSERT_EQ(ledger.warnings("grade_unsure").size(), 1u);
      EXPECT_EQ(ledger.warnings()[0].path, "archive/" + low);
    }
  }
}

TEST_F(SameIds, OfEqualGradesTheFirstByPathAndPlace) {
  write("a.jsonl", line("p", "open", "a1") + line("q", "open", "a2") + line("q", "open", "a3"));
  write("b.jsonl", line("q", "open", "b1") + line("p", "open", "b2") + line("r", "open", "b3"));
  for (const unsigned workers : {1u, 4u}) {
    RunCounts counts;
    reindex(options(workers), counts);
    EXPECT_EQ(
        show(),
        "p open a1\nq open a2\nr open b3\n"
        "archive/a.jsonl line 3 duplicate_id: id \"q\" belongs to a document of archive/a.jsonl line 2\n"
        "archive/b.jsonl line 1 duplicate_id: id \"q\" belongs to a document of archive/a.jsonl line 2\n"
        "archive/b.jsonl line 2 duplicate_id: id \"p\" belongs to a document of archive/a.jsonl line 1\n");
  }
}

TEST_F(SameIds, AnUpdateChoosesAsAReindexDoes) {
  for (const unsigned workers : {1u, 4u})
    for (const std::string order : {"abc", "cab"}) {
      fs::remove_all(home());
      fs::remove_all(source());
      fs::create_directories(source());
      write("old.jsonl", line("other", "open", "cũ"));
      RunCounts before;
      reindex(options(), before);
      const std::string grades[] = {"open", "toi-mat", "mat"};
      for (std::size_t i = 0; i < 3; ++i)
        write(std::string(1, order[i]) + ".jsonl",
              line("x", grades[i], grades[i]) + line("x", "open", "hai"));
      RunCounts counts;
      update(options(workers), counts);
      const std::string updated = show();
      EXPECT_EQ(counts.documents, 1u);
      EXPECT_EQ(counts.failed, 5u);
      reindex(options(workers), before);
      EXPECT_EQ(updated, show()) << workers << order;
      EXPECT_TRUE(updated.starts_with("other open cũ\nx toi-mat toi-mat\n")) << updated;
    }
}

TEST_F(SameIds, APublishedOneGivesWayAsAnyOther) {
  write("m.jsonl", line("x", "internal", "m"));
  RunCounts counts;
  reindex(options(), counts);
  write("b.jsonl", line("x", "open", "b"));
  write("n.jsonl", line("x", "internal", "n"));
  update(options(), counts);
  EXPECT_EQ(show(),
            "x internal m\n"
            "archive/b.jsonl line 1 duplicate_id: id \"x\" belongs to a document of archive/m.jsonl\n"
            "archive/n.jsonl line 1 duplicate_id: id \"x\" belongs to a document of archive/m.jsonl\n"
            "archive/b.jsonl line 1 grade_unsure\n");
  write("a.jsonl", line("x", "internal", "a"));
  update(options(), counts);
  const std::string rest = " line 1 duplicate_id: id \"x\" belongs to a document of archive/a.jsonl line 1\n";
  EXPECT_EQ(show(),
            "x internal a\narchive/b.jsonl" + rest +
                "archive/m.jsonl  duplicate_id: id \"x\" belongs to a document of archive/a.jsonl line 1\n" +
                "archive/n.jsonl" + rest + "archive/b.jsonl line 1 grade_unsure\n");
  write("z.jsonl", line("x", "mat", "z"));
  update(options(), counts);
  const std::string high = " line 1 duplicate_id: id \"x\" belongs to a document of archive/z.jsonl line 1\n";
  EXPECT_EQ(show(),
            "x mat z\n"
            "archive/a.jsonl  duplicate_id: id \"x\" belongs to a document of archive/z.jsonl line 1\n"
            "archive/b.jsonl" +
                high + "archive/m.jsonl" + high + "archive/n.jsonl" + high +
                "archive/a.jsonl  grade_unsure\narchive/b.jsonl line 1 grade_unsure\n"
                "archive/m.jsonl line 1 grade_unsure\narchive/n.jsonl line 1 grade_unsure\n");
}

TEST_F(SameIds, ALoserComesBackWhenTheWinnerIsGoneOrLower) {
  for (const unsigned workers : {1u, 4u})
    for (const bool lowered : {false, true}) {
      fs::remove_all(home());
      write("a.jsonl", line("x", "open", "a"));
      write("b.jsonl", line("k", "open", "còn") + line("x", "internal", "b"));
      RunCounts counts;
      reindex(options(workers), counts);
      write("z.jsonl", line("x", "mat", "z"));
      update(options(workers), counts);
      EXPECT_TRUE(show().starts_with("k open còn\nx mat z\n")) << show();
      if (lowered)
        write("z.jsonl", line("x", "open", "z"));
      else
        fs::remove(source() / "z.jsonl");
      RunOptions forced = options(workers);
      forced.force = true;
      update(forced, counts);
      const std::string updated = show();
      EXPECT_TRUE(updated.starts_with("k open còn\nx internal b\narchive/a.jsonl line 1 duplicate_id"))
          << updated;
      RunCounts unchanged;
      update(options(workers), unchanged);
      EXPECT_EQ(unchanged.unchanged, lowered ? 3u : 2u);
      reindex(forced, counts);
      EXPECT_EQ(updated, show()) << workers << lowered;
      fs::remove(source() / "z.jsonl");
    }
}

TEST_F(SameIds, LosersOfAFileThatMovesComeBack) {
  const std::string table = line("x", "open", "b") + line("k", "internal", "còn");
  for (const bool has_copy : {false, true}) {
    fs::remove_all(home());
    fs::remove_all(source());
    fs::create_directories(source());
    write("b.jsonl", table);
    if (has_copy) write("a.jsonl", table);
    write("z.jsonl", line("x", "mat", "z"));
    RunCounts counts;
    reindex(options(), counts);
    EXPECT_TRUE(show().starts_with("k internal còn\nx mat z\n")) << show();
    fs::rename(source() / "b.jsonl", source() / "c.jsonl");
    fs::remove(source() / "z.jsonl");
    RunOptions forced = options();
    forced.force = true;
    update(forced, counts);
    EXPECT_EQ(show(), "x open b\nk internal còn\n") << has_copy;
    reindex(forced, counts);
    EXPECT_EQ(show(), "x open b\nk internal còn\n") << has_copy;
  }
}

TEST_F(SameIds, APublishedLoserIsRemovedAndItsFileKeepsTheOtherWarnings) {
  write("m.csv", "id,title,date\nx,một,1999-01-02\ny,hai,1999-02-31\n");
  RunCounts before;
  reindex(options(), before);
  EXPECT_EQ(before.documents, 2u);
  const auto wrong_dates = [&] { return Ledger(home(), Ledger::Mode::kRead).warnings("bad_date").size(); };
  EXPECT_EQ(wrong_dates(), 1u);
  write("z.jsonl", line("x", "mat", "z"));
  RunCounts counts;
  update(options(), counts);
  EXPECT_EQ(wrong_dates(), 1u);
  EXPECT_EQ(counts.documents, 1u);
  EXPECT_EQ(counts.files_read, 1u);
  EXPECT_EQ(counts.removed, 1u);
  EXPECT_EQ(counts.failed, 1u);
}

TEST_F(SameIds, APublishedFileThatLosesAllCountsAsNoneRead) {
  write("m.jsonl", line("x", "open", "m"));
  RunCounts before;
  reindex(options(), before);
  write("z.jsonl", line("x", "mat", "z"));
  RunCounts counts;
  update(options(), counts);
  EXPECT_EQ(counts.documents, 1u);
  EXPECT_EQ(counts.files_read, 1u);
  EXPECT_EQ(counts.removed, 1u);
}

// What the index holds of a file that is read anew says nothing of what it will hold.
TEST_F(SameIds, WhatIsReadAnewDoesNotCountAsItWas) {
  for (const unsigned workers : {1u, 4u})
    for (const bool swapped : {false, true}) {
      fs::remove_all(home());
      const std::string changed = swapped ? "z.jsonl" : "a.jsonl";
      write("m.jsonl", line("y", "open", "m"));
      write(changed, line("x", "mat", "mật") + line("w", "open", "w"));
      RunCounts counts;
      reindex(options(workers), counts);
      write(changed, line("x", "open", "không còn mật") + line("w", "open", "w"));
      write("m.jsonl", line("y", "open", "m") + line("x", "internal", "nội bộ"));
      update(options(workers), counts);
      EXPECT_EQ(show(),
                "w open w\ny open m\nx internal nội bộ\narchive/" + changed +
                    " line 1 duplicate_id: id \"x\" belongs to a document of archive/m.jsonl line 2\n" +
                    "archive/" + changed + " line 1 grade_unsure\n")
          << workers << swapped;
      fs::remove(source() / changed);
    }
}

TEST_F(SameIds, AFileThatHasNoneLeftHasFailedWithItsCopies) {
  write("low.txt", "Văn bản thường");
  write("low.txt.meta.json", R"({"id": "x", "grade": "open"})");
  write("copy.txt", "Văn bản thường");
  write("copy.txt.meta.json", R"({"id": "x", "grade": "open"})");
  write("high.jsonl", line("x", "mat", "mật"));
  RunCounts counts;
  reindex(options(), counts);
  EXPECT_EQ(show(),
            "x mat mật\n"
            "archive/copy.txt  duplicate_id: id \"x\" belongs to a document of archive/high.jsonl line 1\n"
            "archive/low.txt  duplicate_id: id \"x\" belongs to a document of archive/high.jsonl line 1\n"
            "archive/copy.txt  grade_unsure\n");
  Ledger ledger(home(), Ledger::Mode::kRead);
  for (const char* name : {"archive/low.txt", "archive/copy.txt"}) {
    const auto row = ledger.find(name);
    ASSERT_TRUE(row);
    EXPECT_EQ(row->outcome, "failed");
    EXPECT_EQ(row->documents, 0);
  }
  RunCounts again;
  update(options(), again);
  EXPECT_EQ(again.unchanged, 3u);
  fs::remove(source() / "high.jsonl");
  RunOptions forced = options();
  forced.force = true;
  update(forced, again);
  EXPECT_EQ(show(), "x open Văn bản thường\n\n");
  EXPECT_EQ(Ledger(home()).find("archive/copy.txt")->outcome, "read");
  EXPECT_EQ(Ledger(home()).find("archive/low.txt")->outcome, "copy");
}

TEST_F(SameIds, AStoppedReindexComesToTheSame) {
  std::string lines;
  for (int i = 0; i < 2000; ++i) lines += line("n" + std::to_string(i), i % 3 == 0 ? "mat" : "open", "a");
  write("a.jsonl", lines);
  write("z.jsonl", line("n0", "tuyet-mat", "z") + line("n1", "open", "z") + line("n1500", "internal", "z"));
  RunCounts whole;
  reindex(options(), whole);
  const std::string undisturbed = show();
  EXPECT_NE(undisturbed.find("archive/a.jsonl line 1 duplicate_id"), std::string::npos);
  for (const std::uint64_t documents : {1, 700, 1900}) {
    RunCounts counts;
    RunOptions stopped = options();
    stopped.stop = [&] { return counts.documents >= documents; };
    EXPECT_THROW(reindex(stopped, counts), Stopped);
    RunCounts rest;
    reindex(options(), rest);
    EXPECT_EQ(rest.taken_up + rest.documents, 2000u);
    EXPECT_EQ(show(), undisturbed);
  }
}

}  // namespace
}  // namespace vankien
