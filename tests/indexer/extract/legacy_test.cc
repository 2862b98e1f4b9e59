// 1. Mis-read text of any format is decoded as a whole, pages and all, and a warning says from what.
// 2. Soft hyphens go only after decoding: the one of TCVN3 is the letter ư.
// 3. Right text passes unchanged and without a warning.
// 4. Every line end of Unicode is a line feed.
#include "indexer/extract/legacy.h"

#include <gtest/gtest.h>

#include "tests/indexer/extract/extract_helpers.h"
#include "tests/support/legacy_writer.h"

namespace vankien {
namespace {

const char* const kFirst =
    "Thường trực Huyện ủy lưu ý: nước rút chậm, chưa được gieo sạ trước ngày mồng mười\n";

TEST(Legacy, PagesTogether) {
  ExtractedText text;
  text.pages = {shown_as_windows_1252(write_legacy(LegacyEncoding::kTcvn3, kFirst)),
                shown_as_windows_1252(write_legacy(LegacyEncoding::kTcvn3, "Bộ Y tế\n"))};
  decode_legacy(text);
  EXPECT_EQ(text.pages, (std::vector<std::string>{kFirst, "Bộ Y tế\n"}));
  EXPECT_EQ(text.warnings, (std::vector<Warning>{{"decoded_legacy", "", "decoded from TCVN3"}}));
}

TEST(Legacy, SoftHyphens) {
  ExtractedText text;
  text.pages = {std::string("hội\u00AD nghị ") + kFirst};
  decode_legacy(text);
  EXPECT_EQ(text.pages.front(), std::string("hội nghị ") + kFirst);
  EXPECT_TRUE(text.warnings.empty());
}

TEST(Legacy, EveryLineEndIsALineFeed) {
  const TestFolder folder;
  const std::string first = std::string(kFirst).substr(0, std::string(kFirst).size() - 1);
  const auto file = folder.write("a.txt", first + "\u2028MẬT\u2029Số 1\u0085" + "Số 2\vSố 3");
  EXPECT_EQ(joined(extract_file(file, {})), first + "\nMẬT\nSố 1\nSố 2\nSố 3\n");
}

// A whole docx, as Word writes one typed in .VnTime: the letter ư is a soft hyphen, as a character or an element.
TEST(Legacy, DocxInTcvn3) {
  const std::string shown = shown_as_windows_1252(write_legacy(LegacyEncoding::kTcvn3, kFirst));
  std::string body = shown.substr(0, shown.size() - 1);
  const auto first = body.find("\u00AD");
  ASSERT_NE(first, std::string::npos);
  body.replace(first, 2, "</w:t><w:softHyphen/><w:t>");
  const TestFolder folder;
  const ExtractedText text =
      extract_file(folder.write("a.docx", docx_of("<w:p><w:r><w:t>" + body + "</w:t></w:r></w:p>")), {});
  EXPECT_EQ(joined(text), kFirst);
  EXPECT_EQ(text.warnings, (std::vector<Warning>{{"decoded_legacy", "", "decoded from TCVN3"}}));
}

}  // namespace
}  // namespace vankien
