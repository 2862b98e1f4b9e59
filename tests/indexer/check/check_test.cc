// 1. A generation just published has no finding.
// 2. A byte flipped in any file of it is found, and the file is named; so are a missing, a cut and an unknown file.
// 3. A file whose documents are not in the index, and documents of which the ledger knows no file, are found.
//    So are documents of the list of what was handed over, unless it is to be applied anew or work for it waits.
// 4. Sources that changed, vanished or came since are found.
// 5. What is found before the swap keeps a generation from being published.

#include <gtest/gtest.h>

#include <fstream>

#include "indexer/check/file_check.h"
#include "indexer/check/index_check.h"
#include "indexer/check/source_check.h"
#include "indexer/check/verification.h"
#include "indexer/handover/spool_run.h"
#include "indexer/pipeline/publication.h"
#include "indexer/pipeline/run.h"
#include "indexer/writer/shared_database.h"
#include "tests/support/spool_writer.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

const fs::path kSelf = fs::path(VANKIEN_BINARY_DIR) / "bin/vankien-indexer";

class Checked : public testing::Test {
 protected:
  // Made once; each test has a copy. Only the last one changes the sources.
  static void SetUpTestSuite() {
    folder_ = new test::TemporaryFolder;
    fs::create_directories(source());
    for (const char* name : {"a", "b", "c"})
      write(std::string(name) + ".jsonl", record(name, "Nội dung của văn bản"));
    write("d.jsonl",
          "{\"id\": \"1\", \"body\": \"chim én\"}\n{\"id\": \"2\", \"grade\": \"mat\", \"body\": \"chim "
          "sẻ\"}\n");
    RunCounts counts;
    reindex(options(), counts);
    fs::rename(home(), kept());
  }
  static void TearDownTestSuite() { delete folder_; }
  Checked() { fs::copy(kept(), home(), fs::copy_options::recursive); }
  ~Checked() override { fs::remove_all(home()); }

  static std::string record(const std::string& id, const std::string& body) {
    return R"({"id": ")" + id + R"(", "body": ")" + body + "\"}\n";
  }
  static fs::path source() { return folder_->path() / "archive"; }
  static fs::path home() { return folder_->path() / "home"; }
  static fs::path kept() { return folder_->path() / "kept"; }
  static fs::path generation() { return test::current_generation(home()); }
  static void write(const std::string& name, const std::string& content) {
    std::ofstream(source() / name) << content;
  }
  static RunOptions options() {
    RunOptions made;
    made.sources = {source()};
    made.home = home();
    made.self = kSelf;
    made.workers = 1;
    return made;
  }
  Findings verify() const {
    Ledger ledger(home());
    return verify_generation(generation(), kSelf, ledger, Ledger::State::kPublished);
  }
  static std::string list(const Findings& findings) {
    std::string all;
    for (const auto& finding : findings) all += finding.code + " " + finding.place + "\n";
    return all;
  }

  static inline test::TemporaryFolder* folder_ = nullptr;
};

TEST_F(Checked, FindsNothingInAWholeArchive) {
  EXPECT_EQ(list(verify()), "");
  Ledger ledger(home());
  EXPECT_EQ(list(check_sources(generation(), ledger)), "");
}

TEST_F(Checked, NamesAFileWithAFlippedByte) {
  int flipped = 0;
  for (const auto& entry : fs::recursive_directory_iterator(generation())) {
    if (!entry.is_regular_file() || entry.file_size() == 0 || entry.path().filename() == kManifestFile)
      continue;
    std::fstream file(entry.path(), std::ios::binary | std::ios::in | std::ios::out);
    const auto middle = static_cast<std::streamoff>(entry.file_size() / 2);
    file.seekg(middle);
    const char byte = static_cast<char>(file.get());
    const auto put = [&](char value) {
      file.seekp(middle);
      file.put(value);
      file.flush();
    };
    put(static_cast<char>(byte ^ 0x10));
    const std::string place = fs::relative(entry.path(), home()).string();
    EXPECT_EQ(list(check_files(generation())), "checksum " + place + "\n");
    put(byte);
    ++flipped;
  }
  EXPECT_GT(flipped, 11) << "two databases with documents, three without, the ledger";
  EXPECT_EQ(list(verify()), "");
}

TEST_F(Checked, NamesMissingCutAndUnknownFiles) {
  const std::string name = generation().filename().string();
  std::ofstream(generation() / "open" / "more") << "x";
  fs::resize_file(generation() / "open" / "docdata.glass", 0);
  fs::remove(generation() / "mat" / "synonym.glass");
  const std::string found = list(verify());
  for (const char* line :
       {"unknown_file %/open/more", "checksum %/open/docdata.glass", "missing_file %/mat/synonym.glass"}) {
    std::string expected = line;
    expected.replace(expected.find('%'), 1, name);
    EXPECT_NE(found.find(expected + "\n"), std::string::npos) << expected << "\n" << found;
  }
  fs::resize_file(generation() / kManifestFile, 100);
  EXPECT_NE(list(verify()).find("bad_manifest " + name + "/manifest.json\n"), std::string::npos);
}

TEST_F(Checked, ComparesLedgerAndIndex) {
  {
    Ledger ledger(home());
    ledger.begin(2, true);
    ledger.note({"archive/ghost.txt", 1, 1, "hash", "read", 1, 0});
    ledger.note_removed("archive/b.jsonl");
    ledger.note({"archive/d.jsonl", 1, 1, "hash", "read", 1, 0});
    ledger.seal();
    EXPECT_EQ(list(check_documents(generation(), ledger, Ledger::State::kPublished)), "");
    for (const auto state : {Ledger::State::kSealed, Ledger::State::kChanged})
      EXPECT_EQ(list(check_documents(generation(), ledger, state)),
                "orphan archive/b.jsonl\norphan archive/d.jsonl\nmissing_document archive/ghost.txt\n");
    ledger.adopt(2);
  }
  EXPECT_EQ(list(verify()),
            "orphan archive/b.jsonl\norphan archive/d.jsonl\nmissing_document archive/ghost.txt\n");
}

TEST_F(Checked, ComparesWhatWasHandedOver) {
  test::SpoolWriter spool(home());
  spool.write(HandoverMethod::kReplace, Grade::kMat, {R"({"id":"x"})", R"({"id":"y"})"});
  EXPECT_EQ(take_spool_in(options()).failed, 0u);
  EXPECT_EQ(list(verify()), "");
  {
    HandedOverDocuments documents(home());
    documents.remove("y", Grade::kMat);
    documents.put({"z", Grade::kOpen, "key", "{}"});
  }
  EXPECT_EQ(list(verify()), "missing_document api/open/z\norphan api/mat/y\n");
  Ledger ledger(home());
  ledger.begin(9, true);
  ledger.seal();
  EXPECT_EQ(list(verify_generation(generation(), kSelf, ledger, Ledger::State::kSealed)), "")
      << "before the swap the list is not what it will be";
  HandedOverDocuments(home()).mark_to_apply_anew();
  EXPECT_EQ(list(verify()), "");
  HandedOverDocuments(home()).note_applied();
  EXPECT_NE(list(verify()), "");
  spool.write(HandoverMethod::kReplace, Grade::kOpen, {R"({"id":"z"})"});
  EXPECT_EQ(list(verify()), "") << "it may be that the work is in the index and not yet in the list";
}

TEST_F(Checked, KeepsAWrongGenerationFromBeingPublished) {
  NewGeneration next(home());
  for (const auto grade : kGradeNames) link_folder(generation() / grade, next.folder() / grade);
  Ledger ledger(home());
  ledger.recover(1);
  ledger.begin(next.number(), false);
  ledger.note({"archive/a.jsonl", 1, 1, "hash", "read", 1, 0});
  try {
    publish(next, ledger, describe_generation(next.folder(), {}), options());
    FAIL() << "published";
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("orphan archive/b.jsonl"), std::string::npos) << error.what();
  }
  EXPECT_EQ(read_current(home()), 1u);
  ledger.recover(1);
  EXPECT_TRUE(ledger.find("archive/c.jsonl")) << "the ledger is that of the published generation";
}

TEST_F(Checked, ComparesSourcesAndLedger) {
  write("a.jsonl", record("a", "Khác"));
  fs::remove(source() / "b.jsonl");
  write("e.jsonl", record("e", "Mới"));
  fs::last_write_time(source() / "c.jsonl", fs::file_time_type::clock::now());
  Ledger ledger(home());
  EXPECT_EQ(list(check_sources(generation(), ledger)),
            "changed_source archive/a.jsonl\nnew_source archive/e.jsonl\nmissing_source archive/b.jsonl\n");
}

}  // namespace
}  // namespace vankien
