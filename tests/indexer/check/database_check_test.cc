// 1. A document that is listed under another term, under one too few or too many, or with another count, is found by its record; Xapian's
//    own check sees nothing of it. The database is named.
// 2. Of a database that was made from its records nothing is found.
// 3. A check that ends badly is a finding.

#include "indexer/check/database_check.h"

#include <gtest/gtest.h>

#include "indexer/writer/document_builder.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

const fs::path kSelf = fs::path(VANKIEN_BINARY_DIR) / "bin/vankien-indexer";

std::string list(const Findings& findings) {
  std::string all;
  for (const auto& finding : findings) all += finding.code + " " + finding.place + " " + finding.text + "\n";
  return all;
}

// What is found when a document was written after `change` was done to it.
template <typename Change>
std::string found_after(Change change) {
  const test::TemporaryFolder home;
  test::publish(home.path(), {test::make_record("one", "", "Chợ", "chim én"),
                              test::make_record("two", "", "Chợ", "chim sẻ")});
  const fs::path generation = test::current_generation(home.path());
  Vocabulary vocabulary;
  Xapian::Document document = build_document(test::make_record("three", "", "", "rừng và biển"), vocabulary);
  change(document);
  {
    Xapian::WritableDatabase database((generation / "open").string(),
                                      Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST | Xapian::DB_BACKEND_GLASS);
    database.add_document(document);
    database.commit();
  }
  EXPECT_EQ(list(check_databases(generation, kSelf, all_grades(), CheckDepth::kTables)), "");
  return list(check_databases(generation, kSelf));
}

TEST(DatabaseCheck, ComparesRecordsWithLists) {
  EXPECT_EQ(found_after([](Xapian::Document&) {}), "");
  const std::string place =
      "database gen-000001/open document 3 is listed under other terms than its stored record has";
  EXPECT_EQ(found_after([](Xapian::Document& document) {
              document.remove_term("rừng");
              document.add_term("vườn");
            }),
            place + "\n");
  EXPECT_EQ(found_after([](Xapian::Document& document) {
              document.remove_term("rừng");
              document.add_term("biển");
            }),
            place + "\n");
  EXPECT_EQ(found_after([](Xapian::Document& document) { document.remove_term("XY2022"); }), place + "\n");
  EXPECT_EQ(found_after([](Xapian::Document& document) { document.add_boolean_term("XTkế hoạch"); }),
            place + "\n");
  EXPECT_EQ(found_after([](Xapian::Document& document) { document.add_term("vườn"); }).find(place), 0u)
      << "too long";
}

TEST(DatabaseCheck, NeverPassesWhatItCouldNotCheck) {
  const test::TemporaryFolder home;
  test::publish(home.path(), {test::make_record("one", "", "Chợ", "chim én")});
  const std::string found = list(check_databases(test::current_generation(home.path()), "/bin/false"));
  EXPECT_EQ(found.find("database gen-000001 the check of a database ended with status 1"), 0u) << found;
}

}  // namespace
}  // namespace vankien
