// 1. Each page of the paper is a page of text; two columns keep their blanks; a hyphen at a line's end stays.
// 2. Pages with a running header and a few words more are told to be thin; those without even these are wordless.
// 3. Encrypted, damaged and oversized files end in an error of the right kind.
// 4. Words whose letters come from two fonts, as where one lacks the Vietnamese letters, stay whole.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/extract/formats.h"
#include "indexer/extract/utf.h"
#include "tests/indexer/extract/extract_helpers.h"
#include "tests/indexer/extract/pdf_helpers.h"

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
  EXPECT_EQ(mixed.wordless_pages, (Numbers{2}));
}

TEST(PdfFile, AShortLastPageHasWords) {
  const std::string head = "CONG BAO/So 88/Ngay 06-02-2026\n";
  for (const char* end :
       {"Noi nhan:\n- Nhu tren,\n- Luu VT.", "T/M BAN THUONG VU\nBI THU\nLe Thi Sen", "Le Thi Sen"})
    EXPECT_EQ(extract_pdf(pdf_of({head + kBody, head + "99\n" + end, head + "- 3 -"}), {}).wordless_pages,
              (Numbers{3}))
        << end;
}

/// A PDF that shows `lines` as a printer driver does whose font lacks the Vietnamese letters: those come from a second font,
/// wider and a point larger, under codes of its own that only its ToUnicode table explains.
std::string pdf_with_fallback_font(const std::vector<std::u16string>& lines) {
  std::map<char16_t, int> codes;
  std::string stream = "BT 14 TL 60 780 Td ";
  for (const std::u16string& line : lines) {
    std::string run;
    bool fallback = false;
    const auto flush = [&] {
      if (run.empty()) return;
      stream += fallback ? "/F2 12 Tf <" + run + "> Tj " : "/F1 11 Tf (" + run + ") Tj ";
      run.clear();
    };
    for (const char16_t letter : line) {
      if (fallback != (letter > 0x7F)) {
        flush();
        fallback = letter > 0x7F;
      }
      if (fallback) {
        const int code = codes.emplace(letter, static_cast<int>(codes.size()) + 0x21).first->second;
        run += fmt::format("{:02X}", code);
      } else {
        run += static_cast<char>(letter);
      }
    }
    flush();
    stream += "T* ";
  }
  stream += "ET";
  std::string table = "begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n";
  std::string widths;
  for (const auto& [letter, code] : codes)
    table += fmt::format("1 beginbfchar <{:02X}> <{:04X}> endbfchar\n", code, static_cast<unsigned>(letter));
  for (std::size_t i = 0; i < codes.size(); ++i) widths += "600 ";
  table += "endcmap";
  const auto stream_of = [](const std::string& bytes) {
    return fmt::format("<< /Length {} >>\nstream\n{}\nendstream", bytes.size(), bytes);
  };
  return pdf_of_objects(
      {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R /F2 5 0 R >> "
       ">> "
       "/Contents 6 0 R >>",
       "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
       fmt::format(
           "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 33 /LastChar {} /Widths [{}] "
           "/ToUnicode 7 0 R >>",
           32 + codes.size(), widths),
       stream_of(stream), stream_of(table)});
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

TEST(PdfFile, WordsOfTwoFontsStayWhole) {
  const std::vector<std::u16string> lines = {
      u"Ban Chấp hành Đảng bộ tỉnh thảo luận và quyết nghị những nội dung sau đây:",
      u"Thực hiện Quy định số 76-QĐ/TW ngày 15 tháng 6 năm 2022 của Bộ Chính trị;",
      u"các cấp ủy trực thuộc căn cứ tình hình của địa phương, đơn vị mình để xây dựng",
      u"chương trình hành động và báo cáo Ban Thường vụ trước ngày 30 tháng 9 năm 2022.",
      u"Ủy ban kiểm tra đôn đốc, giám sát việc thực hiện; mỗi quý một lần sơ kết, nhắc nhở."};
  const auto text = extract_pdf(pdf_with_fallback_font(lines), {});
  ASSERT_EQ(text.pages.size(), 1u);
  std::string reference;
  for (const std::u16string& line : lines) append_utf16(reference, line + u"\n");
  EXPECT_EQ(words_of(text.pages[0]), words_of(reference));
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
