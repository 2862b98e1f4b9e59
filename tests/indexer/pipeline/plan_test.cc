// The real indexer on real files that come, move and go. After each step the index is what a reindex of the same files
// would be, ids aside.
//  1. Identical content is indexed once, with all its paths, by reindex and update alike.
//  2. A moved file keeps its document and its id, and is not read again; so do files that change places.
//  3. When the file that held a document goes, a copy takes over, unread; when the last goes, so does the document.
//  4. A new file at the place a document moved away from gets an id of its own.
//  5. A sidecar is part of the content: the same text with another grade is another document.
//  6. What a moved file's failures and warnings were stays known; copies of what cannot be read are listed too.
//  7. A reindex keeps the ids of files that moved before and since.
//  8. A plan tells all this and touches nothing.
//  9. Files whose paths differ only beyond a term's length are two.
// 10. Copies and holders in sources that are not asked for count.
// 11. A file moved without its sidecar, which may hold its grade, is not indexed until the sidecar follows or is removed;
//     a reindex knows it too.
// 12. Any sequence of such steps ends where a reindex would.

#include "indexer/pipeline/plan.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <xapian.h>

#include <fstream>
#include <map>
#include <random>
#include <set>

#include "analyzers/schema/record.h"
#include "indexer/generations/home_lock.h"
#include "indexer/pipeline/run.h"
#include "indexer/reader/index_reader.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

class Planning : public testing::Test {
 protected:
  Planning() {
    fs::create_directories(source());
    // What stays, so that no step loses much of the archive: records, since each text is a child process.
    for (const std::string name : {"giu", "giu-2", "giu-3"}) write(name + ".jsonl", record(name));
  }

  fs::path source() const { return folder_.path() / "kho"; }
  fs::path home() const { return folder_.path() / "home"; }
  void write(const std::string& name, const std::string& content) const {
    fs::create_directories((source() / name).parent_path());
    std::ofstream(source() / name) << content;
  }
  void move(const std::string& from, const std::string& to) const {
    fs::create_directories((source() / to).parent_path());
    fs::rename(source() / from, source() / to);
  }
  void remove(const std::string& name) const { fs::remove(source() / name); }
  static std::string paper(const std::string& words) {
    return "TỈNH ỦY ĐÔNG GIANG\nSố 05-TB/TU\n\nTHÔNG BÁO\nvề lịch họp\n-----\n\n" + words + "\n";
  }
  static std::string record(const std::string& id) { return R"({"id": ")" + id + "\"}\n"; }
  RunOptions options(const fs::path& home) const {
    RunOptions made;
    made.sources = {source()};
    made.home = home;
    made.self = fs::path(VANKIEN_BINARY_DIR) / "bin/vankien-indexer";
    made.workers = 2;
    return made;
  }
  /// An update; how many documents were read.
  std::uint64_t bring_in() {
    RunCounts counts;
    update(options(home()), counts);
    moved_ = counts.moved;
    return counts.documents;
  }
  /// path → all that is stored of it.
  static std::map<std::string, nlohmann::json> look(const fs::path& home) {
    std::map<std::string, nlohmann::json> found;
    IndexReader(home, {}).for_each_record([&](const StoredRecord& record) {
      auto fields = nlohmann::json::parse(record.fields);
      fields["body"] = record.body;
      found.emplace(fields["path"], fields);
    });
    return found;
  }
  std::map<std::string, nlohmann::json> look() const { return look(home()); }
  std::string id_of(const std::string& path) const {
    const auto all = look();
    const auto found = all.find("kho/" + path);
    return found == all.end() ? "none" : found->second.at("id").get<std::string>();
  }
  std::string paths_of(const std::string& path) const {
    const auto all = look();
    const auto found = all.find("kho/" + path);
    return found == all.end() ? "none" : found->second.value("paths", nlohmann::json()).dump();
  }
  /// Content → its paths, as a reindex elsewhere sees the same files; and as the index has them.
  std::pair<std::set<std::string>, std::set<std::string>> compare_with_reindex() const {
    const fs::path other = folder_.path() / "anew";
    fs::remove_all(other);
    RunOptions anew = options(other);
    anew.force = true;
    RunCounts counts;
    reindex(anew, counts);
    const auto contents = [](const std::map<std::string, nlohmann::json>& records) {
      std::set<std::string> all;
      for (auto [path, fields] : records) {
        if (!fields.contains("paths")) fields["paths"] = {path};
        fields.erase("path");
        fields.erase("id");
        all.insert(fields.dump());
      }
      return all;
    };
    return {contents(look()), contents(look(other))};
  }
  std::string plan_lines(bool is_update = true) const {
    std::string all;
    for (const auto& line : plan_run(options(home()), is_update).lines)
      all += line.what + " " + line.path + (line.other.empty() ? "" : " < " + line.other) + "\n";
    return all;
  }

  test::TemporaryFolder folder_;
  std::uint64_t moved_ = 0;
};

TEST_F(Planning, IndexesTheSameContentOnce) {
  write("a.txt", paper("Bạch tuộc"));
  write("b/a.txt", paper("Bạch tuộc"));
  RunCounts counts;
  EXPECT_EQ(reindex(options(home()), counts).documents_total, 4u);
  EXPECT_EQ(counts.copies, 1u);
  EXPECT_EQ(paths_of("a.txt"), R"(["kho/a.txt","kho/b/a.txt"])");
  EXPECT_EQ(paths_of("giu.jsonl"), "null");

  write("c.txt", paper("Bạch tuộc"));
  EXPECT_EQ(bring_in(), 0u);
  EXPECT_EQ(paths_of("a.txt"), R"(["kho/a.txt","kho/b/a.txt","kho/c.txt"])");
  remove("b/a.txt");
  EXPECT_EQ(bring_in(), 0u);
  EXPECT_EQ(paths_of("a.txt"), R"(["kho/a.txt","kho/c.txt"])");
  RunCounts none;
  EXPECT_EQ(update(options(home()), none).generation, 0u) << "a copy is no change";
  EXPECT_EQ(none.unchanged, 5u);
  write("c.txt", paper("Hải âu"));
  EXPECT_EQ(bring_in(), 1u);
  EXPECT_EQ(paths_of("a.txt"), "null");
  EXPECT_NE(id_of("c.txt"), id_of("a.txt"));
}

TEST_F(Planning, NamesFormatsApart) {
  write("a.txt", "<p>Bạch tuộc</p>");
  write("a.html", "<p>Bạch tuộc</p>");
  bring_in();
  EXPECT_NE(id_of("a.txt"), "none");
  EXPECT_NE(id_of("a.html"), "none");
}

TEST_F(Planning, KeepsTheIdOfAMovedFile) {
  write("a.txt", paper("Bạch tuộc"));
  bring_in();
  const std::string id = id_of("a.txt");
  move("a.txt", "năm 2022/a mới.txt");
  EXPECT_EQ(plan_lines(), "moved kho/năm 2022/a mới.txt < kho/a.txt\n");
  EXPECT_EQ(bring_in(), 0u);
  EXPECT_EQ(moved_, 1u);
  EXPECT_EQ(id_of("a.txt"), "none");
  EXPECT_EQ(id_of("năm 2022/a mới.txt"), id);
  EXPECT_EQ(bring_in(), 0u);
  EXPECT_EQ(moved_, 0u);

  write("năm 2022/a mới.txt", paper("Bạch tuộc và hải âu"));
  EXPECT_EQ(bring_in(), 1u);
  EXPECT_EQ(id_of("năm 2022/a mới.txt"), id) << "also when it changes later";
  remove("năm 2022/a mới.txt");
  bring_in();
  EXPECT_EQ(look().size(), 3u);
}

TEST_F(Planning, KeepsBackAFileMovedWithoutItsSidecar) {
  write("a.txt", paper("Bạch tuộc"));
  write("a.txt.meta.json", R"({"grade": "mat"})");
  bring_in();
  EXPECT_EQ(look()["kho/a.txt"]["grade"], "mat");
  move("a.txt", "b/đổi tên.txt");
  for (int times = 0; times < 2; ++times) {
    EXPECT_EQ(bring_in(), 0u);
    EXPECT_EQ(id_of("b/đổi tên.txt"), "none");
  }
  RunOptions anew = options(home());
  anew.force = true;
  RunCounts counts;
  reindex(anew, counts);
  EXPECT_EQ(id_of("b/đổi tên.txt"), "none");
  ASSERT_EQ(counts.first_failures.size(), 1u);
  EXPECT_EQ(counts.first_failures[0].code, "sidecar_left_behind");

  move("a.txt.meta.json", "b/đổi tên.txt.meta.json");
  bring_in();
  EXPECT_EQ(look()["kho/b/đổi tên.txt"]["grade"], "mat");
  move("b/đổi tên.txt", "c.txt");
  bring_in();
  EXPECT_EQ(id_of("c.txt"), "none");
  remove("b/đổi tên.txt.meta.json");  // a person's word that it says nothing any more
  EXPECT_EQ(bring_in(), 1u);
  EXPECT_EQ(look()["kho/c.txt"]["grade"], "open");
}

TEST_F(Planning, LeavesAFileAloneThatNeverHadTheSidecar) {
  write("a.txt", paper("Bạch tuộc"));
  write("a.txt.meta.json", R"({"grade": "mat"})");
  write("b.txt", paper("Bạch tuộc"));
  bring_in();
  remove("a.txt");
  bring_in();
  EXPECT_EQ(look()["kho/b.txt"]["grade"], "open");
}

TEST_F(Planning, LetsFilesChangePlaces) {
  write("a.txt", paper("Bạch tuộc"));
  write("b.txt", paper("Hải âu"));
  bring_in();
  const std::string octopus = id_of("a.txt");
  const std::string seagull = id_of("b.txt");
  move("a.txt", "c");
  move("b.txt", "a.txt");
  move("c", "b.txt");
  EXPECT_EQ(bring_in(), 0u);
  EXPECT_EQ(id_of("b.txt"), octopus);
  EXPECT_EQ(id_of("a.txt"), seagull);
  EXPECT_NE(look()["kho/b.txt"]["body"].get<std::string>().find("Bạch tuộc"), std::string::npos);
}

TEST_F(Planning, SeesAFileTakeThePlaceOfOneAsLongAndAsOld) {
  write("a.txt", paper("Bạch tuộc"));
  write("b.txt", paper("Bạch tuệc"));
  const auto time = fs::last_write_time(source() / "a.txt");
  fs::last_write_time(source() / "b.txt", time);
  bring_in();
  const std::string id = id_of("b.txt");
  move("b.txt", "a.txt");
  EXPECT_EQ(bring_in(), 0u);
  EXPECT_EQ(id_of("a.txt"), id);
  EXPECT_EQ(look().size(), 4u);
}

TEST_F(Planning, LetsACopyTakeOver) {
  write("a.txt", paper("Bạch tuộc"));
  write("b.txt", paper("Bạch tuộc"));
  write("c.txt", paper("Bạch tuộc"));
  bring_in();
  const std::string id = id_of("a.txt");
  remove("a.txt");
  EXPECT_EQ(bring_in(), 0u);
  EXPECT_EQ(id_of("b.txt"), id);
  EXPECT_EQ(paths_of("b.txt"), R"(["kho/b.txt","kho/c.txt"])");
  write("b.txt", paper("Chim sẻ"));
  EXPECT_EQ(bring_in(), 1u);
  EXPECT_EQ(id_of("c.txt"), id);
  EXPECT_NE(id_of("b.txt"), id);
  remove("c.txt");
  EXPECT_EQ(bring_in(), 0u);
  EXPECT_EQ(look().size(), 4u);
}

TEST_F(Planning, GivesANewFileAnIdOfItsOwn) {
  write("a.txt", paper("Bạch tuộc"));
  bring_in();
  const std::string id = id_of("a.txt");
  move("a.txt", "b.txt");
  write("a.txt", paper("Hải âu"));
  EXPECT_EQ(bring_in(), 1u);
  EXPECT_EQ(id_of("b.txt"), id);
  const std::string second = id_of("a.txt");
  EXPECT_NE(second, id);
  move("a.txt", "c.txt");
  write("a.txt", paper("Chim sẻ"));
  EXPECT_EQ(bring_in(), 1u);
  EXPECT_EQ((std::set<std::string>{id_of("a.txt"), id_of("b.txt"), id_of("c.txt")}).size(), 3u);
  write("a.txt", paper("Chim sẻ bay"));
  const std::string third = id_of("a.txt");
  bring_in();
  EXPECT_EQ(id_of("a.txt"), third);
}

TEST_F(Planning, CountsTheSidecarAsContent) {
  write("a.txt", paper("Bạch tuộc"));
  write("b.txt", paper("Bạch tuộc"));
  write("b.txt.meta.json", R"({"grade": "mat"})");
  bring_in();
  EXPECT_EQ(look()["kho/a.txt"]["grade"], "open");
  EXPECT_EQ(look()["kho/b.txt"]["grade"], "mat");
  EXPECT_NE(id_of("a.txt"), id_of("b.txt"));
  // The sidecar goes along, or the file is another document.
  move("b.txt", "c.txt");
  move("b.txt.meta.json", "c.txt.meta.json");
  const std::string id = id_of("b.txt");
  EXPECT_EQ(bring_in(), 0u);
  EXPECT_EQ(id_of("c.txt"), id);
  EXPECT_EQ(look()["kho/c.txt"]["grade"], "mat");
  write("a.txt.meta.json", R"({"grade": "mat"})");
  bring_in();
  EXPECT_EQ(look().count("kho/a.txt"), 0u) << "a copy of c.txt now";
  const Xapian::Database open((test::current_generation(home()) / "open").string());
  EXPECT_FALSE(open.term_exists("bạch"));
}

TEST_F(Planning, KeepsTroublesWithTheirContent) {
  write("a.jsonl", "{\"id\": \"1\", \"body\": \"chim én\"}\nno json\n");
  write("b.pdf", "no pdf at all");
  write("c.pdf", "no pdf at all");
  bring_in();
  const auto told = [&] {
    std::string all;
    Ledger ledger(home(), Ledger::Mode::kRead);
    for (const auto& failure : ledger.failures())
      all += failure.path + " " + failure.place + " " + failure.code + "\n";
    return all;
  };
  EXPECT_EQ(told(), "kho/a.jsonl line 2 bad_json\nkho/b.pdf  damaged\nkho/c.pdf  damaged\n");
  move("a.jsonl", "d.jsonl");
  EXPECT_EQ(bring_in(), 0u);
  EXPECT_EQ(told(), "kho/b.pdf  damaged\nkho/c.pdf  damaged\nkho/d.jsonl line 2 bad_json\n");
  fs::last_write_time(source() / "d.jsonl", fs::file_time_type::clock::now() - std::chrono::hours(24 * 365));
  EXPECT_EQ(bring_in(), 0u);
  EXPECT_EQ(told(), "kho/b.pdf  damaged\nkho/c.pdf  damaged\nkho/d.jsonl line 2 bad_json\n")
      << "touched, not read";
  EXPECT_EQ(look().count("kho/d.jsonl"), 1u);
}

TEST_F(Planning, KeepsIdsInAReindex) {
  write("a.txt", paper("Bạch tuộc"));
  write("b.txt", paper("Hải âu"));
  bring_in();
  const std::string octopus = id_of("a.txt");
  const std::string seagull = id_of("b.txt");
  move("a.txt", "a2.txt");
  bring_in();
  move("b.txt", "b2.txt");
  write("b.txt", paper("Chim sẻ"));
  EXPECT_EQ(plan_lines(false), "changed kho/b.txt\nmoved kho/b2.txt < kho/b.txt\n");
  RunCounts counts;
  reindex(options(home()), counts);
  EXPECT_EQ(counts.documents, 6u);
  EXPECT_EQ(counts.failed, 0u);
  EXPECT_EQ(id_of("a2.txt"), octopus);
  EXPECT_EQ(id_of("b2.txt"), seagull);
  EXPECT_EQ(look().size(), 6u);
}

TEST_F(Planning, TellsAndTouchesNothing) {
  EXPECT_EQ(plan_lines(), "new kho/giu-2.jsonl\nnew kho/giu-3.jsonl\nnew kho/giu.jsonl\n");
  EXPECT_FALSE(fs::exists(home()));
  write("a.txt", paper("Bạch tuộc"));
  write("b.txt", paper("Hải âu"));
  write("c.txt", paper("Chim sẻ"));
  bring_in();
  const auto listing = [&] {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(home()))
      if (entry.is_regular_file())
        all += entry.path().string() + std::to_string(entry.file_size()) +
               std::to_string(entry.last_write_time().time_since_epoch().count()) + "\n";
    return all;
  };
  const std::string before = listing();
  write("a.txt", paper("Bạch tuộc bơi"));
  move("b.txt", "d.txt");
  remove("c.txt");
  write("e.jsonl", record("giu"));
  ASSERT_EQ(::mkfifo((source() / "f.txt").c_str(), 0600), 0);
  write("mới.txt", paper("Mới"));
  EXPECT_EQ(plan_lines(),
            "changed kho/a.txt\nmoved kho/d.txt < kho/b.txt\ncopy kho/e.jsonl < kho/giu.jsonl\n"
            "unreadable kho/f.txt < is no regular file\nnew kho/mới.txt\nvanished kho/c.txt\n");
  EXPECT_EQ(plan_run(options(home()), true).unchanged, 3u);
  EXPECT_FALSE(find_lock_holder(home()));
  EXPECT_EQ(listing(), before);
  const HomeLock lock(home());
  EXPECT_FALSE(plan_lines().empty()) << "needs no lock";
  EXPECT_NE(find_lock_holder(home()).value_or("").find(std::to_string(::getpid())), std::string::npos);
  RunOptions other = options(home());
  other.sources = {folder_.path() / "elsewhere" / "kho"};
  fs::create_directories(other.sources[0]);
  EXPECT_THROW(plan_run(other, true), std::runtime_error) << "as the update would";
}

TEST_F(Planning, TellsLongPathsApart) {
  const std::string deep = std::string(100, 'a') + "/" + std::string(100, 'b') + "/" + std::string(60, 'c');
  write(deep + "1.txt", paper("Bạch tuộc"));
  write(deep + "2.txt", paper("Hải âu"));
  bring_in();
  remove(deep + "1.txt");
  bring_in();
  EXPECT_EQ(id_of(deep + "1.txt"), "none");
  EXPECT_NE(id_of(deep + "2.txt"), "none");
}

TEST_F(Planning, MindsCopiesInOtherSources) {
  const fs::path far = folder_.path() / "xa";
  fs::create_directories(far);
  const auto write_far = [&](const std::string& name, const std::string& words) {
    std::ofstream(far / name) << paper(words);
  };
  write("a.txt", paper("Bạch tuộc"));
  write("b.txt", paper("Hải âu"));
  write_far("a.txt", "Bạch tuộc");
  write_far("c.txt", "Chim sẻ");
  RunOptions both = options(home());
  both.sources.push_back(far);
  RunCounts counts;
  reindex(both, counts);
  const std::string id = id_of("a.txt");
  remove("a.txt");
  EXPECT_EQ(bring_in(), 0u) << "only one source is asked for";
  ASSERT_EQ(look().count("xa/a.txt"), 1u);
  EXPECT_EQ(look()["xa/a.txt"]["id"], id);
  write("d.txt", paper("Chim sẻ"));
  EXPECT_EQ(bring_in(), 0u);
  EXPECT_EQ(look()["xa/c.txt"]["paths"].dump(), R"(["kho/d.txt","xa/c.txt"])");
  remove("d.txt");
  EXPECT_EQ(bring_in(), 0u);
  EXPECT_FALSE(look()["xa/c.txt"].contains("paths"));
}

TEST_F(Planning, EndsWhereAReindexWould) {
  std::mt19937 random(2);  // the same steps every time
  const auto any = [&](unsigned below) { return std::to_string(random() % below); };
  for (int round = 0; round < 5; ++round) {
    for (int step = 0; step < 10; ++step) {
      const std::string name = "f" + any(8) + ".txt";
      const std::string other = "f" + any(8) + ".txt";
      switch (random() % 4) {
        case 0:
          write(name, paper("Số " + any(5)));
          break;
        case 1:
          remove(name);
          remove(name + ".meta.json");
          break;
        case 2:
          if (fs::exists(source() / name)) move(name, other);
          if (fs::exists(source() / (name + ".meta.json"))) move(name + ".meta.json", other + ".meta.json");
          break;
        default:
          if (fs::exists(source() / (name + ".meta.json")))
            remove(name + ".meta.json");
          else if (fs::exists(source() / name))
            write(name + ".meta.json", R"({"grade": "mat"})");
      }
    }
    RunCounts counts;
    RunOptions forced = options(home());
    forced.force = true;
    update(forced, counts);
    EXPECT_EQ(counts.failed, 0u) << "round " << round;
    const auto [updated, anew] = compare_with_reindex();
    ASSERT_EQ(updated, anew) << "round " << round;
    std::set<std::string> ids;
    for (const auto& [path, fields] : look()) ids.insert(fields["id"].get<std::string>());
    ASSERT_EQ(ids.size(), look().size()) << "round " << round;
  }
}

}  // namespace
}  // namespace vankien
