// 1. What waits is published as a generation, in its order, and its outcomes are told; without work nothing happens.
// 2. Died after the generation was published and before the list of documents was committed, the same is done again
//    with the same outcome; died before the spool was told, it is only told.
// 3. A reindex takes what waits in and indexes all that was handed over.
// 4. Finished tasks are forgotten beyond a limit, of each clearance by itself, and never the newest.
// 5. An archive may be emptied by what was asked for.
// 6. No source may be called as what is handed over is.

#include "indexer/handover/spool_run.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <fstream>

#include "tests/support/spool_writer.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

class SpoolRun : public testing::Test {
 protected:
  SpoolRun() {
    fs::create_directories(folder_.path() / "archive");
    std::ofstream(folder_.path() / "archive/a.jsonl") << R"({"id":"file","title":"Về rừng"})"
                                                      << "\n";
    reindex_archive();
  }
  fs::path home() const { return folder_.path() / "home"; }
  RunOptions options() const {
    RunOptions made;
    made.sources = {folder_.path() / "archive"};
    made.home = home();
    made.self = fs::path(VANKIEN_BINARY_DIR) / "bin/vankien-indexer";
    made.workers = 1;
    return made;
  }
  void reindex_archive() const {
    RunCounts counts;
    reindex(options(), counts);
  }
  std::uint64_t put(const std::string& line, Grade clearance = Grade::kOpen) {
    return writer_.write(HandoverMethod::kReplace, clearance, {line});
  }
  /// The ids of a grade, in order.
  std::string ids(Grade grade) const {
    const Xapian::Database database((test::current_generation(home()) / grade_name(grade)).string(),
                                    Xapian::DB_BACKEND_GLASS);
    std::string all;
    for (auto term = database.allterms_begin("Q"); term != database.allterms_end("Q"); ++term)
      for (Xapian::termcount i = 0; i < term.get_termfreq(); ++i) all += (*term).substr(1) + " ";
    return all;
  }

  test::TemporaryFolder folder_;
  test::SpoolWriter writer_{home()};
};

TEST_F(SpoolRun, PublishesInOrder) {
  EXPECT_EQ(take_spool_in(options()).tasks, 0u);
  put(R"({"id":"a"})");
  put(R"({"id":"a","n":2})", Grade::kMat);  // the same document, at its key's clearance now
  put(R"({"id":"b"})");
  writer_.write(HandoverMethod::kRemove, Grade::kOpen, {"\"b\""});
  const auto taken = put(R"({"id":"file"})");
  const auto result = take_spool_in(options());
  EXPECT_EQ(result.tasks, 5u);
  EXPECT_EQ(result.failed, 1u);
  EXPECT_EQ(result.generation, 2u);
  EXPECT_EQ(ids(Grade::kOpen), "file ");
  EXPECT_EQ(ids(Grade::kMat), "a ");
  EXPECT_EQ(writer_.outcome(taken)["error"]["code"], "document_id_taken");
  EXPECT_FALSE(writer_.outcome(taken)["finishedAt"].is_null());
  EXPECT_FALSE(fs::exists(task_file(home(), taken)));
  EXPECT_EQ(take_spool_in(options()).tasks, 0u);
}

TEST_F(SpoolRun, DoneAgainWithTheSameOutcome) {
  put(R"({"id":"a"})");
  take_spool_in(options());
  const fs::path list = home() / "handed-over.sqlite", kept = home() / "kept.sqlite";
  fs::copy_file(list, kept);
  const auto add = put(R"({"id":"b"})");
  const auto remove = writer_.write(HandoverMethod::kRemove, Grade::kOpen, {"\"a\""});
  fs::copy(home() / kSpoolFolder, home() / "kept-spool");
  take_spool_in(options());
  // As if it had died right after the generation was published.
  fs::rename(kept, list);
  fs::remove_all(home() / kSpoolFolder);
  fs::rename(home() / "kept-spool", home() / kSpoolFolder);
  EXPECT_EQ(take_spool_in(options()).tasks, 2u);
  EXPECT_EQ(writer_.outcome(add)["details"]["indexedDocuments"], 1);
  EXPECT_EQ(writer_.outcome(remove)["details"]["deletedDocuments"], 1);
  EXPECT_EQ(ids(Grade::kOpen), "b file ");
}

TEST_F(SpoolRun, OnlyTold) {
  const auto uid = put(R"({"id":"a"})");
  {
    HandedOverDocuments documents(home());
    documents.note_outcome(uid, R"({"uid":0,"status":"succeeded"})");
  }
  EXPECT_EQ(take_spool_in(options()).tasks, 0u);
  EXPECT_EQ(writer_.outcome(uid)["status"], "succeeded");
  EXPECT_FALSE(fs::exists(task_file(home(), uid)));
  EXPECT_EQ(ids(Grade::kOpen), "file ");
}

TEST_F(SpoolRun, StaysThroughAReindex) {
  put(R"({"id":"a","body":"Trồng rừng."})");
  put(R"({"id":"x"})", Grade::kTuyetMat);
  take_spool_in(options());
  const auto uid = put(R"({"id":"b"})");
  put(R"({"id":"x"})");  // beside the secret one
  reindex_archive();
  EXPECT_EQ(writer_.outcome(uid)["status"], "succeeded");
  EXPECT_EQ(ids(Grade::kOpen), "a b file x ");
  EXPECT_EQ(ids(Grade::kTuyetMat), "x ");
  EXPECT_EQ(take_spool_in(options()).tasks, 0u);
  // An update neither takes them for vanished files nor lets a file's record meet them.
  std::ofstream(folder_.path() / "archive/b.jsonl") << R"({"id":"a","title":"Về ong"})"
                                                    << "\n";
  RunCounts counts;
  update(options(), counts);
  EXPECT_EQ(counts.failed, 0u);
  EXPECT_EQ(ids(Grade::kOpen), "a a b file x ");
  EXPECT_EQ(ids(Grade::kTuyetMat), "x ");
}

TEST_F(SpoolRun, ForgetsOldTasks) {
  const auto lone = put(R"({"id":"a"})", Grade::kMat);
  std::uint64_t first = 0, last = 0;
  for (std::size_t i = 0; i < kKeptTasks + 1; ++i) {
    last = writer_.write(HandoverMethod::kRemove, Grade::kOpen, {"\"none\""});
    if (i == 0) first = last;
  }
  while (take_spool_in(options()).tasks > 0) {
  }
  EXPECT_FALSE(fs::exists(outcome_file(home(), first)));
  EXPECT_TRUE(fs::exists(outcome_file(home(), first + kGradeCount)));
  EXPECT_TRUE(fs::exists(outcome_file(home(), last)));
  EXPECT_TRUE(fs::exists(outcome_file(home(), lone)));
}

TEST_F(SpoolRun, MayEmptyTheArchive) {
  fs::remove(folder_.path() / "archive/a.jsonl");
  put(R"({"id":"a"})");
  take_spool_in(options());
  RunCounts counts;
  auto forced = options();
  forced.force = true;
  update(forced, counts);
  writer_.write(HandoverMethod::kRemoveAll, Grade::kOpen, {});
  EXPECT_GT(take_spool_in(options()).generation, 0u);
  EXPECT_EQ(ids(Grade::kOpen), "");
}

TEST_F(SpoolRun, KeepsItsName) {
  fs::create_directories(folder_.path() / "api");
  EXPECT_THROW(open_sources({folder_.path() / "api"}), std::runtime_error);
}

}  // namespace
}  // namespace vankien
