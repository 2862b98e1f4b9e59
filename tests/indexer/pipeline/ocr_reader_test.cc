// The real engine on real scans.
// 1. A scan of the sample, 200 dpi and askew, gives at least 98 % of its words; a page of text is left alone.
// 2. What was read is not read again: neither by the next run nor for a copy under another name.
// 3. A page that fails costs itself: too large, too slow, damaged; nothing of it is kept.
// 4. Without the engine's Vietnamese a scan fails for a passing reason that names the package.
// 5. Neither ten thousand pages nor a picture of 900 million pixels on an ordinary page take more than 256 MB.
// 6. A first page that cannot be read puts the document into the highest grade.
#include "indexer/pipeline/ocr_reader.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "indexer/extract/child.h"
#include "indexer/pipeline/read_document.h"
#include "tests/indexer/extract/extract_helpers.h"
#include "tests/indexer/extract/pdf_helpers.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;
using Numbers = std::vector<std::size_t>;

const fs::path kCorpus = fs::path(VANKIEN_SOURCE_DIR) / "corpus";
const fs::path kScan = kCorpus / "sample/tinh/dong-giang/73-tb-vptu-2013-ban-quet.pdf";
const fs::path kManuscript = kCorpus / "manuscripts/dg-73-tb-vptu-2013-ban-quet.txt";
const std::string kBody =
    "Ban Chap hanh Dang bo tinh thao luan va quyet nghi nhung noi dung sau day:\n"
    "Thuc hien Quy dinh so 76-NQ/TW cua Ban Chap hanh Trung uong\n"
    "Cac cap uy truc thuoc can cu tinh hinh cua dia phuong, don vi minh de xay dung\n"
    "chuong trinh hanh dong va bao cao Ban Thuong vu truoc ngay 30 thang 9 nam 2022";
const std::string kOther =
    "Giao Van phong Tinh uy theo doi, don doc viec thuc hien Nghi quyet nay o cac so,\n"
    "nganh va huyen, thanh pho; moi quy mot lan bao cao ket qua voi Thuong truc.\n"
    "Kinh phi lay tu nguon chi thuong xuyen da giao dau nam, khong bo sung ngoai du\n"
    "toan; noi nao lam tot duoc bieu duong, noi nao cham phai kiem diem truoc tap the.";

class Ocr : public testing::Test {
 protected:
  Ocr() {
    options_.home = folder_.path();
    options_.self = fs::path(VANKIEN_BINARY_DIR) / "bin/vankien-indexer";
  }
  fs::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_.path() / name, std::ios::binary) << bytes;
    return folder_.path() / name;
  }
  ExtractedText extract(const fs::path& file) const { return extract_file(file, options_.limits); }
  ReadDocument read(const fs::path& file) {
    OcrReader reader(options_, options_.limits, counts_);
    SourceFile source;
    source.file = file;
    source.path = "s/" + file.filename().string();
    return read_file(source, options_.self, options_.limits, reader);
  }

  test::TemporaryFolder folder_;
  RunOptions options_;
  RunCounts counts_;
};

std::map<std::string, int> words_of(const std::string& text) {
  std::map<std::string, int> words;
  std::string word;
  for (const char c : text + " ") {
    if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c))) {
      word += c;
    } else if (!word.empty()) {
      ++words[word];
      word.clear();
    }
  }
  return words;
}

/// Share of the words of `text` that `read` has, as often.
double found_again(const std::string& text, const std::string& read) {
  auto left = words_of(read);
  int all = 0;
  int found = 0;
  for (const auto& [word, count] : words_of(text)) {
    all += count;
    found += std::min(count, left[word]);
  }
  return static_cast<double>(found) / all;
}

/// Makes a page (from 1) 3.5 m wide and high; as many letters, so that the PDF stays whole.
std::string with_wide_page(std::string pdf, std::size_t page) {
  const std::string narrow = "/MediaBox [0 0 595 842] /Resources";
  const std::string wide = "/MediaBox[0 0 9999 9999]/Resources";
  std::size_t at = pdf.find(narrow);
  while (--page > 0) at = pdf.find(narrow, at + 1);
  return pdf.replace(at, narrow.size(), wide);
}

TEST_F(Ocr, ReadsAScan) {
  std::ifstream in(kManuscript);
  std::stringstream whole;
  whole << in.rdbuf();
  std::string paper = whole.str();
  paper = paper.substr(paper.find("\n---\n", 4) + 5);
  ExtractedText text = extract(kScan);
  EXPECT_EQ(text.thin_pages, (Numbers{1}));
  OcrReader reader(options_, options_.limits, counts_);
  const OcrPages pages = reader.read(kScan, text);
  EXPECT_EQ(pages.read, (Numbers{1}));
  EXPECT_TRUE(pages.poor.empty());
  EXPECT_TRUE(text.warnings.empty());
  EXPECT_GE(found_again(paper, text.pages[0]), 0.98) << text.pages[0];
  EXPECT_EQ(text.pages[0].find("\u00D0"), std::string::npos);
}

TEST_F(Ocr, LeavesTextAlone) {
  const fs::path file = write("a.pdf", pdf_of({kBody, "Noi nhan: luu"}));
  ExtractedText text = extract(file);
  const auto before = text.pages;
  EXPECT_EQ(text.thin_pages, (Numbers{2}));
  OcrReader reader(options_, options_.limits, counts_);
  EXPECT_TRUE(reader.read(file, text).read.empty());
  EXPECT_EQ(text.pages, before);
  EXPECT_EQ(counts_.ocr_pages_read, 1u);
}

TEST_F(Ocr, ReadsAPageOnce) {
  const ReadDocument first = read(kScan);
  EXPECT_EQ(counts_.ocr_pages_read, 1u);
  const fs::path copy = folder_.path() / "copy.pdf";
  fs::copy_file(kScan, copy);
  options_.limits.ocr_seconds = 0;  // no engine could answer
  const ReadDocument again = read(copy);
  EXPECT_EQ(counts_.ocr_pages_read, 1u);
  EXPECT_EQ(counts_.ocr_pages_cached, 1u);
  EXPECT_EQ(again.record.pages, first.record.pages);
  EXPECT_EQ(again.record.ocr_pages, (Numbers{1}));
}

TEST_F(Ocr, APageThatFailsCostsItself) {
  const ReadDocument plan = read(write("plan.pdf", with_wide_page(pdf_of({kBody, "", kOther}), 2)));
  EXPECT_EQ(plan.warnings,
            (std::vector<Warning>{
                {"ocr_failed", "page 2", "too_large: page of 3527 × 3527 mm, too large to be read by OCR"}}));
  EXPECT_EQ(plan.record.pages.size(), 3u);
  EXPECT_EQ(plan.record.grade, Grade::kOpen);
  EXPECT_FALSE(plan.retry);
  EXPECT_EQ(counts_.ocr_pages_read, 0u);
}

/// A first page of A4 that is a picture of 30,000 × 30,000 pixels of one bit, 112 MB unpacked, with a black bar in the middle;
/// and a second of text.
std::string pdf_with_huge_picture() {
  constexpr std::size_t kSide = 30'000;
  std::string bits(kSide / 8 * kSide, '\xFF');
  bits.replace(bits.size() / 2, bits.size() / 100, bits.size() / 100, '\0');
  uLongf size = compressBound(bits.size());
  std::string packed(size, '\0');
  compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(bits.data()),
           bits.size());
  packed.resize(size);
  const auto stream_of = [](const std::string& head, const std::string& bytes) {
    return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", head, bytes.size(), bytes);
  };
  std::string text = "BT /F1 11 Tf 14 TL 60 780 Td (";
  for (const char c : kBody) text += c == '\n' ? std::string(") Tj T* (") : std::string(1, c);
  return pdf_of_objects(
      {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 5 0 R >> >> "
       "/Contents 6 0 R >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 7 0 R >> >> "
       "/Contents 8 0 R >>",
       stream_of("/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /BitsPerComponent 1 "
                 "/ColorSpace /DeviceGray /Filter /FlateDecode",
                 packed),
       stream_of("", "595 0 0 842 0 0 cm /I Do"), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
       stream_of("", text + ") Tj ET")});
}

TEST_F(Ocr, MemoryIsBoundedWhateverThePaper) {
  options_.limits.memory_bytes = std::size_t{256} << 20;
  EXPECT_EQ(error_code_of([&] { read(write("thick.pdf", pdf_of(std::vector<std::string>(10'000)))); }),
            "too_large");
  const ReadDocument plan = read(write("plan.pdf", pdf_with_huge_picture()));
  ASSERT_EQ(plan.record.pages.size(), 2u);
  EXPECT_NE(plan.record.pages[1].find("Quy dinh so 76-NQ/TW"), std::string::npos);
  ASSERT_EQ(plan.warnings.size(), 2u);
  EXPECT_EQ(plan.warnings[0].code, "poor_scan")
      << "it was looked at, and is no writing: " << plan.warnings[0].text;
  EXPECT_EQ(plan.warnings[1].code, "grade_unsure");
}

TEST_F(Ocr, PicturesThatCannotBeRead) {
  // 30,000 × 30,000 pixels of one bit: 112 MB, were it unpacked.
  const std::string huge(
      "II*\0\x08\0\0\0\x07\0"
      "\x00\x01\x04\0\x01\0\0\0\x30\x75\0\0"  // width
      "\x01\x01\x04\0\x01\0\0\0\x30\x75\0\0"  // height
      "\x02\x01\x03\0\x01\0\0\0\x01\0\0\0"    // bits
      "\x06\x01\x03\0\x01\0\0\0\x00\0\0\0"    // 0 is white
      "\x11\x01\x04\0\x01\0\0\0\x08\0\0\0"    // one strip
      "\x16\x01\x04\0\x01\0\0\0\x30\x75\0\0"
      "\x17\x01\x04\0\x01\0\0\0\x10\0\0\0"
      "\0\0\0\0",
      98);
  EXPECT_EQ(error_code_of([&] { read(write("huge.tif", huge)); }), "too_large");
  EXPECT_EQ(error_code_of([&] { read(write("cut.png", "\x89PNG\r\n\x1A\n")); }), "damaged");
  EXPECT_EQ(error_code_of([&] { read(write("blank.pdf", pdf_of({"", ""}))); }), "empty");
  EXPECT_EQ(counts_.ocr_pages_read, 2u) << "a blank page is read, and is blank";
}

TEST_F(Ocr, TimeIsAPagesOwn) {
  options_.limits.ocr_seconds = 0;
  EXPECT_EQ(error_code_of([&] { read(kScan); }), "timeout");
  options_.limits.ocr_seconds = 60;
  EXPECT_EQ(read(kScan).record.ocr_pages, (Numbers{1})) << "a page that was too slow is asked again";
  EXPECT_EQ(counts_.ocr_pages_cached, 0u);
}

TEST_F(Ocr, WithoutVietnameseDataAScanWaits) {
  setenv("TESSDATA_PREFIX", folder_.path().c_str(), 1);
  const ReadDocument mixed = read(write("mixed.pdf", pdf_of({kBody, ""})));
  std::string reason;
  try {
    read(kScan);
  } catch (const ExtractError& error) {
    reason = error.code() + ": " + error.what();
  }
  unsetenv("TESSDATA_PREFIX");
  EXPECT_EQ(reason,
            "missing_program: OCR has no Vietnamese: the Debian package tesseract-ocr-vie is not installed");
  EXPECT_TRUE(mixed.retry);
  ASSERT_EQ(mixed.warnings.size(), 1u);
  EXPECT_EQ(mixed.warnings[0].code, "ocr_failed");
}

TEST_F(Ocr, AnUnreadFirstPageMayBearAnyStamp) {
  const fs::path file = write("a.pdf", with_wide_page(pdf_of({"", kBody}), 1));
  const ReadDocument document = read(file);
  EXPECT_EQ(document.record.grade, Grade::kTuyetMat);
  EXPECT_EQ(document.record.provenance.at("grade"), "unread page");
  ASSERT_EQ(document.warnings.size(), 2u);
  EXPECT_EQ(document.warnings[1].code, "grade_unsure");
}

}  // namespace
}  // namespace vankien
