// 1. Bare words get the marks the archive would give them, neighbours deciding between forms.
// 2. Marks that were typed stay; so do numbers and words the archive does not have.
// 3. Nothing above the caller's clearance is proposed.
// 4. Confidence is high where the archive knows one way only, low where it is torn.
// 5. What is shown keeps all between the words, their case, and spells as offices do.

#include "searchd/search/spelling/restoration.h"

#include <gtest/gtest.h>

#include "analyzers/analyzer.h"
#include "searchd/search/archive/archive.h"
#include "searchd/search/archive/snapshot.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using test::make_record;

class RestorationTest : public testing::Test {
 protected:
  RestorationTest() {
    test::publish(
        folder_.path(),
        {
            make_record("a", "05-NQ/TU", "Nghị quyết về quy hoạch cán bộ",
                        "Quy định về kỷ luật. Cán bộ giữ chức vụ; bố trí cán bộ. Ban hành quy chế số 5."),
            make_record(
                "b", "06-NQ/TU", "Nghị quyết về bổ sung quy chế",
                "Bản đồ hành chính. Nghị quyết này bổ sung bản đồ. Tỷ lệ cán cân, cán thép. Kỷ luật."),
            make_record("c", "07-KH/TU", "Kế hoạch cơ mật", "Điệp vụ nghỉ quyển sách điệp vụ.", "2023-01-01",
                        Grade::kMat),
        });
    archive_ = std::make_unique<Archive>(folder_.path());
  }

  Restoration restore(std::string_view text, Clearance clearance = Grade::kOpen) const {
    const auto snapshot = archive_->current();
    return restore_marks(*snapshot->view(clearance), analyze_words(text));
  }
  std::string shown(std::string_view text, Clearance clearance = Grade::kOpen) const {
    return show_restored(text, analyze_words(text), restore(text, clearance));
  }

  test::TemporaryFolder folder_;
  std::unique_ptr<Archive> archive_;
};

TEST_F(RestorationTest, NeighboursDecide) {
  const struct {
    const char* typed;
    const char* wanted;
  } table[] = {
      {"nghi quyet", "nghị quyết"}, {"bo tri can bo", "bố trí cán bộ"},
      {"bo sung", "bổ sung"},       {"ban do", "bản đồ"},
      {"ban hanh", "ban hành"},     {"ban do hanh chinh", "bản đồ hành chính"},
      {"ky luat", "kỷ luật"},
  };
  for (const auto& row : table) EXPECT_EQ(shown(row.typed), row.wanted);
}

TEST_F(RestorationTest, WhatWasTypedWithMarksStays) {
  EXPECT_EQ(shown("nghỉ quyet"), "nghỉ quyết");  // though the archive has nghị quyết only
  EXPECT_EQ(shown("bộ sung"), "bộ sung");
  EXPECT_FALSE(restore("nghị quyết").changed);
}

TEST_F(RestorationTest, NumbersAndUnknownWordsStay) {
  EXPECT_EQ(shown("quy che so 05"), "quy chế số 05");
  EXPECT_EQ(shown("zebra 2024 xyz"), "zebra 2024 xyz");
  EXPECT_FALSE(restore("zebra 2024").changed);
  EXPECT_EQ(restore("").words.size(), 0U);
  EXPECT_FALSE(restore("").changed);
}

TEST_F(RestorationTest, TellsNothingAboveTheClearance) {
  EXPECT_EQ(shown("diep vu"), "diep vụ");  // vụ is in an open document, điệp is not
  EXPECT_EQ(shown("diep vu", Grade::kMat), "điệp vụ");
}

TEST_F(RestorationTest, ConfidenceFollowsTheEvidence) {
  EXPECT_GT(restore("nghi quyet").confidence, 0.9);
  EXPECT_EQ(restore("nghị quyết").confidence, 1);
  const double torn = restore("ban").confidence;  // ban once, bản twice
  EXPECT_LT(torn, 0.9);
  EXPECT_GT(torn, 0.3);
}

TEST_F(RestorationTest, IsShownAsItWasTyped) {
  EXPECT_EQ(shown("  Nghi quyet: KY LUAT (quy che)?"), "  Nghị quyết: KỶ LUẬT (quy chế)?");
  EXPECT_EQ(shown("\"nghi\nquyet\""), "\"nghị\nquyết\"");
}

TEST_F(RestorationTest, LongQueriesStayInRange) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "nghi quyet quy hoach can bo xyz ";
  const Restoration restored = restore(text);
  ASSERT_EQ(restored.words.size(), 3500U);
  EXPECT_EQ(restored.words[3493], "nghị");
  EXPECT_EQ(restored.words[3494], "quyết");
  EXPECT_GE(restored.confidence, 0);
  EXPECT_LE(restored.confidence, 1);
}

}  // namespace
}  // namespace vankien
