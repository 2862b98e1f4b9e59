// 1. One changed document: databases of other grades keep their very files; the one that changed has its tables in
//    common with the published one, which stays byte for byte what it was, and answers as before.
// 2. So it goes on, generation after generation; each that is kept stays whole. Going back and on from there too.
// 3. What was changed is what is found: words that come and go, also those only one document had. What did not change stays.
// 4. Many documents, a document that goes, and a table that has grown by half: files of its own, no block unused. While
//    somebody waits for a change the last of these is put off.
// 5. A writer that is given up leaves the published files as long as they were.
// 6. Whatever is put, changed, moved and removed, in whatever order and however often before a commit: the databases hold what new ones
//    of the same records would, and nothing else; look-ups see each change at once. No database has term lists.
// 7. A document that is listed otherwise than its record says is not replaced, and nothing is written.

#include "indexer/writer/update_writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <utility>

#include "analyzers/schema/path_term.h"
#include "analyzers/schema/spool.h"
#include "indexer/check/change_check.h"
#include "indexer/check/database_check.h"
#include "indexer/check/file_check.h"
#include "tests/support/database_content.h"
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
  void publish(NewGeneration& next) const { publish(next, published()); }
  static void publish(NewGeneration& next, const fs::path& before) {
    Manifest manifest = read_manifest(before);
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
        put(test::make_record("n" + std::to_string(i), "", "Văn bản", words))[0].kind == Kind::kRewritten;
  EXPECT_TRUE(has_been_compacted);
  EXPECT_TRUE(read_manifest(published()).files.at("open/postlist.glass").appended.empty());
  EXPECT_EQ(check(published()), "");
}

TEST_F(UpdateWriterTest, PutsARewriteOffWhileSomebodyWaits) {
  std::string words = "vạc";
  for (int i = 0; i < 20000; ++i) words += " t" + std::to_string(i * 7919 % 100003);
  const auto rewrite = [&] {
    if (!UpdateWriter::has_outgrown(published(), read_manifest(published()))) return false;
    NewGeneration next(home());
    UpdateWriter writer(place(next));
    writer.rewrite_outgrown();
    EXPECT_EQ(writer.finish()[0].kind, Kind::kRewritten);
    publish(next);
    return true;
  };
  const auto size = [&] { return fs::file_size(published() / "open/postlist.glass"); };
  const auto most = size() + (24u << 20);  // by half and 16 MB it may grow without a rewrite being due
  EXPECT_FALSE(rewrite());
  std::size_t documents = 0;
  for (int i = 0; size() < most; ++i) {
    NewGeneration next(home());
    UpdatePlace waited_for = place(next);
    waited_for.is_waited_for = true;
    UpdateWriter writer(waited_for);
    EXPECT_FALSE(writer.put(test::make_record("n" + std::to_string(i), "", "Văn bản", words)));
    EXPECT_EQ(writer.finish()[0].kind, Kind::kAppended);
    publish(next);
    ++documents;
  }
  EXPECT_TRUE(rewrite());
  EXPECT_FALSE(rewrite());
  EXPECT_TRUE(read_manifest(published()).files.at("open/postlist.glass").appended.empty());
  EXPECT_EQ(find(published(), "vạc").size(), documents);
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

// An archive that is changed at random, beside the records it must hold.
class Changing {
 public:
  explicit Changing(unsigned seed) : random_(seed) {
    for (unsigned i = 0; i < 40; ++i) {
      const Record record = make();
      if (!find(record.id)) records_.push_back(record);
    }
  }
  const std::vector<Record>& records() const { return records_; }

  void change(UpdateWriter& writer) {
    switch (below(8)) {
      case 0: {
        const std::string path = some_path();
        std::size_t gone =
            std::erase_if(records_, [&](const Record& one) { return source_file(one) == path; });
        EXPECT_EQ(writer.remove_path(path), gone);
        return;
      }
      case 1: {
        const std::string path = some_path();
        std::vector<std::string> kept;
        for (const Record& one : records_)
          if (below(2) == 0) kept.push_back(one.id);
        const std::size_t gone = std::erase_if(records_, [&](const Record& one) {
          return source_file(one) == path && std::find(kept.begin(), kept.end(), one.id) == kept.end();
        });
        EXPECT_EQ(writer.remove_others(path,
                                       [&](const std::string& id) {
                                         return std::find(kept.begin(), kept.end(), id) != kept.end();
                                       }),
                  gone);
        return;
      }
      case 2:
        return swap(writer);
      case 3:
        return hand_over(writer);
      default:
        return put(writer);
    }
  }

  void look_up(UpdateWriter& writer) {
    std::set<std::string> handed_over, told;
    for (const Record& one : records_) {
      const bool is_handed_over = is_handed_over_path(one.path);
      if (is_handed_over) handed_over.insert(one.path);
      EXPECT_EQ(writer.find_source_in(one.id, one.grade),
                is_handed_over ? std::nullopt : std::optional(source_file(one)));
    }
    for (auto& path : writer.handed_over_paths()) told.insert(std::move(path));
    EXPECT_EQ(told, handed_over);
    EXPECT_FALSE(writer.find_source("nobody", Grade::kTuyetMat));
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }
  std::string some_path() { return "kho/" + std::to_string(below(8)); }
  Record* find(const std::string& id) {
    const auto found = std::find_if(records_.begin(), records_.end(), [&](const Record& one) {
      return one.id == id && !is_handed_over_path(one.path);
    });
    return found == records_.end() ? nullptr : &*found;
  }

  Record make() {
    static const std::vector<std::string> kWords = {"nghị", "quyết", "chợ", "rừng",
                                                    "biển", "Hà",    "Nội", "05-NQ/TU"};
    std::string body;
    for (std::size_t i = below(30); i > 0; --i)
      body += kWords[below(kWords.size())] + (below(4) == 0 ? ". " : " ");
    body += "từ" + std::to_string(below(50));
    const std::string id = "d" + std::to_string(below(60));
    Record record = test::make_record(id, below(3) == 0 ? "0" + id.substr(1) + "-NQ/TU" : "", "Tên " + id,
                                      body, "2022-06-01", below(4) == 0 ? Grade::kMat : Grade::kOpen);
    if (below(10) == 0) record.grade = Grade::kTuyetMat;
    record.path = some_path();
    if (below(3) == 0) record.source_file = std::exchange(record.path, "xuat/" + id);
    return record;
  }

  void put(UpdateWriter& writer) {
    Record record = make();
    Record* const known = find(record.id);
    const bool is_others = known != nullptr && source_file(*known) != source_file(record);
    const std::string handed_over = handed_over_path(record.grade, record.id);
    const bool is_taken = std::any_of(records_.begin(), records_.end(),
                                      [&](const Record& one) { return one.path == handed_over; });
    const auto told = writer.put(record);
    if (is_others) {
      EXPECT_EQ(told, source_file(*known));
    } else if (is_taken) {
      EXPECT_EQ(told, handed_over);
    } else {
      EXPECT_EQ(told, std::nullopt);
      if (known != nullptr)
        *known = record;
      else
        records_.push_back(record);
    }
  }

  void hand_over(UpdateWriter& writer) {
    Record record = make();
    record.source_file.clear();
    record.path = handed_over_path(record.grade, record.id);
    if (writer.find_source_in(record.id, record.grade)) return;
    const auto known = std::find_if(records_.begin(), records_.end(),
                                    [&](const Record& one) { return one.path == record.path; });
    EXPECT_EQ(writer.holds(record),
              known != records_.end() && encode_record(*known) == encode_record(record));
    writer.put_handed_over(record);
    EXPECT_TRUE(writer.holds(record));
    if (known != records_.end())
      *known = record;
    else
      records_.push_back(record);
  }

  // Two files change places.
  void swap(UpdateWriter& writer) {
    const std::string one = some_path();
    const std::string other = some_path();
    if (one == other) return;
    writer.rekey({{one, other, {other, "kho/x"}}, {other, one, {one}}});
    for (Record& record : records_) {
      const std::string source = source_file(record);
      if (source != one && source != other) continue;
      const std::string now = source == one ? other : one;
      if (!record.source_file.empty()) {
        record.source_file = now;
      } else {
        record.path = now;
        record.paths.clear();
        if (source == one) record.paths = {other, "kho/x"};
      }
    }
  }

  std::mt19937 random_;
  std::vector<Record> records_;
};

TEST_F(UpdateWriterTest, IsWhatNewDatabasesWouldBe) {
  for (unsigned seed = 0; seed < 6; ++seed) {
    const test::TemporaryFolder changed, anew;
    Changing archive(seed);
    test::publish(changed.path(), archive.records());
    for (const int changes : {1, 0, 2, 3, 12, 40, 700, 5}) {
      const fs::path before = test::current_generation(changed.path());
      NewGeneration next(changed.path());
      {
        UpdateWriter writer({before, next.folder(), read_manifest(before), DiskReserve(changed.path(), 0)});
        for (int i = 0; i < changes; ++i) {
          archive.change(writer);
          if (i % 7 == 0) archive.look_up(writer);
        }
        writer.finish();
      }
      publish(next, before);
      test::publish(anew.path(), archive.records());
      for (const auto grade : kGradeNames) {
        const fs::path folder = test::current_generation(changed.path()) / grade;
        EXPECT_FALSE(fs::exists(folder / "termlist.glass"));
        EXPECT_TRUE(
            test::content_of(Xapian::Database(folder.string())) ==
            test::content_of(Xapian::Database((test::current_generation(anew.path()) / grade).string())))
            << grade << " after " << changes << " changes, seed " << seed;
      }
      EXPECT_EQ(list(check_files(test::current_generation(changed.path()))), "");
    }
    EXPECT_EQ(check(test::current_generation(changed.path())), "");
  }
}

TEST_F(UpdateWriterTest, RefusesADocumentThatIsListedOtherwise) {
  const test::TemporaryFolder folder;
  fs::create_directory(folder.path() / "other");
  for (const auto grade : kGradeNames) fs::copy(published() / grade, folder.path() / "other" / grade);
  {
    Xapian::WritableDatabase database((folder.path() / "other/open").string(),
                                      Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST | Xapian::DB_BACKEND_GLASS);
    Xapian::Document wrong;
    wrong.set_data(encode_record(test::make_record("wrong", "", "", "chim én")));
    wrong.add_term(make_term(prefix::kId, "wrong"));
    wrong.add_term(path_term("test/wrong"));
    database.add_document(wrong);
    database.commit();
  }
  fs::create_directory(folder.path() / "next");
  UpdateWriter writer(
      {folder.path() / "other", folder.path() / "next", read_manifest(published()), DiskReserve(home(), 0)});
  EXPECT_EQ(writer.remove_path("test/wrong"), 1u);
  try {
    writer.finish();
    ADD_FAILURE();
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("reindex"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace vankien
