// 1. Each page of the paper is a page of text; two columns keep their blanks; a hyphen at a line's end stays.
// 2. Pages with a running header and a few words more are told to be thin.
// 3. Encrypted, damaged and oversized files end in an error of the right kind.
#include <gtest/gtest.h>

#include "indexer/extract/formats.h"
#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {
namespace {

const std::string kBody =
    "Ban Chap hanh Dang bo tinh thao luan va quyet nghi nhung noi dung sau day:\n"
    "Thuc hien Quy dinh so 76-\nNQ/TW cua Ban Chap hanh Trung uong\n"
    "Cac cap uy truc thuoc can cu tinh hinh cua dia phuong, don vi minh de xay dung\n"
    "chuong trinh hanh dong va bao cao Ban Thuong vu truoc ngay 30 thang 9 nam 2022";

std::string code_of(const std::string& bytes, const ExtractLimits& limits = {}) {
  return error_code_of([&] { extract_pdf(bytes, limits); });
}

TEST(PdfFile, PagesAndHyphens) {
  const auto text = extract_pdf(pdf_of({kBody, "Trang hai. " + kBody}), {});
  ASSERT_EQ(text.pages.size(), 2u);
  EXPECT_NE(text.pages[0].find("76-\nNQ/TW"), std::string::npos) << text.pages[0];
  EXPECT_TRUE(text.pages[1].starts_with("Trang hai. Ban Chap hanh")) << text.pages[1];
  EXPECT_TRUE(text.warnings.empty());
}

using Numbers = std::vector<std::size_t>;

TEST(PdfFile, PagesWithoutTextOfTheirOwnAreThin) {
  EXPECT_EQ(extract_pdf(pdf_of({"", "", ""}), {}).thin_pages, (Numbers{1, 2, 3}));
  EXPECT_EQ(extract_pdf(pdf_of({"CONG BAO/So 88/Ngay 06-02-2026  100", "101  CONG BAO/So 88/Ngay 06-02-2026",
                                "CONG BAO/So 88/Ngay 06-02-2026  102\nNguyen Van A"}),
                        {})
                .thin_pages,
            (Numbers{1, 2, 3}));
  const auto mixed = extract_pdf(
      pdf_of({kBody, "", "Noi nhan: cac ban dang, cac dang uy truc thuoc, luu Van phong Tinh uy"}), {});
  EXPECT_EQ(mixed.thin_pages, (Numbers{2, 3})) << "a signature beside a picture, perhaps";
  EXPECT_EQ(mixed.pages.size(), 3u);
}

TEST(PdfFile, HostileFiles) {
  const std::string good = pdf_of({kBody});
  EXPECT_EQ(code_of(good), "none");
  EXPECT_EQ(code_of("%PDF-1.4\n"), "damaged");
  EXPECT_EQ(code_of(good.substr(0, 200)), "damaged");
  EXPECT_EQ(code_of(pdf_of({kBody, kBody, kBody}), {.pages = 2}), "too_large");
  EXPECT_EQ(code_of(good, {.output_bytes = 50}), "too_large");
  const std::string key(64, '4');
  EXPECT_EQ(code_of(pdf_of({kBody}, "/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" +
                                        key + "> /U <" + key + "> >> ")),
            "encrypted");
}

}  // namespace
}  // namespace vankien
