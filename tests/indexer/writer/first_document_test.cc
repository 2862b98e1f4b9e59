// 1. No document is the least or the greatest of a slot, whether it is the first, the only, or comes after all others went.
// 2. What stands at the ends is no document: counts, frequencies and values are those of what was added.

#include "indexer/writer/first_document.h"

#include <gtest/gtest.h>

#include "analyzers/schema/schema.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

constexpr auto kWords = static_cast<Xapian::valueno>(Slot::kWords);

Xapian::Document with_words(const std::string& row) {
  Xapian::Document document;
  document.add_value(kWords, row);
  return document;
}

void expect_bounds_are_nobodys(const Xapian::Database& database) {
  EXPECT_EQ(database.get_value_lower_bound(kWords), std::string(1, '\0'));
  EXPECT_EQ(database.get_value_upper_bound(kWords), std::string(32, '\xFF'));
}

TEST(FirstDocument, BoundsAreNobodys) {
  const test::TemporaryFolder folder;
  Xapian::WritableDatabase database((folder.path() / "db").string(),
                                    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  const Xapian::docid first = add_document(database, with_words("rừng"));
  expect_bounds_are_nobodys(database);
  add_document(database, with_words("biển"));
  database.commit();
  EXPECT_EQ(database.get_doccount(), 2u);
  EXPECT_EQ(database.get_value_freq(kWords), 2u);
  expect_bounds_are_nobodys(database);
  std::vector<std::string> rows;
  for (auto row = database.valuestream_begin(kWords); row != database.valuestream_end(kWords); ++row)
    rows.push_back(*row);
  EXPECT_EQ(rows, (std::vector<std::string>{"rừng", "biển"}));

  database.delete_document(first);
  database.delete_document(database.get_lastdocid());
  database.commit();
  EXPECT_EQ(database.get_value_upper_bound(kWords), "");
  add_document(database, with_words("đảo"));
  database.commit();
  EXPECT_EQ(database.get_doccount(), 1u);
  expect_bounds_are_nobodys(database);
}

}  // namespace
}  // namespace vankien
