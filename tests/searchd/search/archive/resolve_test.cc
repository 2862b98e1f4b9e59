// 1. Every bearer of a symbol is found, newest first, also by a symbol without its year.
// 2. A date that is said decides; else the citing paper's issuer, then what came last before it.
// 3. Nothing means itself, and nothing what is younger.
// 4. What cannot be told apart stays; copies of one paper are one.
// 5. What is above the clearance bears no symbol.

#include "searchd/search/archive/resolve.h"

#include <gtest/gtest.h>

#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using test::make_record;

Record issued(std::string id, const std::string& date, std::string issuer, Grade grade = Grade::kOpen) {
  Record record = make_record(std::move(id), "05-NQ/TU", "Về chợ", "Chợ.", date, grade);
  record.issuer = std::move(issuer);
  return record;
}

class Resolving : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new test::TemporaryFolder();
    test::publish(
        folder_->path(),
        {issued("dg16", "2016-03-01", "Tỉnh ủy Đông Giang"),
         issued("dg22", "2022-06-01", "Tỉnh ủy Đông Giang"), issued("nl21", "2021-02-03", "Tỉnh ủy Nam Lĩnh"),
         issued("secret", "2023-01-01", "Tỉnh ủy Đông Giang", Grade::kMat),
         make_record("decree", "30/2020/NĐ-CP", "Văn thư", "Văn thư.", "2020-03-05"),
         make_record("copy1", "07-CT/TU", "Chỉ thị", "Một.", "2019-05-06"),
         make_record("copy2", "07-CT/TU", "Chỉ thị", "Hai.", "2019-05-06")});
    snapshot_ = new Snapshot(test::current_generation(folder_->path()));
  }
  static void TearDownTestSuite() {
    delete snapshot_;
    delete folder_;
  }

  std::string ids(const View& view, const std::vector<Place>& places) {
    std::string all;
    for (const Place& place : places) {
      if (!all.empty()) all += ' ';
      all += named_document_at(view, place).name.id;
    }
    return all;
  }
  std::string bearing(const std::string& symbol, Clearance clearance = Grade::kOpen) {
    const auto view = snapshot_->view(clearance);
    return ids(*view, bearers(*view, *parse_symbol(symbol)));
  }
  std::string meant(const Citation& citation, const std::string& symbol = "05-NQ/TU") {
    const auto view = snapshot_->view(Grade::kOpen);
    return ids(*view, meant_by(*view, citation, bearers(*view, *parse_symbol(symbol))));
  }

  static inline test::TemporaryFolder* folder_;
  static inline Snapshot* snapshot_;
};

TEST_F(Resolving, Bearers) {
  EXPECT_EQ(bearing("05-NQ/TU"), "dg22 nl21 dg16");
  EXPECT_EQ(bearing("05-NQ/TU", Grade::kMat), "secret dg22 nl21 dg16");
  EXPECT_EQ(bearing("30/NĐ-CP"), "decree");
  EXPECT_EQ(bearing("30/2021/NĐ-CP"), "");
}

TEST_F(Resolving, KnownBearersAreThoseOfTheView) {
  const auto view = snapshot_->view(Grade::kOpen);
  KnownBearers known(*view);
  for (const char* symbol : {"05-NQ/TU", "30/NĐ-CP", "30/2020/NĐ-CP", "07-CT/TU", "99-NQ/TU", "05-NQ/TU"})
    EXPECT_EQ(known.of(*parse_symbol(symbol)), bearers(*view, *parse_symbol(symbol))) << symbol;
}

TEST_F(Resolving, DatesDecide) {
  EXPECT_EQ(meant({"2016-03-01", "", "", ""}), "dg16");
  EXPECT_EQ(meant({"2016", "", "2024-01-01", "Tỉnh ủy Nam Lĩnh"}), "dg16");
  EXPECT_EQ(meant({"2017-03-01", "", "", ""}), "");
}

TEST_F(Resolving, IssuersAndThenWhatCameLast) {
  EXPECT_EQ(meant({"", "", "2024-01-01", "Tỉnh uỷ Đông Giang"}), "dg22");
  EXPECT_EQ(meant({"", "", "2018-01-01", "Tỉnh ủy Đông Giang"}), "dg16");
  EXPECT_EQ(meant({"", "", "2024-01-01", "Văn phòng Tỉnh ủy Nam Lĩnh"}), "nl21") << "an office of it";
  EXPECT_EQ(meant({"", "Tỉnh ủy Nam Lĩnh", "2024-01-01", "Tỉnh ủy Đông Giang"}), "nl21");
  EXPECT_EQ(meant({"", "Tỉnh ủy", "2024-01-01", ""}), "dg22 nl21") << "of each issuer the last";
  EXPECT_EQ(meant({"", "Chi bộ 5", "2018-01-01", ""}), "dg16") << "a name nobody bears rules nothing out";
  EXPECT_EQ(meant({"", "", "", ""}), "dg22 nl21 dg16");
  EXPECT_EQ(meant({"", "", "2015-12-31", ""}), "") << "all are younger";
  EXPECT_EQ(meant({"", "", "2016-03", ""}), "dg16") << "known to the month";
}

TEST_F(Resolving, NothingMeansItself) {
  const auto view = snapshot_->view(Grade::kOpen);
  const auto found = bearers(*view, *parse_symbol("05-NQ/TU"));
  EXPECT_EQ(ids(*view, meant_by(*view, {"", "", "2022-06-01", "Tỉnh ủy Đông Giang", found[0]}, found)),
            "dg16");
}

TEST_F(Resolving, CopiesAreOnePaper) {
  const auto view = snapshot_->view(Grade::kOpen);
  EXPECT_EQ(meant({"", "", "2020-01-01", ""}, "07-CT/TU"), "copy1 copy2");
  EXPECT_TRUE(is_one_paper(*view, bearers(*view, *parse_symbol("07-CT/TU"))));
  EXPECT_FALSE(is_one_paper(*view, bearers(*view, *parse_symbol("05-NQ/TU"))));
  EXPECT_FALSE(is_one_paper(*view, {}));
}

}  // namespace
}  // namespace vankien
