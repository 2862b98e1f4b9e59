// 1. A short form explained in brackets, in words, or by brackets of its own is harvested with its expansion.
// 2. Every letter must be the initial of a word, in order; only particles may have none.
// 3. Numerals, quantities and brackets of other kinds define nothing.
// 4. Offsets point at the short form and the words as they stand in the text.

#include "analyzers/definitions.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

std::string harvest(std::string_view text) {
  std::string out;
  for (const auto& definition : harvest_definitions(text)) {
    out += (out.empty() ? "" : " ; ") + definition.key + " =";
    for (const auto& word : definition.expansion) out += " " + word;
  }
  return out;
}

struct Row {
  const char* text;
  const char* found;
};
class Harvest : public testing::TestWithParam<Row> {};
TEST_P(Harvest, Finds) { EXPECT_EQ(harvest(GetParam().text), GetParam().found) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(
    Definitions, Harvest,
    testing::Values(Row{"đội ngũ cán bộ, đảng viên (CBĐV) gương mẫu", "cbđv = cán bộ đảng viên"},
                    Row{"do Ủy ban nhân dân (UBND) và Hội đồng nhân dân (HĐND)",
                        "ubnd = ủy ban nhân dân ; hđnd = hội đồng nhân dân"},
                    Row{"đi lên chủ nghĩa xã hội (viết tắt là CNXH)", "cnxh = chủ nghĩa xã hội"},
                    Row{"Kho bạc Nhà nước (sau đây gọi tắt là: “KBNN”)", "kbnn = kho bạc nhà nước"},
                    Row{"chủ nghĩa xã hội, sau đây viết tắt là CNXH, là", "cnxh = chủ nghĩa xã hội"},
                    Row{"từng CBĐV (cán bộ, đảng viên) phải", "cbđv = cán bộ đảng viên"},
                    Row{"nhiệm vụ kinh tế - xã hội (KT-XH)", "ktxh = kinh tế xã hội"},
                    Row{"Sở Giáo dục và Đào tạo (GD&ĐT)", "gdđt = giáo dục và đào tạo"},
                    Row{"Sở Giáo dục và Đào tạo (GD & ĐT)", "gdđt = giáo dục và đào tạo"},
                    Row{"ban Tuyên giáo và Dân vận (TGDV)", "tgdv = tuyên giáo và dân vận"},
                    Row{"ỦY BAN NHÂN DÂN (UBND)", "ubnd = ủy ban nhân dân"},
                    Row{"Uỷ ban nhân dân (UBND)", "ubnd = ủy ban nhân dân"},
                    Row{"Ðảng Cộng sản Việt Nam (ÐCSVN)", "đcsvn = đảng cộng sản việt nam"},
                    Row{"Hội đồng nhân dân (HDND)", "hdnd = hội đồng nhân dân"},
                    Row{"bảo hiểm\ny tế (BHYT)", "bhyt = bảo hiểm y tế"},
                    Row{"hai Thị ủy (ThU)", "thu = thị ủy"},
                    Row{"nông thôn mới (NTM; sau đây)", "ntm = nông thôn mới"}));
INSTANTIATE_TEST_SUITE_P(None, Harvest,
                         testing::Values(Row{"vấn đề ích nước (VI)", ""}, Row{"theo mục hai (II)", ""},
                                         Row{"Ủy ban nhân dân tỉnh (UBND)", ""},
                                         Row{"hợp tác công tư (PPP)", ""}, Row{"các mục A, B, C (ABC)", ""},
                                         Row{"Trung tâm. Chính trị (TTCT)", ""}, Row{"(UBND)", ""},
                                         Row{"nhân dân (dân)", ""}, Row{"Quốc hội (QH15)", ""},
                                         Row{"UBND (sau đây gọi là cơ quan)", ""}, Row{"tổ chức (", ""},
                                         Row{"()", ""}, Row{"viết tắt là", ""}, Row{"tắt:", ""},
                                         Row{"(A.)", ""}));

TEST(Harvest, TellsWhereTheyStand) {
  const std::string text = "về Cán bộ, đảng viên (CBĐV).";
  const auto found = harvest_definitions(text);
  ASSERT_EQ(found.size(), 1u);
  const Definition& d = found[0];
  EXPECT_EQ(d.short_form, "CBĐV");
  EXPECT_EQ(text.substr(d.short_begin, d.short_end - d.short_begin), "CBĐV");
  EXPECT_EQ(text.substr(d.expansion_begin, d.expansion_end - d.expansion_begin), "Cán bộ, đảng viên");
}

}  // namespace
}  // namespace vankien
