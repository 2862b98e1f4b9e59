// 1. What waits is published as a generation, in its order, and its outcomes are told; without work nothing happens.
// 2. Died after the generation was published and before the list of documents was committed, the same is done again
//    with the same outcome; died before the spool was told, it is only told.
// 3. A reindex takes what waits in and indexes all that was handed over.
// 4. Finished tasks are forgotten beyond a limit, of each clearance by itself, and never the newest.
// 5. An archive may be emptied by what was asked for.
// 6. No source may be called as what is handed over is.
// 7. After a rollback the list is applied anew, also when nothing waits: what is missing comes, what is surplus goes, an
//    older grade gives way. Died before the mark was taken away, it is done again and changes nothing.
// 8. An id is one document's in a grade: a file's record is refused that has a handed-over one's, and a reindex as well
//    as a list applied anew leaves out a handed-over one that has a file's. In another grade it may stand. When the handed-over one
//    goes, the next update brings the file's.
// 9. No document blocks the spool, whatever is in its fields.

#include "indexer/handover/spool_run.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <fstream>

#include "indexer/check/verification.h"
#include "indexer/pipeline/rollback.h"
#include "tests/support/spool_writer.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

class SpoolRun : public testing::Test {
 protected:
  // Made once; each test has a copy.
  static void SetUpTestSuite() {
    folder_ = new test::TemporaryFolder;
    fs::create_directories(source());
    write("a.jsonl", R"({"id":"file","title":"Về rừng"})");
    reindex_archive();
    fs::rename(home(), kept());
    fs::rename(source(), kept() / "archive");
  }
  static void TearDownTestSuite() { delete folder_; }
  SpoolRun() {
    fs::copy(kept(), home(), fs::copy_options::recursive);
    fs::rename(home() / "archive", source());
  }
  ~SpoolRun() override {
    fs::remove_all(home());
    fs::remove_all(source());
  }
  static fs::path source() { return folder_->path() / "archive"; }
  static fs::path home() { return folder_->path() / "home"; }
  static fs::path kept() { return folder_->path() / "kept"; }
  static RunOptions options() {
    RunOptions made;
    made.sources = {source()};
    made.home = home();
    made.self = fs::path(VANKIEN_BINARY_DIR) / "bin/vankien-indexer";
    made.workers = 1;
    return made;
  }
  static void reindex_archive() {
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
  std::uint64_t roll_back_to(std::uint64_t generation) const {
    return roll_back(home(), options().self, generation);
  }
  static void write(const std::string& name, const std::string& line) {
    std::ofstream(source() / name) << line << "\n";
  }
  std::string failures() const {
    std::string all;
    for (const auto& failure : Ledger(home()).failures())
      all += failure.path + " " + failure.code + ": " + failure.reason + "\n";
    return all;
  }
  std::string findings() const {
    Ledger ledger(home());
    std::string all;
    for (const auto& finding : verify_generation(test::current_generation(home()), options().self, ledger,
                                                 Ledger::State::kPublished))
      all += finding.code + " " + finding.place + "\n";
    return all;
  }

  static inline test::TemporaryFolder* folder_ = nullptr;
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
  // An update does not take them for vanished files.
  write("b.jsonl", R"({"id":"c","title":"Về ong"})");
  RunCounts counts;
  update(options(), counts);
  EXPECT_EQ(counts.failed, 0u);
  EXPECT_EQ(ids(Grade::kOpen), "a b c file x ");
  EXPECT_EQ(ids(Grade::kTuyetMat), "x ");
}

TEST_F(SpoolRun, ForgetsOldTasks) {
  const auto lone = put(R"({"id":"a"})", Grade::kMat);
  std::uint64_t first = 0, last = 0;
  for (std::size_t i = 0; i < kKeptTasks + 1; ++i) {
    last = writer_.write(HandoverMethod::kRemove, Grade::kOpen, {"\"none\""});
    if (i == 0) first = last;
    if (i == kKeptTasks) break;  // all but the last are done
    fs::rename(task_file(home(), last), outcome_file(home(), last));
  }
  while (take_spool_in(options()).tasks > 0) {
  }
  EXPECT_FALSE(fs::exists(outcome_file(home(), first)));
  EXPECT_TRUE(fs::exists(outcome_file(home(), first + kGradeCount)));
  EXPECT_TRUE(fs::exists(outcome_file(home(), last)));
  EXPECT_TRUE(fs::exists(outcome_file(home(), lone)));
}

TEST_F(SpoolRun, MayEmptyTheArchive) {
  fs::remove(source() / "a.jsonl");
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

TEST_F(SpoolRun, AppliesTheListAnewAfterARollback) {
  put(R"({"id":"a"})");
  put(R"({"id":"gone"})");
  put(R"({"id":"same"})");
  take_spool_in(options());                 // 2
  put(R"({"id":"a","n":2})", Grade::kMat);  // a secret now
  put(R"({"id":"b"})");
  writer_.write(HandoverMethod::kRemove, Grade::kOpen, {"\"gone\""});
  take_spool_in(options());  // 3
  roll_back_to(2);
  EXPECT_EQ(ids(Grade::kOpen), "a file gone same ");
  EXPECT_EQ(findings(), "") << "the list is marked";
  const auto result = take_spool_in(options());
  EXPECT_EQ(result.tasks, 0u);
  EXPECT_EQ(result.documents, 2u) << "a and b; the other is as it should be";
  EXPECT_EQ(result.removed, 2u);
  EXPECT_EQ(result.generation, 4u);
  EXPECT_EQ(ids(Grade::kOpen), "b file same ");
  EXPECT_EQ(ids(Grade::kMat), "a ");
  EXPECT_FALSE(HandedOverDocuments::is_marked(home()));
  EXPECT_EQ(findings(), "");
  EXPECT_EQ(take_spool_in(options()).generation, 0u);
}

TEST_F(SpoolRun, AppliesAnewWhatWasGivenOtherwise) {
  put(R"({"id":"a","title":"Về rừng"})");
  take_spool_in(options());
  put(R"({"id":"a","title":"Về biển"})");
  take_spool_in(options());
  roll_back_to(2);
  put(R"({"id":"b"})");
  EXPECT_EQ(take_spool_in(options()).documents, 2u) << "the list and what waits, in one generation";
  const Xapian::Database database((test::current_generation(home()) / "open").string());
  EXPECT_EQ(database.get_termfreq("biển"), 1u);
  EXPECT_EQ(ids(Grade::kOpen), "a b file ");
}

TEST_F(SpoolRun, AppliesAnewOnceMoreAfterADeath) {
  put(R"({"id":"a"})");
  take_spool_in(options());
  roll_back_to(1);
  EXPECT_TRUE(HandedOverDocuments::is_marked(home()));
  EXPECT_EQ(take_spool_in(options()).generation, 3u);
  // As if it had died right after the generation was published, and as if a rollback had before its swap.
  HandedOverDocuments(home()).mark_to_apply_anew();
  const auto again = take_spool_in(options());
  EXPECT_EQ(again.generation, 0u);
  EXPECT_EQ(again.documents + again.removed, 0u);
  EXPECT_EQ(ids(Grade::kOpen), "a file ");
  EXPECT_FALSE(HandedOverDocuments::is_marked(home()));
}

TEST_F(SpoolRun, AReindexAppliesTheListToo) {
  put(R"({"id":"a"})");
  take_spool_in(options());
  roll_back_to(1);
  reindex_archive();
  EXPECT_EQ(ids(Grade::kOpen), "a file ");
  EXPECT_FALSE(HandedOverDocuments::is_marked(home()));
}

TEST_F(SpoolRun, RefusesAFilesRecordWithAHandedOverId) {
  put(R"({"id":"a"})");
  put(R"({"id":"s"})", Grade::kMat);
  take_spool_in(options());
  write("b.jsonl", R"({"id":"a"})");
  write("c.jsonl", R"({"id":"s"})");  // beside the secret one
  RunCounts counts;
  update(options(), counts);
  EXPECT_EQ(counts.failed, 1u);
  EXPECT_EQ(ids(Grade::kOpen), "a file s ");
  EXPECT_EQ(ids(Grade::kMat), "s ");
  EXPECT_EQ(failures(), "archive/b.jsonl duplicate_id: id \"a\" belongs to a document of api/open/a\n");
  // The handed-over one goes: the file's comes with the next update.
  writer_.write(HandoverMethod::kRemove, Grade::kOpen, {"\"a\""});
  take_spool_in(options());
  EXPECT_EQ(ids(Grade::kOpen), "file s ");
  EXPECT_EQ(failures(), "archive/b.jsonl duplicate_id: id \"a\" belongs to a document of api/open/a\n");
  RunCounts again;
  update(options(), again);
  EXPECT_EQ(again.documents, 1u);
  EXPECT_EQ(ids(Grade::kOpen), "a file s ");
  EXPECT_EQ(failures(), "");
}

TEST_F(SpoolRun, LeavesOutAHandedOverIdThatAFileHolds) {
  put(R"({"id":"a"})");
  put(R"({"id":"s"})", Grade::kMat);
  take_spool_in(options());  // 2
  write("b.jsonl", R"({"id":"a"})");
  write("c.jsonl", R"({"id":"s"})");
  const std::string told = "api/open/a duplicate_id: id \"a\" belongs to a document of archive/b.jsonl\n";
  reindex_archive();
  EXPECT_EQ(ids(Grade::kOpen), "a file s ");
  EXPECT_EQ(ids(Grade::kMat), "s ");
  EXPECT_EQ(failures(), told);
  EXPECT_EQ(findings(), "") << "the ledger tells why it is missing";
  // Back to where there is neither, the file comes first: an update that leaves the spool to a later run.
  roll_back_to(1);
  RunCounts counts;
  update(options(), counts);
  EXPECT_EQ(ids(Grade::kOpen), "a file s ");
  EXPECT_GT(take_spool_in(options()).generation, 0u);
  EXPECT_EQ(ids(Grade::kOpen), "a file s ");
  EXPECT_EQ(ids(Grade::kMat), "s ");
  EXPECT_EQ(failures(), told);
  EXPECT_EQ(findings(), "");
  // Gone from the list, it is no failure any more, also after going back to when it was.
  const auto told_of = read_current(home()).value();
  writer_.write(HandoverMethod::kRemove, Grade::kOpen, {"\"a\""});
  put(R"({"id":"b"})");
  EXPECT_GT(take_spool_in(options()).generation, told_of);
  EXPECT_EQ(failures(), "");
  roll_back_to(told_of);
  EXPECT_EQ(failures(), told);
  EXPECT_GT(take_spool_in(options()).generation, told_of);
  EXPECT_EQ(failures(), "");
  EXPECT_EQ(ids(Grade::kOpen), "a b file s ");
}

TEST_F(SpoolRun, NoDocumentBlocksIt) {
  std::string zeros;  // longer than a key of Xapian's may be, since it writes each as two bytes
  for (int i = 0; i < 240; ++i) zeros += "\\u0000";
  put(R"({"id":"a","type":")" + zeros + R"(","term":")" + zeros + "\"}");
  const auto result = take_spool_in(options());
  EXPECT_EQ(result.failed, 0u);
  EXPECT_EQ(ids(Grade::kOpen), "a file ");
}

TEST_F(SpoolRun, KeepsItsName) {
  fs::create_directories(folder_->path() / "api");
  EXPECT_THROW(open_sources({folder_->path() / "api"}), std::runtime_error);
}

}  // namespace
}  // namespace vankien
