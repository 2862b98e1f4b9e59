// 1. Term lists that are put back are, for Xapian, those it would have written itself: of few and of many terms, counted often or
//    never, of numbers with more bytes; also where the database had others.
// 2. What they were put back for can be taken out; when they are dropped, nothing of them is left.
// 3. A file of term lists that is another database's too stays what it was.

#include "indexer/writer/term_lists.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>

#include "tests/support/database_content.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

std::map<Xapian::docid, TermCounts> documents() {
  std::mt19937 random(5);
  std::map<Xapian::docid, TermCounts> made;
  for (const Xapian::docid id : {1u, 2u, 3u, 250u, 32767u, 32768u, 40000u}) {
    TermCounts& terms = made[id];
    for (auto i = random() % 3000; i > 0; --i) {
      std::string term(1 + random() % (random() % 20 == 0 ? 245 : 6), 'a');
      for (char& letter : term) letter = static_cast<char>(1 + random() % (random() % 2 == 0 ? 3 : 255));
      terms[term] = static_cast<Xapian::termcount>(random() % (random() % 4 == 0 ? 100'000 : 3));
    }
  }
  made[3].clear();
  return made;
}

class TermListsTest : public testing::Test {
 protected:
  fs::path path() const { return folder_.path() / "db"; }
  void write(int flags) const {
    Xapian::WritableDatabase database(path().string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | flags);
    for (const auto& [id, terms] : documents()) {
      Xapian::Document document;
      for (const auto& [term, times] : terms) document.add_term(term, times);
      if (id != 2) document.add_value(0, "a");
      if (id > 2) document.add_value(7, std::string(1, static_cast<char>(id)));
      document.set_data(std::to_string(id));
      database.replace_document(id, document);
    }
    database.commit();
  }
  void put_back() const {
    TermLists lists(path());
    for (const auto& [id, terms] : documents())
      lists.add(id, terms,
                id == 1   ? std::vector<Xapian::valueno>{0}
                : id == 2 ? std::vector<Xapian::valueno>{}
                          : std::vector<Xapian::valueno>{0, 7});
    lists.finish();
  }
  static std::string lists_of(const fs::path& path) {
    const Xapian::Database database(path.string(), Xapian::DB_BACKEND_GLASS);
    std::string all;
    for (const auto& [id, terms] : documents()) {
      const Xapian::Document document = database.get_document(id);
      for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
        all += *term + " " + std::to_string(term.get_wdf()) + "\n";
      for (auto value = document.values_begin(); value != document.values_end(); ++value)
        all += std::to_string(value.get_valueno()) + "=" + *value + "\n";
    }
    return all;
  }
  static std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  test::TemporaryFolder folder_;
};

TEST_F(TermListsTest, AreThoseXapianWouldHaveWritten) {
  write(0);
  const std::string lists = lists_of(path());
  fs::remove_all(path());
  write(Xapian::DB_NO_TERMLIST);
  EXPECT_FALSE(fs::exists(path() / "termlist.glass"));
  put_back();
  EXPECT_TRUE(lists_of(path()) == lists);
  EXPECT_EQ(Xapian::Database::check(path().string(), 0, nullptr), 0u);
}

TEST_F(TermListsTest, ServeToTakeDocumentsOut) {
  write(Xapian::DB_NO_TERMLIST);
  put_back();
  Xapian::Document more;
  more.add_term("thêm", 3);
  {
    Xapian::WritableDatabase database(path().string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
    for (const auto& [id, terms] : documents())
      if (id != 40000) database.delete_document(id);
    database.replace_document(40000, more);
    database.add_document(more);
    database.commit();
  }
  drop_term_lists(path());
  EXPECT_FALSE(fs::exists(path() / "termlist.glass"));
  EXPECT_EQ(Xapian::Database::check(path().string(), 0, nullptr), 0u);
  const Xapian::Database database(path().string(), Xapian::DB_BACKEND_GLASS);
  EXPECT_EQ(test::terms_by_document(database),
            (std::map<Xapian::docid, std::string>{{40000, " thêm 3"}, {40001, " thêm 3"}}));
  EXPECT_EQ(database.get_doccount(), 2u);
  EXPECT_EQ(database.get_total_length(), 6u);
  EXPECT_EQ(database.get_value_freq(0), 0u);
  EXPECT_THROW(database.get_document(40000).termlist_begin(), Xapian::FeatureUnavailableError);
}

TEST_F(TermListsTest, LeaveAnothersFileAlone) {
  write(0);
  const fs::path other = folder_.path() / "other";
  std::error_code error;
  fs::create_hard_link(path() / "termlist.glass", other, error);
  if (error) GTEST_SKIP() << "this file system has no hard links";
  const std::string content = read(other);
  put_back();
  EXPECT_FALSE(fs::equivalent(path() / "termlist.glass", other));
  drop_term_lists(path());
  drop_term_lists(path());
  EXPECT_TRUE(read(other) == content);
}

}  // namespace
}  // namespace vankien
