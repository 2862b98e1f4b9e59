// The real indexer, stopped and started again.
// 1. A reindex that was stopped publishes nothing; the next one reads only what is left, and makes the same archive as an
//    undisturbed one: documents, words to suggest, ledger, failures.
// 2. Files that changed, vanished or came in between are read as they are now; nothing is left of what they were.
// 3. Other bounds, --fresh or a damaged journal start anew.
//    So does a run on disk that is not, bit for bit, as it was written.
// 4. What was committed and not told to the journal is not taken up.
// 5. A refused loss leaves the work to be taken up with --force.

#include <gtest/gtest.h>

#include <fstream>

#include "indexer/check/verification.h"
#include "indexer/ledger/run_journal.h"
#include "indexer/pipeline/attempt.h"
#include "indexer/pipeline/record_sink.h"
#include "indexer/pipeline/run.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

// Few files, because each is a child process; some are read before the records and some after.
constexpr int kFiles = 4;
constexpr int kLines = 400;

class Resumed : public testing::Test {
 protected:
  Resumed() {
    fs::create_directories(source());
    for (int i = 0; i < kFiles; ++i)
      write((i < kFiles / 2 ? "" : "z") + std::to_string(i) + ".txt",
            "Văn bản số " + std::to_string(i) + " về cá chép\n");
    write("broken.pdf", "no pdf");
    std::ofstream out(source() / "records.jsonl");
    for (int i = 0; i < kLines; ++i)
      out << (i == 40 ? "not json\n"
                      : "{\"id\": \"r" + std::to_string(i) + "\", \"body\": \"bản ghi về chim én\"" +
                            (i % 7 == 0 ? ", \"grade\": \"mat\"}\n" : "}\n"));
  }
  fs::path source() const { return folder_.path() / "archive"; }
  fs::path home() const { return folder_.path() / "home"; }
  void write(const std::string& name, const std::string& content) const {
    std::ofstream(source() / name) << content;
  }
  RunOptions options() const {
    RunOptions made;
    made.sources = {source()};
    made.home = home();
    made.self = fs::path(VANKIEN_BINARY_DIR) / "bin/vankien-indexer";
    made.workers = 2;
    return made;
  }
  // Asks the run to stop once it has read so many documents.
  void stop_after(std::uint64_t documents) {
    RunCounts counts;
    RunOptions stopped = options();
    stopped.stop = [&] { return counts.documents >= documents; };
    EXPECT_THROW(reindex(stopped, counts), Stopped);
  }
  std::string describe(const fs::path& home) const {
    std::string all;
    Ledger ledger(home);
    ledger.each_file(Ledger::State::kPublished, [&](const std::string& path, std::int64_t documents) {
      all += path + " " + std::to_string(documents) + "\n";
    });
    for (const auto& failure : ledger.failures())
      all += failure.path + " " + failure.place + " " + failure.code + "\n";
    const auto generation = test::current_generation(home);
    for (const auto grade : kGradeNames) {
      const Xapian::Database database((generation / grade).string(), Xapian::DB_BACKEND_GLASS);
      all += std::string(grade) + " " + std::to_string(database.get_doccount()) + "\n";
      for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
        all += *term + " " + std::to_string(term.get_termfreq()) + "\n";
      for (auto key = database.synonym_keys_begin(); key != database.synonym_keys_end(); ++key)
        for (auto form = database.synonyms_begin(*key); form != database.synonyms_end(*key); ++form)
          all += *key + " → " + *form + "\n";
    }
    for (const Finding& found :
         verify_generation(generation, options().self, ledger, Ledger::State::kPublished))
      ADD_FAILURE() << found.code << " " << found.place << " " << found.text;
    return all;
  }
  std::string undisturbed() const {
    RunOptions other = options();
    other.home = folder_.path() / "other";
    fs::remove_all(other.home);
    RunCounts counts;
    reindex(other, counts);
    EXPECT_EQ(counts.taken_up, 0u);
    return describe(other.home);
  }

  // The same of the archive as each test finds it, made once.
  std::string undisturbed_at_first() const {
    static const std::string all = undisturbed();
    return all;
  }

  test::TemporaryFolder folder_;
};

TEST_F(Resumed, ReadsOnlyWhatIsLeft) {
  stop_after(100);
  EXPECT_FALSE(read_current(home()));
  RunCounts rest;
  reindex(options(), rest);
  EXPECT_GE(rest.taken_up, 100u);
  EXPECT_EQ(rest.taken_up + rest.documents, static_cast<std::uint64_t>(kFiles + kLines - 1));
  EXPECT_EQ(describe(home()), undisturbed_at_first());
  EXPECT_FALSE(fs::exists(home() / "reindex.tmp"));
}

// Of every run of the interrupted one a bit is changed: nothing of them is published.
TEST_F(Resumed, ReadsAnewWhatWasDamaged) {
  stop_after(100);
  int damaged = 0;
  for (const auto& entry : fs::recursive_directory_iterator(home() / "reindex.tmp")) {
    if (entry.path().extension() != ".run") continue;
    const auto place = static_cast<std::streamoff>(fs::file_size(entry.path()) / 2);
    std::fstream run(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
    run.seekg(place);
    const int was = run.get();
    run.seekp(place);
    run.put(static_cast<char>(was ^ 1));
    ++damaged;
  }
  EXPECT_GT(damaged, 0);
  RunCounts rest;
  reindex(options(), rest);
  EXPECT_EQ(rest.taken_up, 0u);
  EXPECT_EQ(describe(home()), undisturbed_at_first());
}

TEST_F(Resumed, GoesOnAsOftenAsItIsStopped) {
  for (const std::uint64_t documents : {20, 50, 90}) stop_after(documents);
  RunCounts rest;
  reindex(options(), rest);
  EXPECT_GE(rest.taken_up, 160u);
  EXPECT_EQ(describe(home()), undisturbed_at_first());
}

TEST_F(Resumed, ReadsChangedFilesAsTheyAreNow) {
  stop_after(300);
  write("z2.txt", "Văn bản khác, mật\nMẬT\n");
  fs::remove(source() / "z3.txt");
  write("new.txt", "Văn bản mới về tôm hùm\n");
  std::ofstream(source() / "records.jsonl", std::ios::app) << "{\"id\": \"last\", \"body\": \"chim sẻ\"}\n";
  RunCounts rest;
  reindex(options(), rest);
  EXPECT_EQ(describe(home()), undisturbed());
}

TEST_F(Resumed, StartsAnewWhereItMust) {
  stop_after(100);
  RunOptions fresh = options();
  fresh.fresh = true;
  RunCounts counts;
  reindex(fresh, counts);
  EXPECT_EQ(counts.taken_up, 0u);

  stop_after(100);
  RunOptions bounds = options();
  bounds.limits.pages = 7;
  RunCounts other;
  reindex(bounds, other);
  EXPECT_EQ(other.taken_up, 0u);

  stop_after(100);
  write("../home/reindex.tmp/journal.sqlite",
        "no database, and longer than the hundred bytes of its head: " + std::string(5000, 'x'));
  RunCounts damaged;
  reindex(options(), damaged);
  EXPECT_EQ(damaged.taken_up, 0u);
  EXPECT_EQ(describe(home()), undisturbed_at_first());
}

TEST_F(Resumed, TakesUpOnlyWhatTheJournalKnows) {
  const auto sources = open_sources({source()});
  {
    fs::create_directories(home());
    Attempt attempt(options(), sources, {});
    ShardWriter writer(attempt.shards() / attempt.part(0, 0));
    Record record = test::make_record("r0", "", "", "con công", "", Grade::kMat);
    record.path = "archive/records.jsonl";
    writer.add(record);
    record = test::make_record("x", "", "", "con cú");
    record.path = "archive/0.txt";
    writer.add(record);
    writer.finish();  // and dead before the journal was told
  }
  RunCounts counts;
  reindex(options(), counts);
  EXPECT_EQ(counts.taken_up, 0u);
  EXPECT_EQ(describe(home()), undisturbed_at_first());
}

TEST_F(Resumed, KeepsTheWorkOfARefusedLoss) {
  RunCounts first;
  reindex(options(), first);
  fs::remove(source() / "records.jsonl");
  RunCounts refused;
  EXPECT_THROW(reindex(options(), refused), std::runtime_error);
  RunOptions forced = options();
  forced.force = true;
  RunCounts counts;
  reindex(forced, counts);
  EXPECT_EQ(counts.taken_up, static_cast<std::uint64_t>(kFiles));
  EXPECT_EQ(describe(home()), undisturbed());
}

}  // namespace
}  // namespace vankien
