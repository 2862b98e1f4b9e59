// 1. Misspelt words are corrected from the archive's own vocabulary: how many of a table of slips is a figure that may not
//    fall.
// 2. Right words, words of another language, numbers, symbols, citations and abbreviations are left alone.
// 3. A correction is offered with what it finds, and only if that is clearly more.
// 4. A caller is offered what an archive without the documents above their clearance would offer.

#include "searchd/search/spelling/correction.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "searchd/search/searcher.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using test::make_record;

constexpr const char* kTexts[] = {
    "Nghị quyết về nâng cao chất lượng nguồn nhân lực, đào tạo nguồn nhân lực chất lượng cao của tỉnh.",
    "Chương trình hành động về chuyển đổi số trong các cơ quan đảng, xây dựng chính quyền số, kinh tế số.",
    "Kế hoạch kiểm tra, giám sát việc thực hiện quy chế dân chủ ở cơ sở; kiểm tra tổ chức đảng khi có dấu "
    "hiệu vi phạm.",
    "Quyết định thi hành kỷ luật đảng viên; khen thưởng và kỷ luật; bảo vệ chính trị nội bộ.",
    "Báo cáo kết quả phát triển kinh tế - xã hội, bảo đảm quốc phòng, an ninh, trật tự an toàn xã hội.",
    "Hướng dẫn công tác văn thư, lưu trữ; thể thức và kỹ thuật trình bày văn bản của Đảng.",
    "Quy hoạch cán bộ lãnh đạo, quản lý nhiệm kỳ mới; luân chuyển cán bộ; đánh giá cán bộ hằng năm.",
    "Xây dựng nông thôn mới, giảm nghèo bền vững, phát triển nông nghiệp và bảo vệ môi trường, phòng chống "
    "thiên tai.",
    "Sắp xếp đơn vị hành chính, tinh gọn tổ chức bộ máy, nâng cao hiệu lực, hiệu quả hoạt động của hệ thống "
    "chính trị.",
    "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh; giáo dục truyền thống cách mạng.",
    "Phòng, chống tham nhũng, lãng phí, tiêu cực; thu hồi tài sản; giải quyết khiếu nại, tố cáo của công "
    "dân.",
    "Cải cách thủ tục hành chính, trách nhiệm của người đứng đầu, tiếp xúc và đối thoại với nhân dân.",
};

struct Slip {
  const char* typed;
  const char* meant;
};

// As people slip: a tone or mark forgotten or mistaken, a key of Telex, a sound of the region, a letter beside, missing,
// doubled or exchanged.
constexpr Slip kSlips[] = {
    {"nghị quyêts", "nghị quyết"},
    {"nguôn nhâm lực", "nguồn nhân lực"},
    {"chuyển đôi xố", "chuyển đổi số"},
    {"nghị quyếtt", "nghị quyết"},
    {"ngị quyết", "nghị quyết"},
    {"nghị qyuết", "nghị quyết"},
    {"nghị quết", "nghị quyết"},
    {"nghĩ quyết", "nghị quyết"},
    {"nguồn nhân lưc", "nguồn nhân lực"},
    {"nguồn nhân nực", "nguồn nhân lực"},
    {"nguòn nhân lực", "nguồn nhân lực"},
    {"chất lựơng nguồn nhân lực", "chất lượng nguồn nhân lực"},
    {"chất lượn cao", "chất lượng cao"},
    {"trất lượng", "chất lượng"},
    {"đào tạo nguồng nhân lực", "đào tạo nguồn nhân lực"},
    {"chương chình hành động", "chương trình hành động"},
    {"trương trình hành động", "chương trình hành động"},
    {"chuyễn đổi số", "chuyển đổi số"},
    {"chuyển đỗi số", "chuyển đổi số"},
    {"cơ qan đảng", "cơ quan đảng"},
    {"xây rựng chính quyền", "xây dựng chính quyền"},
    {"sây dựng chính quyền", "xây dựng chính quyền"},
    {"xây dựnng nông thôn", "xây dựng nông thôn"},
    {"kế hoặch kiểm tra", "kế hoạch kiểm tra"},
    {"kế hoạhc kiểm tra", "kế hoạch kiểm tra"},
    {"kiễm tra giám sát", "kiểm tra giám sát"},
    {"kiểm tra giám xát", "kiểm tra giám sát"},
    {"kiểm tra dám sát", "kiểm tra giám sát"},
    {"dân chủ ở cơ sỡ", "dân chủ ở cơ sở"},
    {"tổ chưc đảng", "tổ chức đảng"},
    {"tổ trức đảng", "tổ chức đảng"},
    {"giấu hiệu vi phạm", "dấu hiệu vi phạm"},
    {"kỹ luật đảng viên", "kỷ luật đảng viên"},
    {"khen thưỡng", "khen thưởng"},
    {"khem thưởng", "khen thưởng"},
    {"bão vệ chính trị nội bộ", "bảo vệ chính trị nội bộ"},
    {"chính chị nội bộ", "chính trị nội bộ"},
    {"phát chiển kinh tế", "phát triển kinh tế"},
    {"phát triễn kinh tế", "phát triển kinh tế"},
    {"kinh tê xã hội", "kinh tế xã hội"},
    {"bảo đãm quốc phòng", "bảo đảm quốc phòng"},
    {"quốc phồng", "quốc phòng"},
    {"an linh trật tự", "an ninh trật tự"},
    {"hướng dẩn công tác", "hướng dẫn công tác"},
    {"hướng dẫn công tát", "hướng dẫn công tác"},
    {"lưu chữ", "lưu trữ"},
    {"trình bài văn bản", "trình bày văn bản"},
    {"thể thưc và kỹ thuật", "thể thức và kỹ thuật"},
    {"lảnh đạo quản lý", "lãnh đạo quản lý"},
    {"lãnh đạo quãn lý", "lãnh đạo quản lý"},
    {"luân truyển cán bộ", "luân chuyển cán bộ"},
    {"đánh dá cán bộ", "đánh giá cán bộ"},
    {"giãm nghèo bền vững", "giảm nghèo bền vững"},
    {"giảm nghèo bềnn vững", "giảm nghèo bền vững"},
    {"bảo vệ môi chường", "bảo vệ môi trường"},
    {"phòng chống thiên tay", "phòng chống thiên tai"},
    {"xắp xếp đơn vị hành chính", "sắp xếp đơn vị hành chính"},
    {"tinh gọng bộ máy", "tinh gọn bộ máy"},
    {"hệ thốngs chính trị", "hệ thống chính trị"},
    {"đạo đứcc phong cách", "đạo đức phong cách"},
    {"tư tưỡng đạo đức", "tư tưởng đạo đức"},
    {"chuyền thống cách mạng", "truyền thống cách mạng"},
    {"tham nhủng lãng phí", "tham nhũng lãng phí"},
    {"thu hồi tài xản", "thu hồi tài sản"},
    {"giãi quyết khiếu nại", "giải quyết khiếu nại"},
    {"khiếu lại tố cáo", "khiếu nại tố cáo"},
    {"tố cáo của công zân", "tố cáo của công dân"},
    {"cãi cách thủ tục", "cải cách thủ tục"},
    {"thủ tuc hành chính", "thủ tục hành chính"},
    {"đối thoạii với nhân dân", "đối thoại với nhân dân"},
    {"ngihi quyet", "nghị quyết"},
    {"nguuon nhan luc", "nguồn nhân lực"},
};

std::vector<Record> open_records() {
  std::vector<Record> records;
  for (const char* text : kTexts) {
    const auto number = records.size() + 1;
    records.push_back(
        make_record(fmt::format("d{}", number), fmt::format("{:02}-NQ/TU", number), "Văn bản", text));
  }
  return records;
}

std::vector<Record> all_records() {
  auto records = open_records();
  for (int i = 0; i < 20; ++i)
    records.push_back(make_record(fmt::format("s{}", i), "99-PA/TU", "Phương án nguồn nhâm lực saobắc",
                                  "Nguồn nhâm lực, chuyển đôi xố, nghị quyêt, saobắc, kế hoặch, quyền xố.",
                                  "2025-01-01", Grade::kMat));
  return records;
}

class Correcting : public testing::Test {
 protected:
  Correcting() {
    test::publish(folder_.path(), all_records());
    snapshot_ = std::make_unique<Snapshot>(test::current_generation(folder_.path()));
  }

  static std::string offered(const Snapshot& snapshot, const std::string& typed,
                             Clearance clearance = Grade::kOpen) {
    SearchQuery query;
    query.q = typed;
    const auto found = search(snapshot, clearance, query).did_you_mean;
    return found ? fmt::format("{} ({})", found->text, found->total) : "";
  }
  std::string offered(const std::string& typed, Clearance clearance = Grade::kOpen) const {
    return offered(*snapshot_, typed, clearance);
  }
  std::string corrected(const std::string& typed) const {
    return correct(*snapshot_->view(Grade::kOpen), typed, parse_query(typed));
  }

  test::TemporaryFolder folder_;
  std::unique_ptr<Snapshot> snapshot_;
};

TEST_F(Correcting, SlipsAsPeopleMakeThem) {
  std::size_t right = 0;
  std::string wrong;
  for (const Slip& slip : kSlips) {
    const std::string text = corrected(slip.typed);
    if (text == slip.meant)
      ++right;
    else
      wrong += fmt::format("  {} → {}, not {}\n", slip.typed, text, slip.meant);
  }
  constexpr std::size_t kMeasured = 69;
  fmt::print("{} of {} slips corrected\n{}", right, std::size(kSlips), wrong);
  EXPECT_GE(right, kMeasured);
}

TEST_F(Correcting, RightWordsStay) {
  for (const Slip& slip : kSlips) {
    EXPECT_EQ(corrected(slip.meant), "") << slip.meant;
    EXPECT_EQ(offered(slip.meant), "") << slip.meant;
  }
  for (const char* typed :
       {"", "05-NQ/TU", "nq 05 tu", "57-NQ/TV", "nghị quyết 99", "UBND HĐND", "2021", "1234567",
        "nguon nhan luc", "\"nguôn nhâm lực\"", "-nhâm", "facebook", "x", "\xFF\xFE"})
    EXPECT_EQ(offered(typed), "") << typed;
}

TEST_F(Correcting, OffersWhatFindsMore) {
  EXPECT_EQ(offered("nguôn nhâm lực"), "nguồn nhân lực (1)");
  EXPECT_EQ(offered("Nghị quyêts"), "Nghị quyết (1)");
  EXPECT_EQ(offered("chuyển đôi xố"), "chuyển đổi số (1)");
  EXPECT_EQ(offered("nghị quyế"), "");  // half-typed: found as it is
  SearchQuery filtered;
  filtered.q = "nguôn nhâm lực";
  filtered.filter = parse_filter("year = 1999");
  EXPECT_FALSE(search(*snapshot_, Grade::kOpen, filtered).did_you_mean);
}

TEST_F(Correcting, SecretsDoNotExist) {
  test::TemporaryFolder folder;
  test::publish(folder.path(), open_records());
  const Snapshot without(test::current_generation(folder.path()));
  for (const Slip& slip : kSlips) EXPECT_EQ(offered(slip.typed), offered(without, slip.typed)) << slip.typed;
  for (const char* typed : {"saobac", "saobắt", "saobăc", "quyền xố", "nhâm lực"})
    EXPECT_EQ(offered(typed), offered(without, typed)) << typed;
  EXPECT_EQ(offered("phương án saobắt"), "");
  EXPECT_EQ(offered("phương án saobắt", Grade::kMat), "phương án saobắc (20)");
  EXPECT_EQ(offered("nguồn nhâm lực", Grade::kMat), "");
}

}  // namespace
}  // namespace vankien
