// Issuers agree if one name says less than the other, or by another usual name; not if place or organ differ.

#include "analyzers/schema/issuer_agreement.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

TEST(IssuerAgreement, ByWhatIsSaid) {
  static constexpr struct {
    const char *said, *issuer;
    bool agree;
  } kCases[] = {{"Tỉnh ủy", "Tỉnh ủy Đông Giang", true},
                {"Ban Thường vụ Tỉnh uỷ", "Tỉnh ủy Đông Giang", true},
                {"BTV Tỉnh ủy Đông Giang", "Tỉnh ủy Đông Giang", true},
                {"Tỉnh ủy Nam Hải", "Tỉnh ủy Đông Giang", false},
                {"Trung ương", "Bộ Chính trị", true},
                {"Ban Bí thư", "Bộ Chính trị", false},
                {"UBND tỉnh", "Ủy ban nhân dân tỉnh Đông Giang", true},
                {"UBND tỉnh Đông Giang", "Ủy ban nhân dân tỉnh Nam Hải", false},
                {"Chính phủ", "Thủ tướng Chính phủ", false},
                {"Thủ tướng Chính phủ", "Thủ tướng", true},
                {"Huyện ủy", "Tỉnh ủy Đông Giang", false},
                {"Tỉnh ủy", "", true},
                {"", "Tỉnh ủy", true}};
  for (const auto& row : kCases)
    EXPECT_EQ(issuers_agree(row.said, row.issuer), row.agree) << row.said << " / " << row.issuer;
}

}  // namespace
}  // namespace vankien
