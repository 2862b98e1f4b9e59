// 1. The issuer's own work comes first, then what the title names; each field once.
// 2. A committee's office and a title that names nothing tell none.

#include "indexer/metadata/work_fields.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

std::string fields_of(std::string_view issuer, std::string_view title) {
  std::string all;
  for (const auto& field : read_work_fields(issuer, title)) all += (all.empty() ? "" : " | ") + field;
  return all;
}

TEST(WorkFields, IssuerAndTitle) {
  EXPECT_EQ(fields_of("Ban Tổ chức Tỉnh ủy An Phong", "Về luân chuyển cán bộ"), "Tổ chức, cán bộ, đảng viên");
  EXPECT_EQ(fields_of("Ban Tổ chức Tỉnh ủy An Phong", "Về phòng, chống tham nhũng"),
            "Tổ chức, cán bộ, đảng viên | Nội chính, phòng, chống tham nhũng");
  EXPECT_EQ(fields_of("Ủy ban Kiểm tra Huyện ủy Tân Khánh", ""), "Kiểm tra, giám sát, kỷ luật");
  EXPECT_EQ(fields_of("Uỷ ban Kiểm tra Trung ương", ""), "Kiểm tra, giám sát, kỷ luật");
  EXPECT_EQ(fields_of("Ban Tuyên giáo và Dân vận Tỉnh ủy An Phong", ""),
            "Tuyên giáo | Dân vận, mặt trận, đoàn thể");
  EXPECT_EQ(fields_of("Tỉnh ủy An Phong", "VỀ NÔNG NGHIỆP, NÔNG DÂN, NÔNG THÔN"), "Kinh tế - xã hội");
  EXPECT_EQ(fields_of("Tỉnh ủy An Phong", "Công tác lưu trữ của Đảng"), "Văn phòng, văn thư, lưu trữ");
  EXPECT_EQ(fields_of("Bộ Quốc phòng", "Về tuyển quân"), "Quốc phòng, an ninh, đối ngoại");
  EXPECT_EQ(fields_of("Văn phòng Tỉnh ủy An Phong", "Lịch họp tuần"), "");
  EXPECT_EQ(fields_of("", ""), "");
}

}  // namespace
}  // namespace vankien
