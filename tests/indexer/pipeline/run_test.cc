// The real indexer on real files.
// 1. A reindex reads files, sidecars and records; what cannot be read is in the ledger with place and reason,
// and the rest
//    is published.
// 2. An update reads what is new or changed, takes out what vanished, moves what changed its grade, and
// leaves nothing of it
//    in the database it left.
// 3. An update without changes publishes nothing.
// 4. An archive that would vanish or shrink by a third is not published without force.
// 5. What is no file, or no quiet one, is listed and stops nothing: pipes, devices, sockets, rings of links, names with
//    line feeds, files that grow, change or go while they are read.
// 6. A grade that cannot be understood is the highest it may be, and is on the work list.
// 7. Killed at any moment, the published index is whole, and the next run goes on.
// 8. No record ends the run, whatever is in its fields: what Xapian would refuse when all is committed never gets there. A word
//    too long for a term costs itself, neither its document nor the others.
// 9. Where the disk's reserve would be touched nothing is begun.

#include "indexer/pipeline/run.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <fstream>
#include <set>
#include <thread>

#include "indexer/generations/disk_space.h"
#include "indexer/ledger/ledger.h"
#include "indexer/reader/index_reader.h"
#include "indexer/records/exported_record.h"
#include "tests/support/test_archive.h"

extern char** environ;

namespace vankien {
namespace {

namespace fs = std::filesystem;

class Running : public testing::Test {
 protected:
  Running() { fs::create_directories(source()); }

  fs::path source() const { return folder_.path() / "archive"; }
  fs::path home() const { return folder_.path() / "home"; }
  void write(const std::string& name, const std::string& content) const {
    fs::create_directories((source() / name).parent_path());
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
  Xapian::Database open(const char* grade) const {
    return Xapian::Database((test::current_generation(home()) / grade).string(), Xapian::DB_BACKEND_GLASS);
  }
  static std::string paper(const std::string& symbol, const std::string& words,
                           const std::string& stamp = "") {
    return "TỈNH ỦY ĐÔNG GIANG          ĐẢNG CỘNG SẢN VIỆT NAM\n        *\nSố " + symbol +
           "          Giang Thành, ngày 01 tháng 6 năm 2022\n" + stamp +
           "\n\nTHÔNG BÁO\nvề lịch họp\n-----\n\n" + words + "\n";
  }

  test::TemporaryFolder folder_;
  RunCounts counts_;
};

TEST_F(Running, ReadsWhatItCanAndNotesTheRest) {
  write("a.txt", paper("05-TB/TU", "Họp tại hội trường."));
  write("sub/b.txt", paper("06-TB/TU", "Nội dung."));
  write("sub/b.txt.meta.json", R"({"title": "Tiêu đề cho trước", "signer": "Lê Văn B"})");
  write("c.pdf", "no pdf at all");
  write("d.jsonl",
        "{\"id\": \"1\", \"title\": \"Một\", \"body\": \"thân\"}\n\nnot json\n{\"title\": \"no "
        "id\"}\n{\"id\": \"1\"}\n");
  write("e.xyz", "?");
  fs::create_symlink(source() / "a.txt", source() / "link.txt");
  const RunResult result = reindex(options(), counts_);
  EXPECT_EQ(result.documents_total, 3u);
  EXPECT_EQ(counts_.documents, 3u);
  Ledger ledger(home());
  std::string failures;
  for (const auto& failure : ledger.failures()) {
    failures += failure.path + " " + failure.place + " " + failure.code + "\n";
    if (failure.code == "bad_json") {
      EXPECT_EQ(failure.reason, "line: is no JSON, wrong at byte 2");
    }
  }
  EXPECT_EQ(
      failures,
      "archive/c.pdf  damaged\narchive/d.jsonl line 3 bad_json\narchive/d.jsonl line 4 bad_field\n"
      "archive/d.jsonl line 5 duplicate_id\narchive/e.xyz  unsupported_format\narchive/link.txt  no_file\n");
  const auto database = open("open");
  EXPECT_EQ(database.get_doccount(), 3u);
  EXPECT_TRUE(database.term_exists("XS6|TB|TU|"));
  EXPECT_TRUE(database.term_exists("Sti\u00EAu"));
  EXPECT_EQ(*database.synonyms_begin("truong"), "trường");
}

TEST_F(Running, GradesFailClosedAndAreListed) {
  write("a.txt", paper("05-TB/TU", "Họp.", "M\u1EB6T"));  // MẶT
  write("b.txt", paper("06-TB/TU", "Họp."));
  write("b.txt.meta.json", R"({"grade": "secret"})");
  write("c.txt", paper("07-TB/TU", "Họp."));
  write("d.jsonl", "{\"id\": \"1\", \"grade\": \"mat\"}\n{\"id\": \"2\", \"grade\": 7}\n");
  reindex(options(), counts_);
  Ledger ledger(home());
  std::string list;
  for (const auto& warning : ledger.warnings("grade_unsure"))
    list += warning.path + " " + warning.place + ": " + warning.reason + "\n";
  EXPECT_EQ(list,
            "archive/a.txt : its letters are not quite those of a stamp: \"MẶT\"\n"
            "archive/b.txt : the given grade \"secret\" is none of open, internal, mat, toi-mat, tuyet-mat\n"
            "archive/d.jsonl line 2: the given grade 7 is none of open, internal, mat, toi-mat, tuyet-mat\n");
  EXPECT_EQ(open("open").get_doccount(), 1u);
  EXPECT_EQ(open("mat").get_doccount(), 2u);
  EXPECT_EQ(open("tuyet-mat").get_doccount(), 2u);
}

TEST_F(Running, TheWorkListOfGradesTravelsWithAnExport) {
  write("a.txt", paper("05-TB/TU", "Họp.", "M\u1EB6T"));  // MẶT
  write("c.txt", paper("07-TB/TU", "Họp."));
  reindex(options(), counts_);
  std::string exported;
  IndexReader(home(), {}).for_each_record([&](const StoredRecord& record) {
    exported += write_exported_record(record) + "\n";
  });
  fs::remove(source() / "a.txt");
  fs::remove(source() / "c.txt");
  write("archive.jsonl", exported);
  for (int times = 0; times < 2; ++times) {
    reindex(options(), counts_);
    const auto list = Ledger(home()).warnings("grade_unsure");
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0].path, "archive/archive.jsonl");
    EXPECT_EQ(list[0].reason, "its letters are not quite those of a stamp: \"MẶT\"");
  }
  EXPECT_EQ(open("mat").get_doccount(), 1u);
}

TEST_F(Running, RelationsAreTerms) {
  write("a.txt", paper("05-TB/TU", "Thông báo này thay thế Thông báo số 04-TB/TU, ngày 1/2/2020."));
  reindex(options(), counts_);
  EXPECT_TRUE(open("open").term_exists("XRthay thế|4|TB|TU|"));
}

TEST_F(Running, BringsInChanges) {
  write("a.txt", paper("05-TB/TU", "Chuyện bạch tuộc."));
  write("b.txt", paper("06-TB/TU", "Chuyện hải âu."));
  write("c.jsonl", "{\"id\": \"1\", \"body\": \"chim én\"}\n{\"id\": \"2\", \"body\": \"chim sẻ\"}\n");
  update(options(), counts_);
  EXPECT_EQ(open("open").get_doccount(), 4u);

  RunCounts same;
  EXPECT_EQ(update(options(), same).generation, 0u);
  EXPECT_EQ(same.unchanged, 3u);

  write("a.txt", paper("05-TB/TU", "Chuyện bạch tuộc.", "MẬT"));
  fs::remove(source() / "b.txt");
  write("c.jsonl", "{\"id\": \"1\", \"body\": \"chim én bay\"}\n");
  write("e.txt", paper("07-TB/TU", "Chuyện mới."));
  RunCounts changed;
  const RunResult result = update(options(), changed);
  EXPECT_EQ(result.documents_total, 3u);
  EXPECT_EQ(changed.files_read, 3u);
  EXPECT_EQ(changed.removed, 2u);
  const auto database = open("open");
  EXPECT_EQ(database.get_doccount(), 2u);
  for (const char* word : {"bạch", "tuộc", "hải", "âu", "sẻ"}) {
    EXPECT_FALSE(database.term_exists(word)) << word;
  }
  EXPECT_EQ(database.synonyms_begin("bach"), database.synonyms_end("bach"))
      << "a word above the grade must not be suggested";
  EXPECT_TRUE(open("mat").term_exists("bạch"));
  for (const auto& file : fs::directory_iterator(test::current_generation(home()) / "open")) {
    std::ifstream in(file.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(bytes.find("tuộc"), std::string::npos) << "freed blocks keep their text: " << file.path();
  }
}

TEST_F(Running, FailsClosedWhenAChangedFileCannotBeRead) {
  write("a.txt", paper("05-TB/TU", "Chuyện bạch tuộc."));
  write("b.txt", paper("06-TB/TU", "Chuyện hải âu."));
  write("c.txt", paper("07-TB/TU", "Chuyện khác."));
  write("d.txt", paper("08-TB/TU", "Chuyện nữa."));
  update(options(), counts_);
  write("a.txt.meta.json", R"({"grade": )");
  write("b.txt.meta.json", R"({"grade": "TỐI MẬT"})");
  RunCounts changed;
  update(options(), changed);
  EXPECT_EQ(changed.failed, 1u);
  EXPECT_EQ(open("open").get_doccount(), 2u) << "nothing open that may have become a secret";
  EXPECT_TRUE(open("toi-mat").term_exists("âu"));
}

TEST_F(Running, KeepsAnIdWithItsFile) {
  write("a.jsonl", "{\"id\": \"x\", \"body\": \"chim én\", \"grade\": \"mat\"}\n");
  update(options(), counts_);
  write("b.jsonl", "{\"id\": \"x\", \"body\": \"chim sẻ\"}\n");
  RunCounts second;
  EXPECT_EQ(update(options(), second).generation, 0u);
  EXPECT_EQ(second.failed, 1u);
  EXPECT_TRUE(open("mat").term_exists("én"));
  EXPECT_EQ(open("open").get_doccount(), 0u);
  fs::remove(source() / "a.jsonl");
  write("b.jsonl", "{\"id\": \"x\", \"body\": \"chim sẻ bay\"}\n");
  RunCounts third;
  update(options(), third);
  EXPECT_TRUE(open("open").term_exists("sẻ")) << "free again once the other file is gone";
  EXPECT_EQ(open("mat").get_doccount(), 0u);
}

// Xapian's tables write a zero byte as two: 240 of them are a longer key than it takes.
TEST_F(Running, NoRecordEndsTheRun) {
  std::string zeros;
  for (int i = 0; i < 240; ++i) zeros += "\\u0000";
  const auto records = [&](const std::string& words) {
    write("a.jsonl", "{\"id\": \"1\", \"body\": \"" + words + "\"}\n{\"id\": \"" + zeros.substr(0, 150 * 6) +
                         "\"}\n{\"id\": \"2\", \"body\": \"" + words + "\", \"type\": \"" + zeros +
                         "\", \"term\": \"" + zeros + "\", \"title\": \"" + zeros + "\", \"issuer\": \"" +
                         zeros + "\", \"symbol\": \"" + zeros + "\", \"fields\": [\"" + zeros + "\"]}\n");
  };
  records("chim én");
  reindex(options(), counts_);
  EXPECT_EQ(open("open").get_termfreq("én"), 2u);
  records("hải âu");
  RunCounts changed;
  update(options(), changed);
  EXPECT_EQ(open("open").get_termfreq("âu"), 2u);
  EXPECT_EQ(open("open").get_doccount(), 2u);
  Ledger ledger(home());
  ASSERT_EQ(ledger.failures().size(), 1u);
  EXPECT_EQ(ledger.failures()[0].place + " " + ledger.failures()[0].code, "line 2 bad_field");
}

TEST_F(Running, AWordTooLongForATermCostsItself) {
  const std::string word(300, 'z');
  const auto records = [&](const std::string& words) {
    std::string lines;
    for (int i = 0; i < 1000; ++i) {
      const std::string body = i == 500 ? words + " " + word + " " + word + "/" + word + " rồi hết" : words;
      lines += "{\"id\": \"" + std::to_string(i) + "\", \"body\": \"" + body + "\"}\n";
    }
    write("a.jsonl", lines);
  };
  const auto expect_all = [&](const std::string& word_of_all) {
    const auto database = open("open");
    EXPECT_EQ(database.get_doccount(), 1000u);
    EXPECT_EQ(database.get_termfreq(word_of_all), 1000u);
    EXPECT_EQ(database.get_termfreq("rồi"), 1u) << "what follows the long word";
    EXPECT_TRUE(Ledger(home()).failures().empty());
  };
  records("chim én");
  reindex(options(), counts_);
  expect_all("én");
  records("hải âu");
  RunCounts changed;
  update(options(), changed);
  expect_all("âu");
}

TEST_F(Running, BeginsNothingThatWouldTouchTheReserve) {
  write("a.txt", paper("05-TB/TU", "Chuyện bạch tuộc."));
  reindex(options(), counts_);
  const auto published = test::current_generation(home());
  write("a.txt", paper("05-TB/TU", "Chuyện hải âu."));
  RunOptions careful = options();
  careful.reserve_bytes = std::uint64_t{1} << 60;
  for (const auto run : {reindex, update}) {
    RunCounts none;
    EXPECT_THROW(run(careful, none), DiskFull);
    EXPECT_EQ(test::current_generation(home()), published);
    for (const auto& entry : fs::directory_iterator(home()))
      EXPECT_FALSE(entry.path().string().ends_with(".tmp")) << entry.path();
    EXPECT_TRUE(open("open").term_exists("tuộc"));
  }
  EXPECT_EQ(update(options(), counts_).documents_total, 1u);
  EXPECT_TRUE(open("open").term_exists("âu")) << "with room again it goes on";
}

TEST_F(Running, DoesNotTakeAnEmptyDiskForVanishedFiles) {
  for (int i = 0; i < 2; ++i)
    write(std::to_string(i) + ".txt", paper("05-TB/TU", "Nội dung " + std::to_string(i)));
  update(options(), counts_);
  for (int i = 0; i < 2; ++i) fs::remove(source() / (std::to_string(i) + ".txt"));
  RunCounts empty;
  EXPECT_THROW(update(options(), empty), std::runtime_error);
  EXPECT_EQ(open("open").get_doccount(), 2u);
  RunOptions other = options();
  other.sources = {folder_.path() / "elsewhere" / "archive"};
  fs::create_directories(other.sources[0]);
  RunCounts moved;
  EXPECT_THROW(update(other, moved), std::runtime_error) << "another folder of the same name";
}

TEST_F(Running, LeavesTimesOfOtherGradesAlone) {
  write("a.txt", paper("05-TB/TU", "Nội dung."));
  update(options(), counts_);
  const fs::path manifest_file = test::current_generation(home()) / kManifestFile;
  std::ifstream in(manifest_file);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::string field = "\"updated\": \"";
  for (std::size_t at = 0; (at = text.find(field, at)) != std::string::npos; at += field.size())
    text.replace(at + field.size(), 4, "1999");
  std::ofstream(manifest_file) << text;
  write("b.txt", paper("06-TB/TU", "Nội dung.", "MẬT"));
  RunCounts second;
  update(options(), second);
  const Manifest manifest = read_manifest(test::current_generation(home()));
  EXPECT_TRUE(manifest.grades[0].updated.starts_with("1999")) << manifest.grades[0].updated;
  EXPECT_FALSE(manifest.grades[2].updated.starts_with("1999"));
}

TEST_F(Running, RefusesToLoseAnArchive) {
  for (int i = 0; i < 4; ++i)
    write(std::to_string(i) + ".txt", paper("05-TB/TU", "Nội dung " + std::to_string(i)));
  reindex(options(), counts_);
  for (int i = 0; i < 2; ++i) fs::remove(source() / (std::to_string(i) + ".txt"));
  RunCounts again;
  EXPECT_THROW(reindex(options(), again), std::runtime_error);
  EXPECT_EQ(open("open").get_doccount(), 4u);
  RunOptions forced = options();
  forced.force = true;
  RunCounts third;
  EXPECT_EQ(reindex(forced, third).documents_total, 2u);
}

TEST_F(Running, NamesAMissingSource) {
  RunOptions wrong = options();
  wrong.sources = {source() / "nowhere"};
  try {
    reindex(wrong, counts_);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("nowhere"), std::string::npos);
  }
}

TEST_F(Running, RefusesASourceInAnother) {
  write("sub/a.txt", paper("05-TB/TU", "Nội dung."));
  fs::create_directories(folder_.path() / "archive 2");
  for (const bool inner_first : {true, false}) {
    RunOptions wrong = options();
    wrong.sources = {source(), source() / "sub"};
    if (inner_first) std::swap(wrong.sources[0], wrong.sources[1]);
    try {
      reindex(wrong, counts_);
      FAIL();
    } catch (const std::runtime_error& error) {
      EXPECT_NE(std::string(error.what()).find("archive/sub lies in "), std::string::npos) << error.what();
    }
  }
  EXPECT_EQ(open_sources({source(), folder_.path() / "archive 2"}).size(), 2u) << "a name that begins alike";
}

TEST_F(Running, PassesByWhatIsNoFile) {
  write("a.txt", paper("05-TB/TU", "Họp tại hội trường."));
  write("tên\ncó dòng.txt", paper("06-TB/TU", "Nội dung."));
  write("b.txt", paper("07-TB/TU", "Nội dung b."));
  ASSERT_EQ(::mkfifo((source() / "ống.txt").c_str(), 0600), 0);
  ASSERT_EQ(::mkfifo((source() / "ống.jsonl").c_str(), 0600), 0);
  ASSERT_EQ(::mkfifo((source() / "b.txt.meta.json").c_str(), 0600), 0);
  fs::create_directory_symlink("..", source() / "vòng");
  fs::create_symlink("đuôi", source() / "đầu");
  fs::create_symlink("đầu", source() / "đuôi");
  // For this one must be root, and in some containers that is not enough.
  const bool has_device = ::mknod((source() / "null.txt").c_str(), S_IFCHR | 0600, makedev(1, 3)) == 0;
  EXPECT_EQ(reindex(options(), counts_).documents_total, 2u);
  Ledger ledger(home());
  std::set<std::string> told;
  for (const auto& failure : ledger.failures()) told.insert(failure.path + ": " + failure.reason);
  for (const char* line :
       {"archive/ống.txt: is no regular file", "archive/ống.jsonl: is no regular file",
        "archive/b.txt: its .meta.json is no regular file", "archive/vòng: is a symbolic link",
        "archive/đầu: is a symbolic link", "archive/đuôi: is a symbolic link"})
    EXPECT_TRUE(told.contains(line)) << line;
  EXPECT_EQ(told.size(), has_device ? 7u : 6u);
  RunCounts again;
  update(options(), again);
  EXPECT_EQ(again.failed, 0u) << "told once";
  EXPECT_EQ(test::current_generation(home()).filename(), "gen-000001");
}

// The producer of a .jsonl reads it in pieces, so it can be changed between two of them: by the reading itself.
TEST_F(Running, ReadsAgainWhatChangedMeanwhile) {
  std::string lines;
  for (int i = 0; i < 600; ++i) lines += "{\"id\": \"" + std::to_string(i) + "\", \"body\": \"chim én\"}\n";
  write("a.jsonl", lines);
  std::jthread writer([this](const std::stop_token& stop) {
    std::ofstream out(source() / "a.jsonl", std::ios::app);
    for (int i = 0; !stop.stop_requested(); ++i) {
      constexpr int kMostLines = 5'000;  // all of them are read by the update
      if (i < kMostLines)
        out << "\n" << std::flush;
      else
        fs::last_write_time(source() / "a.jsonl", fs::file_time_type::clock::now());
    }
  });
  reindex(options(), counts_);
  writer.request_stop();
  writer.join();
  Ledger ledger(home());
  ASSERT_EQ(ledger.warnings("changed_while_read").size(), 1u);
  EXPECT_EQ(ledger.find("archive/a.jsonl")->outcome, "retry");
  RunCounts again;
  update(options(), again);
  EXPECT_EQ(again.documents, 600u);
  EXPECT_EQ(ledger.find("archive/a.jsonl")->outcome, "read");
  EXPECT_TRUE(ledger.warnings().empty());
}

// Files are written in place, replaced, taken away and locked while run after run reads them.
TEST_F(Running, SurvivesAnArchiveInMotion) {
  for (int i = 0; i < 6; ++i)
    write(std::to_string(i) + ".txt", paper("05-TB/TU", "Bản " + std::to_string(i)));
  write("đứng yên.txt", paper("06-TB/TU", "Không đổi."));
  std::jthread writer([this](const std::stop_token& stop) {
    for (int n = 0; !stop.stop_requested(); ++n) {
      const fs::path file = source() / (std::to_string(n % 6) + ".txt");
      std::error_code ignored;
      switch (n % 5) {
        case 0:
          fs::remove(file, ignored);
          break;
        case 1:
          write(file.filename(), paper("05-TB/TU", "Bản " + std::to_string(n)));
          break;
        case 2:
          fs::rename(file, source() / (std::to_string((n + 5) % 6) + ".txt"), ignored);
          break;
        case 3:
          fs::remove(file, ignored);
          ::mkfifo(file.c_str(), 0600);
          break;
        default:
          fs::permissions(file, fs::perms::none, ignored);
      }
    }
  });
  RunOptions forced = options();
  forced.force = true;
  for (int round = 0; round < 5; ++round) {
    RunCounts counts;
    update(forced, counts);
    EXPECT_TRUE(open("open").term_exists("XS6|TB|TU|")) << "round " << round;
  }
  writer.request_stop();
  writer.join();
  for (int i = 0; i < 6; ++i) {
    fs::remove(source() / (std::to_string(i) + ".txt"));
    write(std::to_string(i) + ".txt", paper("05-TB/TU", "Bản cuối " + std::to_string(i)));
  }
  RunCounts last;
  EXPECT_EQ(update(forced, last).documents_total, 7u);
  EXPECT_EQ(last.failed, 0u);
}

TEST_F(Running, GoesByDifferenceNotByTime) {
  write("a.txt", paper("05-TB/TU", "Chuyện bạch tuộc."));
  const auto future = fs::file_time_type::clock::now() + std::chrono::hours(24 * 400);
  fs::last_write_time(source() / "a.txt", future);
  EXPECT_EQ(update(options(), counts_).generation, 1u);
  write("a.txt", paper("05-TB/TU", "Chuyện hải âu ..."));
  fs::last_write_time(source() / "a.txt", future - std::chrono::hours(24 * 365));
  RunCounts earlier;
  EXPECT_EQ(update(options(), earlier).generation, 2u) << "the clock went back a year";
  EXPECT_TRUE(open("open").term_exists("âu"));
}

// Starts the program and kills it after that many microseconds; returns whether it was still running.
bool run_and_kill(const RunOptions& options, useconds_t after) {
  std::vector<std::string> words = {options.self, "update", options.sources[0], "--home", options.home,
                                    "--workers",  "2"};
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  pid_t pid = 0;
  EXPECT_EQ(posix_spawn(&pid, words[0].c_str(), &actions, nullptr, arguments.data(), environ), 0);
  posix_spawn_file_actions_destroy(&actions);
  ::usleep(after);  // the moment of death is what this test varies
  ::kill(pid, SIGKILL);
  int status = 0;
  ::waitpid(pid, &status, 0);
  return WIFSIGNALED(status);
}

TEST_F(Running, SurvivesBeingKilledAtAnyMoment) {
  constexpr unsigned kFiles = 10;
  for (unsigned i = 0; i < kFiles; ++i)
    write(std::to_string(i) + ".txt", paper(std::to_string(i) + "-TB/TU", "Bản đầu."));
  reindex(options(), counts_);
  int killed = 0;
  for (int round = 0; round < 24; ++round) {
    for (unsigned i = 0; i < kFiles; ++i)
      write(std::to_string(i) + ".txt",
            paper(std::to_string(i) + "-TB/TU",
                  "Bản số " + std::to_string(round) + (i % 5 == 0 ? "\nMẬT" : "")));
    killed += run_and_kill(options(), static_cast<useconds_t>(4000 + round * 9000)) ? 1 : 0;
    const fs::path generation = test::current_generation(home());
    const Manifest manifest = read_manifest(generation);
    EXPECT_EQ(manifest.documents(), kFiles) << "round " << round;
    for (std::size_t grade = 0; grade < kGradeCount; ++grade) {
      const std::string path = (generation / kGradeNames[grade]).string();
      EXPECT_EQ(Xapian::Database(path).get_doccount(), manifest.grades[grade].documents);
      EXPECT_EQ(Xapian::Database::check(path), 0u) << path;
    }
  }
  EXPECT_GT(killed, 0) << "no run was killed: the moments are badly chosen";
  RunCounts last;
  update(options(), last);
  RunCounts none;
  EXPECT_EQ(update(options(), none).generation, 0u) << "the ledger agrees with the published index";
  EXPECT_EQ(none.unchanged, kFiles);
}

}  // namespace
}  // namespace vankien
