// 1. An id stands once a grade; who asks sees those up to a clearance, the most secret first.
// 2. Without a commit nothing has happened, neither to documents nor to outcomes.
// 3. What is removed leaves no text in the file.
// 4. The mark that the list is to be applied anew stays over a close, and goes with the commit alone.

#include "indexer/ledger/handed_over.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/test_archive.h"

namespace vankien {
namespace {

HandedOver document(const std::string& id, Grade grade, const std::string& fields = "{}") {
  return {id, grade, "key", fields};
}

TEST(HandedOverDocuments, OnceAGrade) {
  const test::TemporaryFolder home;
  HandedOverDocuments documents(home.path());
  documents.begin();
  documents.put(document("a", Grade::kOpen));
  documents.put(document("a", Grade::kMat));
  documents.put(document("a", Grade::kMat, "{\"n\":2}"));
  documents.put(document("b", Grade::kInternal));
  documents.commit();
  const auto all = documents.find("a", Grade::kTuyetMat);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].grade, Grade::kMat);
  EXPECT_EQ(all[0].fields, "{\"n\":2}");
  EXPECT_EQ(all[1].grade, Grade::kOpen);
  EXPECT_EQ(documents.find("a", Grade::kInternal).size(), 1u);
  std::string seen;
  documents.for_each(Grade::kInternal, [&](const HandedOver& one) { seen += one.id; });
  EXPECT_EQ(seen, "ab");
  EXPECT_TRUE(documents.remove("a", Grade::kMat));
  EXPECT_FALSE(documents.remove("a", Grade::kMat));
}

TEST(HandedOverDocuments, CountsWhenCommitted) {
  const test::TemporaryFolder home;
  {
    HandedOverDocuments documents(home.path());
    documents.begin();
    documents.put(document("a", Grade::kOpen));
    documents.note_outcome(5, "{}");
  }
  HandedOverDocuments documents(home.path());
  EXPECT_TRUE(documents.find("a", Grade::kTuyetMat).empty());
  EXPECT_TRUE(documents.outcomes().empty());
  documents.begin();
  documents.put(document("a", Grade::kOpen));
  documents.note_outcome(5, "{}");
  documents.commit();
  EXPECT_EQ(documents.outcomes(), (std::vector<std::pair<std::uint64_t, std::string>>{{5, "{}"}}));
  documents.forget_outcomes();
  EXPECT_TRUE(documents.outcomes().empty());
}

TEST(HandedOverDocuments, ForgetsTheText) {
  const test::TemporaryFolder home;
  const std::string secret(5000, 'q');
  {
    HandedOverDocuments documents(home.path());
    documents.put(document("a", Grade::kMat, secret));
    documents.remove("a", Grade::kMat);
  }
  std::ifstream file(home.path() / "handed-over.sqlite", std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  ASSERT_FALSE(bytes.empty());
  EXPECT_EQ(bytes.find("qqqqqqqqqqqq"), std::string::npos);
}

TEST(HandedOverDocuments, KeepsTheMark) {
  const test::TemporaryFolder home;
  EXPECT_FALSE(HandedOverDocuments::is_marked(home.path()));
  EXPECT_FALSE(HandedOverDocuments::is_there(home.path())) << "looking makes none";
  {
    HandedOverDocuments documents(home.path());
    EXPECT_FALSE(documents.is_to_apply_anew());
    EXPECT_TRUE(documents.is_empty());
    documents.put(document("a", Grade::kOpen));
    EXPECT_FALSE(documents.is_empty());
    documents.mark_to_apply_anew();
  }
  EXPECT_TRUE(HandedOverDocuments::is_marked(home.path()));
  {
    HandedOverDocuments documents(home.path());
    documents.begin();
    documents.note_applied();
    EXPECT_TRUE(HandedOverDocuments::is_marked(home.path())) << "not committed; and no lock is in the way";
  }
  EXPECT_TRUE(HandedOverDocuments::is_marked(home.path()));
  HandedOverDocuments documents(home.path());
  documents.begin();
  documents.note_applied();
  documents.commit();
  EXPECT_FALSE(HandedOverDocuments::is_marked(home.path()));
}

}  // namespace
}  // namespace vankien
