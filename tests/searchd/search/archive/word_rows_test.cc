// 1. A row is the one that Xapian holds, whether it was asked for before or not; empty where a document has none or is none.
// 2. With little room it is still the same, and no more is kept than there is room for.
// 3. Several threads that ask at once get the same.

#include "searchd/search/archive/word_rows.h"

#include <gtest/gtest.h>

#include <thread>

#include "analyzers/schema/schema.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

constexpr Xapian::docid kDocuments = 500;

std::string row_of(Xapian::docid id) {
  return id % 7 == 0 ? std::string() : std::string(id * 3 % 900, static_cast<char>('a' + id % 26));
}

class WordRowsTest : public testing::Test {
 protected:
  WordRowsTest() {
    Xapian::WritableDatabase database(path(), Xapian::DB_CREATE);
    for (Xapian::docid id = 1; id <= kDocuments; ++id) {
      Xapian::Document document;
      document.add_value(static_cast<Xapian::valueno>(Slot::kWords), row_of(id));
      database.add_document(document);
    }
    database.delete_document(40);
    database.commit();
  }
  std::string path() const { return (folder_.path() / "rows").string(); }

  // Each `step`-th document, from the first on.
  void expect_rows(const WordRows& rows, Xapian::docid step) const {
    const Xapian::Database database(path());
    RowReader reader(rows, database);
    for (Xapian::docid id = 1; id <= kDocuments; id += step)
      ASSERT_EQ(reader.of(id), id == 40 ? "" : row_of(id)) << id;
  }

 private:
  test::TemporaryFolder folder_;
};

TEST_F(WordRowsTest, AreThoseOfTheDatabase) {
  const WordRows rows(kDocuments + 1);
  expect_rows(rows, 61);
  const std::size_t some = rows.bytes();
  EXPECT_GT(some, 0u);
  expect_rows(rows, 1);
  EXPECT_GT(rows.bytes(), some);
  const std::size_t all = rows.bytes();
  expect_rows(rows, 3);
  EXPECT_EQ(rows.bytes(), all);
}

TEST_F(WordRowsTest, KeepToTheirRoom) {
  constexpr std::size_t kRoom = 20'000, kBlock = 16 * 1000;
  const WordRows rows(kDocuments + 1, kRoom);
  expect_rows(rows, 1);
  expect_rows(rows, 1);
  EXPECT_GE(rows.bytes(), kRoom);
  EXPECT_LT(rows.bytes(), kRoom + kBlock);
  const WordRows none(kDocuments + 1, 0);
  expect_rows(none, 1);
  expect_rows(none, 17);
  EXPECT_EQ(none.bytes(), 0u);
}

TEST_F(WordRowsTest, AreSharedByThreads) {
  const WordRows alone(kDocuments + 1), rows(kDocuments + 1);
  expect_rows(alone, 1);
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back([&] { expect_rows(rows, 1); });
  threads.clear();
  EXPECT_EQ(rows.bytes(), alone.bytes());
}

}  // namespace
}  // namespace vankien
