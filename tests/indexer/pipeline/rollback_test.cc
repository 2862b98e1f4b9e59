// 1. Going back publishes the generation before, or the one named; what is not kept or is damaged is refused.
// 2. The update after it brings in everything the older generation lacks, and takes out what is gone since.
// 3. The list of what was handed over is marked to be applied anew, if there is anything to apply.
// 4. Killed between the swap and the ledger, the next run makes it good; a lost ledger comes back.

#include "indexer/pipeline/rollback.h"

#include <gtest/gtest.h>

#include <fstream>

#include "indexer/check/verification.h"
#include "indexer/ledger/handed_over.h"
#include "indexer/pipeline/run.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

class GoingBack : public testing::Test {
 protected:
  // 1: a b c      2: a' c d     3: a' c d e
  // Made once; each test has a copy.
  static void SetUpTestSuite() {
    folder_ = new test::TemporaryFolder;
    fs::create_directories(source());
    for (const std::string name : {"a", "b", "c"}) write(name, "bản đầu của " + name);
    run(&reindex);
    write("a", "bản sau, chuyện chim én");
    write("d", "bản đầu của d");
    fs::remove(source() / "b.jsonl");
    run(&update);
    write("e", "bản đầu của e");
    run(&reindex);
    fs::rename(home(), kept());
  }
  static void TearDownTestSuite() { delete folder_; }
  GoingBack() { fs::copy(kept(), home(), fs::copy_options::recursive); }
  ~GoingBack() override { fs::remove_all(home()); }

  static fs::path source() { return folder_->path() / "archive"; }
  static fs::path home() { return folder_->path() / "home"; }
  static fs::path kept() { return folder_->path() / "kept"; }
  static void write(const std::string& name, const std::string& content) {
    std::ofstream(source() / (name + ".jsonl"))
        << R"({"id": ")" << name << R"(", "body": ")" << content << "\"}\n";
  }
  static RunResult run(RunResult (*how)(const RunOptions&, RunCounts&)) {
    RunOptions options;
    options.sources = {source()};
    options.home = home();
    options.self = self_;
    options.workers = 1;
    counts_.emplace();
    return how(options, *counts_);
  }
  std::string contents() const {
    std::string all;
    Ledger ledger(home());
    ledger.each_file(Ledger::State::kPublished, [&](const std::string& path, std::int64_t documents) {
      if (documents > 0) all += path.substr(path.find('/') + 1, 1);
    });
    EXPECT_TRUE(verify_generation(test::current_generation(home()), self_, ledger, Ledger::State::kPublished)
                    .empty());
    return all;
  }
  bool finds(const std::string& word) const {
    const auto path = test::current_generation(home()) / "open";
    return Xapian::Database(path.string(), Xapian::DB_BACKEND_GLASS).term_exists(word);
  }

  static inline const fs::path self_ = fs::path(VANKIEN_BINARY_DIR) / "bin/vankien-indexer";
  static inline test::TemporaryFolder* folder_ = nullptr;
  static inline std::optional<RunCounts> counts_;
};

TEST_F(GoingBack, GoesToTheOneBeforeOrTheOneNamed) {
  EXPECT_EQ(contents(), "acde");
  EXPECT_EQ(roll_back(home(), self_, std::nullopt), 2u);
  EXPECT_EQ(read_current(home()), 2u);
  EXPECT_EQ(contents(), "acd");
  EXPECT_EQ(roll_back(home(), self_, 3), 3u) << "and forth again";
  EXPECT_EQ(contents(), "acde");
  EXPECT_EQ(roll_back(home(), self_, 1), 1u);
  EXPECT_EQ(contents(), "abc");
  EXPECT_THROW(roll_back(home(), self_, std::nullopt), std::runtime_error) << "none is older";
  EXPECT_THROW(roll_back(home(), self_, 9), std::runtime_error);
}

TEST_F(GoingBack, UpdatesBringInWhatIsLacking) {
  roll_back(home(), self_, 1);
  EXPECT_FALSE(finds("én"));
  const RunResult result = run(&update);
  EXPECT_EQ(result.generation, 4u);
  EXPECT_EQ(counts_->files_read, 3u) << "a changed, d and e are new";
  EXPECT_EQ(counts_->unchanged, 1u);
  EXPECT_EQ(counts_->removed, 1u);
  EXPECT_EQ(contents(), "acde");
  EXPECT_TRUE(finds("én"));
}

TEST_F(GoingBack, MarksTheListOfWhatWasHandedOver) {
  roll_back(home(), self_, 2);
  EXPECT_FALSE(HandedOverDocuments::is_marked(home())) << "nothing was handed over, neither then nor since";
  HandedOverDocuments(home()).put({"x", Grade::kMat, "key", "{}"});
  EXPECT_THROW(roll_back(home(), self_, 9), std::runtime_error);
  EXPECT_FALSE(HandedOverDocuments::is_marked(home())) << "nothing has changed";
  roll_back(home(), self_, 3);
  EXPECT_TRUE(HandedOverDocuments::is_marked(home()));
}

TEST_F(GoingBack, SurvivesDyingBeforeTheLedger) {
  set_current(home(), 1);  // and dead
  run(&update);
  EXPECT_EQ(counts_->files_read, 3u);
  EXPECT_EQ(contents(), "acde");
}

TEST_F(GoingBack, RestoresALostLedger) {
  for (const char* end : {"", "-wal", "-shm"}) fs::remove(home() / (std::string(kLedgerFile) + end));
  EXPECT_EQ(run(&update).generation, 0u);
  EXPECT_EQ(counts_->unchanged, 4u);
  EXPECT_EQ(contents(), "acde");
}

TEST_F(GoingBack, RefusesADamagedOne) {
  // Of this generation alone: the table may be the next one's too.
  const fs::path table = home() / generation_name(2) / "open" / "postlist.glass";
  const fs::path damaged = table.string() + ".damaged";
  fs::copy_file(table, damaged);
  std::fstream(damaged, std::ios::in | std::ios::out | std::ios::binary).seekp(100) << "x";
  fs::rename(damaged, table);
  try {
    roll_back(home(), self_, std::nullopt);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("open/postlist.glass"), std::string::npos) << error.what();
  }
  EXPECT_EQ(read_current(home()), 3u);
  EXPECT_EQ(contents(), "acde");
}

}  // namespace
}  // namespace vankien
