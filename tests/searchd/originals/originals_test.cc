// 1. A file is opened as it was indexed: by its size and times, or, where these have changed, by its content.
// 2. A file that is another now is not: other content, another .meta.json, a link, a folder that became a link, a pipe.
// 3. Nor is one that holds other documents, or that a document only claims to be from, or that lies outside its source.
// 4. What is changed while it is sent breaks off.
// 5. The configuration says where a source lies, and that it is not shown.

#include "searchd/originals/originals.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "analyzers/schema/path_term.h"
#include "indexer/ledger/ledger.h"
#include "indexer/scan/scan.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;
using Folders = std::map<std::string, fs::path>;
using Opened = std::variant<std::shared_ptr<const OriginalFile>, NoOriginal>;

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

class OriginalsTest : public testing::Test {
 protected:
  fs::path source() const { return folder_.path() / "kho"; }
  fs::path generation() const { return folder_.path() / "gen"; }

  /// Notes the source's files as a run of the indexer does.
  void index(const std::string& outcome = "read", std::int64_t documents = 1) {
    fs::create_directories(folder_.path() / "home");
    fs::remove_all(generation());
    fs::create_directories(generation());
    Ledger ledger(folder_.path() / "home");
    ledger.begin(1, false);
    scan_source({source(), "kho"}, [&](const SourceFile& file) {
      ledger.note({file.path, file.size, file.mtime_ns, hash_content(file), outcome, documents, 0});
    });
    ledger.seal();
    ledger.copy_to(generation());
  }

  Opened open(const std::string& path, const std::string& format = "txt",
              const Originals& originals = Originals()) {
    return originals.open(generation(), {{"kho", source().string()}}, {path, path_term(path), format, false});
  }
  std::string read(const std::string& path) {
    const Opened opened = open(path);
    const auto* file = std::get_if<std::shared_ptr<const OriginalFile>>(&opened);
    return file == nullptr ? "-" : (*file)->read(0, 1'000'000);
  }
  NoOriginal refused(const Opened& opened) {
    const auto* reason = std::get_if<NoOriginal>(&opened);
    EXPECT_NE(reason, nullptr) << "was opened";
    return reason == nullptr ? NoOriginal::kNone : *reason;
  }

  test::TemporaryFolder folder_;
};

TEST_F(OriginalsTest, OpensWhatWasIndexed) {
  write(source() / "tinh/một.txt", "Nội dung");
  const std::string deep = "kho/" + std::string(200, 'a') + "/" + std::string(200, 'b') + ".txt";
  write(folder_.path() / deep, "sâu");
  write(source() / "hai.txt", "hai");
  write(source() / "hai.txt.meta.json", R"({"grade": "open"})");
  index();
  EXPECT_EQ(read("kho/tinh/một.txt"), "Nội dung");
  EXPECT_EQ(read(deep), "sâu");
  EXPECT_EQ(read("kho/hai.txt"), "hai");
  // Touched and copied back: the content is what counts.
  fs::last_write_time(source() / "hai.txt", fs::file_time_type::clock::now() - std::chrono::hours(5));
  EXPECT_EQ(read("kho/hai.txt"), "hai");
  index("retry");
  EXPECT_EQ(read("kho/hai.txt"), "hai");
  EXPECT_EQ(refused(open("kho/ba.txt")), NoOriginal::kNone);
  fs::remove(source() / "hai.txt");
  EXPECT_EQ(refused(open("kho/hai.txt")), NoOriginal::kNone);
}

TEST_F(OriginalsTest, ReadsParts) {
  write(source() / "a.txt", "0123456789");
  index();
  const Opened opened = open("kho/a.txt");
  const auto& file = *std::get<0>(opened);
  EXPECT_EQ(file.size(), 10u);
  EXPECT_EQ(file.read(3, 4), "3456");
  EXPECT_EQ(file.read(8, 100), "89");
  EXPECT_EQ(file.read(10, 1), "");
  EXPECT_EQ(file.read(11, 1), "");
}

TEST_F(OriginalsTest, WhatIsAnotherNowIsNotOpened) {
  for (const char* name : {"a", "b", "c", "d", "e", "f/g"})
    write(source() / (std::string(name) + ".txt"), "thường");
  write(folder_.path() / "secret.txt", "thường");
  write(folder_.path() / "elsewhere/g.txt", "thường");
  index();
  write(source() / "a.txt", "tuyệt");
  EXPECT_EQ(refused(open("kho/a.txt")), NoOriginal::kChanged) << "other content";
  write(source() / "b.txt", "THƯỜNG");
  EXPECT_EQ(refused(open("kho/b.txt")), NoOriginal::kChanged) << "other content of the same length";
  write(source() / "c.txt.meta.json", R"({"grade": "mat"})");
  EXPECT_EQ(refused(open("kho/c.txt")), NoOriginal::kChanged) << "a grade was given since";
  fs::remove(source() / "d.txt");
  fs::create_symlink(folder_.path() / "secret.txt", source() / "d.txt");
  EXPECT_EQ(refused(open("kho/d.txt")), NoOriginal::kChanged) << "a link, to the same content even";
  fs::remove(source() / "e.txt");
  ASSERT_EQ(::mkfifo((source() / "e.txt").c_str(), 0600), 0);
  EXPECT_EQ(refused(open("kho/e.txt")), NoOriginal::kChanged) << "a pipe";
  fs::remove_all(source() / "f");
  fs::create_directory_symlink(folder_.path() / "elsewhere", source() / "f");
  EXPECT_EQ(refused(open("kho/f/g.txt")), NoOriginal::kChanged) << "a folder that is a link";
}

TEST_F(OriginalsTest, OtherDocumentsFiles) {
  write(source() / "a.txt", "a");
  write(folder_.path() / "secret.txt", "bí mật");
  index();
  const Originals originals;
  const auto refuse = [&](const OriginalOf& document) {
    return refused(originals.open(generation(), {{"kho", source().string()}}, document));
  };
  EXPECT_EQ(refuse({"kho/a.txt", "Pkho/records.jsonl", "txt", false}), NoOriginal::kNone) << "a claimed path";
  EXPECT_EQ(refuse({"kho/a.txt", "", "txt", false}), NoOriginal::kNone);
  EXPECT_EQ(refuse({"kho/a.txt", "Pkho/a.txt", "txt", true}), NoOriginal::kNone) << "part of a letter";
  EXPECT_EQ(refuse({"other/a.txt", "Pother/a.txt", "txt", false}), NoOriginal::kNone) << "no such source";
  for (const char* path : {"kho/../secret.txt", "kho//" /* absolute */, "kho", "kho/", ""})
    EXPECT_EQ(refuse({path, path_term(path), "txt", false}), NoOriginal::kNone) << path;
  for (const char* format : {"zip", "eml", "msg", "csv", "jsonl", ""})
    EXPECT_EQ(refuse({"kho/a.txt", "Pkho/a.txt", format, false}), NoOriginal::kNone) << format;
  index("read", 2);
  EXPECT_EQ(refused(open("kho/a.txt")), NoOriginal::kNone) << "two documents in it";
  index("failed");
  EXPECT_EQ(refused(open("kho/a.txt")), NoOriginal::kNone);
  fs::remove(generation() / "ledger.sqlite");
  EXPECT_EQ(refused(open("kho/a.txt")), NoOriginal::kNone) << "a generation without a ledger";
}

TEST_F(OriginalsTest, PathsThatLeadOut) {
  // Even if the ledger named them.
  write(source() / "a.txt", "a");
  write(folder_.path() / "secret.txt", "bí mật");
  index();
  Ledger ledger(folder_.path() / "home");
  ledger.begin(1, false);
  SourceFile secret;
  scan_source({folder_.path() / "secret.txt", "x"}, [&](const SourceFile& file) { secret = file; });
  for (const std::string& path :
       std::vector<std::string>{"kho/../secret.txt", "kho/" + (folder_.path() / "secret.txt").string()})
    ledger.note({path, secret.size, secret.mtime_ns, hash_content(secret), "read", 1, 0});
  ledger.seal();
  fs::remove(generation() / "ledger.sqlite");
  ledger.copy_to(generation());
  refused(open("kho/../secret.txt"));
  refused(open("kho/" + (folder_.path() / "secret.txt").string()));
}

TEST_F(OriginalsTest, BreaksOffWhenChangedWhileSent) {
  write(source() / "a.txt", "0123456789");
  index();
  const Opened opened = open("kho/a.txt");
  const auto& file = *std::get<0>(opened);
  EXPECT_EQ(file.read(0, 5), "01234");
  write(source() / "a.txt", "tuyệt mật!");
  EXPECT_THROW(file.read(5, 5), std::runtime_error);
}

TEST_F(OriginalsTest, SourcesThatLieElsewhere) {
  write(source() / "a.txt", "a");
  index();
  fs::rename(source(), folder_.path() / "moved");
  EXPECT_EQ(refused(open("kho/a.txt")), NoOriginal::kNone);
  const Opened moved = open("kho/a.txt", "txt", Originals(Folders{{"kho", folder_.path() / "moved"}}));
  EXPECT_EQ(moved.index(), 0u);
  EXPECT_EQ(refused(open("kho/a.txt", "txt", Originals(Folders{{"kho", fs::path()}}))), NoOriginal::kNone);
}

TEST_F(OriginalsTest, ASourceThatIsOneFile) {
  write(folder_.path() / "một.txt", "một");
  fs::create_directories(folder_.path() / "home");
  fs::create_directories(generation());
  Ledger ledger(folder_.path() / "home");
  ledger.begin(1, false);
  scan_source({folder_.path() / "một.txt", "một.txt"}, [&](const SourceFile& file) {
    ledger.note({file.path, file.size, file.mtime_ns, hash_content(file), "read", 1, 0});
  });
  ledger.seal();
  ledger.copy_to(generation());
  const Opened opened = Originals().open(generation(), {{"một.txt", (folder_.path() / "một.txt").string()}},
                                         {"một.txt", path_term("một.txt"), "txt", false});
  ASSERT_EQ(opened.index(), 0u);
  EXPECT_EQ(std::get<0>(opened)->read(0, 100), "một");
}

}  // namespace
}  // namespace vankien
