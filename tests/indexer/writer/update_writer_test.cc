// 1. One changed document: databases of other grades keep their very files; the one that changed has its tables in
//    common with the published one, which stays byte for byte what it was, and answers as before.
// 2. So it goes on, generation after generation; each that is kept stays whole. Going back and on from there too.
// 3. What was changed is what is found: words that come and go, also those only one document had. What did not change stays.
// 4. Many documents, a document that goes, and a table that has grown by half: files of its own, no block unused.
// 5. A writer that is given up leaves the published files as long as they were.

#include "indexer/writer/update_writer.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "indexer/check/change_check.h"
#include "indexer/check/database_check.h"
#include "indexer/check/file_check.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;
using Kind = DatabaseChange::Kind;

std::vector<Record> records() {
  std::vector<Record> made;
  for (int i = 0; i < 300; ++i)
    made.push_back(
        test::make_record("o" + std::to_string(i), "", "Văn bản", "chim én số " + std::to_string(i)));
  made.push_back(test::make_record("m", "", "Mật", "chim sẻ", "2022-06-01", Grade::kMat));
  return made;
}

std::string read(const fs::path& path, std::uintmax_t bytes) {
  std::ifstream in(path, std::ios::binary);
  std::string content(bytes, '\0');
  in.read(content.data(), static_cast<std::streamsize>(bytes));
  return content;
}

class UpdateWriterTest : public testing::Test {
 protected:
  UpdateWriterTest() { test::publish(home(), records()); }
  const fs::path& home() const { return home_.path(); }
  fs::path published() const { return test::current_generation(home()); }

  UpdatePlace place(const NewGeneration& next) const {
    return {published(), next.folder(), read_manifest(published()), DiskReserve(home(), 0)};
  }
  void publish(NewGeneration& next) const {
    Manifest manifest = read_manifest(published());
    manifest.files.clear();
    for (std::size_t i = 0; i < kGradeCount; ++i)
      manifest.grades[i] = describe_database(next.folder() / kGradeNames[i]);
    next.seal(manifest);
    next.publish();
  }
  // Puts a record and publishes.
  Changes put(const Record& record) const {
    NewGeneration next(home());
    UpdateWriter writer(place(next));
    EXPECT_FALSE(writer.put(record));
    const Changes changes = writer.finish();
    publish(next);
    return changes;
  }
  static std::vector<Xapian::docid> find(const fs::path& generation, const std::string& word) {
    const Xapian::Database database((generation / "open").string());
    return {database.postlist_begin(word), database.postlist_end(word)};
  }
  static std::string check(const fs::path& generation) {
    return list(check_files(generation)) +
           list(check_databases(generation, fs::path(VANKIEN_BINARY_DIR) / "bin/vankien-indexer"));
  }
  static std::string list(const Findings& findings) {
    std::string all;
    for (const auto& finding : findings)
      all += finding.code + " " + finding.place + " " + finding.text + "\n";
    return all;
  }

  const test::TemporaryFolder home_;
};

TEST_F(UpdateWriterTest, SharesWhatDidNotChange) {
  const fs::path before = published();
  std::map<fs::path, std::string> content;
  for (const auto& entry : fs::recursive_directory_iterator(before))
    if (entry.is_regular_file()) content[entry.path()] = read(entry.path(), entry.file_size());
  const Changes changes = put(test::make_record("o7", "", "Văn bản", "vạc ăn đêm"));
  EXPECT_EQ(changes[0].kind, Kind::kAppended);
  EXPECT_EQ(changes[0].written.size(), 1u);
  EXPECT_EQ(changes[2].kind, Kind::kNone);
  EXPECT_TRUE(fs::equivalent(before / "open/postlist.glass", published() / "open/postlist.glass"));
  EXPECT_FALSE(fs::equivalent(before / "open/iamglass", published() / "open/iamglass"));
  EXPECT_TRUE(fs::equivalent(before / "mat/iamglass", published() / "mat/iamglass"));
  for (const auto& [path, bytes] : content) EXPECT_EQ(read(path, bytes.size()), bytes) << path;
  EXPECT_EQ(find(before, "vạc").size(), 0u);
  EXPECT_EQ(find(before, "chim").size(), 300u);
  EXPECT_EQ(find(published(), "vạc").size(), 1u);
  EXPECT_EQ(find(published(), "chim").size(), 299u);
  for (const auto& generation : {before, published()}) {
    EXPECT_EQ(check(generation), "");
  }
  EXPECT_EQ(list(check_changes(published(), changes)), "");
}

TEST_F(UpdateWriterTest, GoesOnAndBack) {
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(put(test::make_record("o7", "", "Văn bản", "vạc " + std::to_string(i)))[0].kind,
              Kind::kAppended);
    if (i % 10 == 5) set_current(home(), list_generations(home()).front());
    for (const auto number : list_generations(home()))
      EXPECT_EQ(list(check_files(home() / generation_name(number))), "") << number << " after " << i;
  }
  EXPECT_EQ(check(published()), "");
  EXPECT_EQ(find(published(), "49").size(), 2u);
  EXPECT_EQ(find(published(), "48").size(), 1u);
  EXPECT_LE(read_manifest(published()).files.at("open/postlist.glass").appended.size(), 33u);
}

TEST_F(UpdateWriterTest, NoticesAByteFlippedInWhatWasAppended) {
  const fs::path table = published() / "open/postlist.glass";
  const auto end = fs::file_size(table);
  const fs::path before = published();
  put(test::make_record("o7", "", "Văn bản", "vạc"));
  {
    std::fstream file(table, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(end) + 4000);
    file.put('x');
  }
  EXPECT_EQ(list(check_files(before)), "");
  EXPECT_NE(list(check_files(published())).find("checksum gen-000002/open/postlist.glass"),
            std::string::npos);
}

TEST_F(UpdateWriterTest, FindsTheNewWordsAndNotTheOld) {
  put(test::make_record("o7", "", "Văn bản", "vạc ăn đêm"));
  EXPECT_EQ(Xapian::Database((published() / "open").string()).synonyms_begin("vac") !=
                Xapian::Database((published() / "open").string()).synonyms_end("vac"),
            true);
  const Changes changes = put(test::make_record("o7", "", "Văn bản", "cò"));
  const Xapian::Database database((published() / "open").string());
  EXPECT_TRUE(database.synonyms_begin("vac") == database.synonyms_end("vac"));
  EXPECT_FALSE(database.synonyms_begin("co") == database.synonyms_end("co"));
  EXPECT_EQ(database.get_doccount(), 300u);
  EXPECT_EQ(list(check_changes(published(), changes)), "");
}

TEST_F(UpdateWriterTest, LeavesARecordThatIsWhatItWas) {
  NewGeneration next(home());
  UpdateWriter writer(place(next));
  for (const Record& record : records()) EXPECT_FALSE(writer.put(record));
  EXPECT_FALSE(writer.has_changes());
  Record graded = records()[7];
  graded.grade = Grade::kMat;
  EXPECT_FALSE(writer.put(graded));
  EXPECT_TRUE(writer.has_changes());
  const Changes changes = writer.finish();
  EXPECT_EQ(changes[0].kind, Kind::kRewritten);
  EXPECT_EQ(changes[2].kind, Kind::kAppended);
}

TEST_F(UpdateWriterTest, CompactsWhatLostADocument) {
  const auto length = fs::file_size(published() / "open/postlist.glass");
  const fs::path before = published();
  NewGeneration next(home());
  UpdateWriter writer(place(next));
  EXPECT_EQ(writer.remove_path("test/o7"), 1u);
  EXPECT_EQ(writer.finish()[0].kind, Kind::kRewritten);
  publish(next);
  EXPECT_FALSE(fs::equivalent(before / "open/postlist.glass", published() / "open/postlist.glass"));
  EXPECT_EQ(fs::file_size(before / "open/postlist.glass"), length);
  EXPECT_EQ(Xapian::Database((published() / "open").string()).get_doccount(), 299u);
}

TEST_F(UpdateWriterTest, OwnsItsFilesAfterTheFirstCommit) {
  const auto length = fs::file_size(published() / "open/postlist.glass");
  const fs::path before = published();
  NewGeneration next(home());
  UpdateWriter writer(place(next));
  for (int i = 0; i < 600; ++i)
    EXPECT_FALSE(
        writer.put(test::make_record("o" + std::to_string(i), "", "Văn bản", "vạc " + std::to_string(i))));
  EXPECT_EQ(writer.finish()[0].kind, Kind::kRewritten);
  publish(next);
  EXPECT_EQ(fs::file_size(before / "open/postlist.glass"), length);
  EXPECT_EQ(find(before, "chim").size(), 300u);
  EXPECT_EQ(find(published(), "chim").size(), 0u);
  EXPECT_EQ(find(published(), "vạc").size(), 600u);
  EXPECT_EQ(check(before), "");
  EXPECT_EQ(check(published()), "");
}

TEST_F(UpdateWriterTest, CompactsWhatHasGrown) {
  std::string words;
  for (int i = 0; i < 20000; ++i) words += " t" + std::to_string(i * 7919 % 100003);
  bool has_been_compacted = false;
  for (int i = 0; i < 40 && !has_been_compacted; ++i)
    has_been_compacted =
        put(test::make_record("o7", "", "Văn bản", words + " " + std::to_string(i)))[0].kind ==
        Kind::kRewritten;
  EXPECT_TRUE(has_been_compacted);
  EXPECT_TRUE(read_manifest(published()).files.at("open/postlist.glass").appended.empty());
  EXPECT_EQ(check(published()), "");
}

TEST_F(UpdateWriterTest, LeavesNothingWhenGivenUp) {
  const auto length = fs::file_size(published() / "open/docdata.glass");
  {
    NewGeneration next(home());
    UpdateWriter writer(place(next));
    for (int i = 0; i < 250; ++i)
      writer.put(test::make_record("n" + std::to_string(i), "", "Văn bản", "vạc " + std::string(4000, 'x')));
    writer.put(test::make_record("n", "", "Văn bản", "vạc"));
  }
  EXPECT_EQ(fs::file_size(published() / "open/docdata.glass"), length);
  EXPECT_EQ(list(check_files(published())), "");
}

}  // namespace
}  // namespace vankien
