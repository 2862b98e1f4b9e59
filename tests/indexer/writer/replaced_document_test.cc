// 1. A document that is replaced keeps its number, and only lists of words that came or went are touched.
// 2. No document is the least or the greatest of the slot of words, also where all that a database holds is replaced at once, or all
//    but what goes.
// 3. Replaced twice in one update, it is what it was at last, and no word of those between is left.

#include <gtest/gtest.h>

#include "analyzers/schema/schema.h"
#include "indexer/check/change_check.h"
#include "indexer/writer/update_writer.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

constexpr auto kWords = static_cast<Xapian::valueno>(Slot::kWords);

class ReplacedDocumentTest : public testing::Test {
 protected:
  void archive(unsigned documents) {
    std::vector<Record> records;
    for (unsigned i = 0; i < documents; ++i)
      records.push_back(test::make_record("o" + std::to_string(i), "", "Văn bản", "chim én và chim sẻ"));
    test::publish(home_.path(), records);
  }
  fs::path published() const { return test::current_generation(home_.path()); }
  Xapian::Database open() const { return Xapian::Database((published() / "open").string()); }

  DatabaseChange change(const std::function<void(UpdateWriter&)>& act) {
    NewGeneration next(home_.path());
    const KnownFiles before{published(), read_manifest(published())};
    UpdateWriter writer({before.generation, next.folder(), before.manifest, DiskReserve(home_.path(), 0)});
    act(writer);
    Changes changes = writer.finish();
    EXPECT_TRUE(check_changes(next.folder(), changes).empty());
    Manifest manifest = before.manifest;
    manifest.files.clear();
    for (std::size_t i = 0; i < kGradeCount; ++i)
      manifest.grades[i] = describe_database(next.folder() / kGradeNames[i]);
    next.seal(std::move(manifest));
    next.publish();
    return changes[0];
  }
  static void put(UpdateWriter& writer, const std::string& id, const std::string& text) {
    EXPECT_FALSE(writer.put(test::make_record(id, "", "Văn bản", text)));
  }
  void expect_bounds_are_nobodys() const {
    const Xapian::Database database = open();
    EXPECT_EQ(database.get_value_lower_bound(kWords), std::string(1, '\0'));
    EXPECT_EQ(database.get_value_upper_bound(kWords), std::string(32, '\xFF'));
  }

  const test::TemporaryFolder home_;
};

TEST_F(ReplacedDocumentTest, KeepsItsNumber) {
  archive(300);
  const Xapian::docid number = *open().postlist_begin(make_term(prefix::kId, "o7"));
  const auto table = [&] { return fs::file_size(published() / "open/postlist.glass"); };
  const auto length = table();
  const DatabaseChange changed =
      change([&](UpdateWriter& writer) { put(writer, "o7", "chim én và chim sẻ bay"); });
  EXPECT_EQ(changed.kind, DatabaseChange::Kind::kAppended);
  EXPECT_EQ(changed.written, std::vector{number});
  EXPECT_TRUE(changed.removed.empty());
  EXPECT_EQ(*open().postlist_begin(make_term(prefix::kId, "o7")), number);
  const auto few = table() - length;
  const auto grown = table();
  change([&](UpdateWriter& writer) { put(writer, "o8", "vạc ăn đêm"); });
  EXPECT_LE(few, table() - grown);
  EXPECT_EQ(open().get_termfreq(make_term("", "bay")), 1u);
  EXPECT_EQ(open().get_termfreq(make_term("", "chim")), 299u);
}

TEST_F(ReplacedDocumentTest, IsNeitherLeastNorGreatest) {
  for (const unsigned documents : {1u, 2u, 3u}) {
    archive(documents);
    for (const char* text : {"rừng tràm", "biển cả", "núi cao"}) {
      change([&](UpdateWriter& writer) {
        for (unsigned i = 0; i < documents; ++i) put(writer, "o" + std::to_string(i), text);
      });
      expect_bounds_are_nobodys();
      EXPECT_EQ(open().get_value_freq(kWords), documents);
    }
    change([&](UpdateWriter& writer) {
      for (unsigned i = 1; i < documents; ++i) writer.remove_path("test/o" + std::to_string(i));
      put(writer, "o0", "đồng bằng");
    });
    expect_bounds_are_nobodys();
    EXPECT_EQ(open().get_doccount(), 1u);
    EXPECT_EQ(open().get_termfreq(make_term("", "đồng")), 1u);
  }
}

TEST_F(ReplacedDocumentTest, IsWhatItWasAtLast) {
  archive(5);
  change([&](UpdateWriter& writer) {
    put(writer, "o2", "vạc");
    put(writer, "o2", "cò");
    put(writer, "o3", "vịt");
    put(writer, "o2", "cốc");
  });
  const Xapian::Database database = open();
  EXPECT_EQ(database.get_doccount(), 5u);
  for (const auto& [word, documents] :
       {std::pair{"vạc", 0u}, {"cò", 0u}, {"cốc", 1u}, {"vịt", 1u}, {"én", 3u}}) {
    EXPECT_EQ(database.get_termfreq(make_term("", word)), documents) << word;
  }
  EXPECT_TRUE(database.synonyms_begin("vac") == database.synonyms_end("vac"));
  EXPECT_TRUE(database.synonyms_begin("co") == database.synonyms_end("co"));
  EXPECT_FALSE(database.synonyms_begin("coc") == database.synonyms_end("coc"));
}

}  // namespace
}  // namespace vankien
