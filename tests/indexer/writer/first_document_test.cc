// 1. No document is the least or the greatest of a slot, whether it is the first, or comes later.
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
  add_stand_ins(database);
  EXPECT_EQ(database.add_document(with_words("rừng")), kFirstDocument);
  remove_stand_ins(database);
  expect_bounds_are_nobodys(database);
  database.add_document(with_words("biển"));
  database.commit();
  EXPECT_EQ(database.get_doccount(), 2u);
  EXPECT_EQ(database.get_value_freq(kWords), 2u);
  expect_bounds_are_nobodys(database);
  std::vector<std::string> rows;
  for (auto row = database.valuestream_begin(kWords); row != database.valuestream_end(kWords); ++row)
    rows.push_back(*row);
  EXPECT_EQ(rows, (std::vector<std::string>{"rừng", "biển"}));
}

}  // namespace
}  // namespace vankien
