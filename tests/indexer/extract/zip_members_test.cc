// 1. All files of an archive come out with their bytes; folders and what archivers hide do not.
// 2. Names in a legacy encoding are readable; others are code page 437.
// 3. Links, devices and members under a password fail alone; the rest comes out.
// 4. Too many members, too many bytes and a bomb are refused before they cost anything.
// 5. An office document and a file that only bears the name are no containers.
// 6. A cut archive is damaged, an empty one empty.

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/indexer/extract/unpack_helpers.h"

namespace vankien {
namespace {

class ZipArchive : public testing::Test {
 protected:
  bool unpack(std::string_view bytes, const UnpackBudget& budget = {}, const ExtractLimits& limits = {}) {
    return unpack_file(folder_.write("made.zip", bytes), limits, budget, sink_);
  }
  std::string code_of(std::string_view bytes, const UnpackBudget& budget = {}) {
    return error_code_of([&] { unpack(bytes, budget); });
  }
  TestFolder folder_;
  Collected sink_;
};

TEST_F(ZipArchive, GivesAllFiles) {
  EXPECT_TRUE(unpack(zip_of({{"năm 2022/05-NQ.txt", "một"},
                             {"thư mục/", ""},
                             {"../../x.txt", "hai"},
                             {"__MACOSX/._a", "?"},
                             {".DS_Store", "?"}})));
  EXPECT_EQ(sink_.names(), "năm 2022/05-NQ.txt|../../x.txt|");  // made safe by whoever makes a path of it
  EXPECT_EQ(sink_.members[0].second, "một");
  EXPECT_EQ(sink_.members[1].second, "hai");
  EXPECT_TRUE(sink_.failed.empty());
}

TEST_F(ZipArchive, ReadsLegacyNames) {
  // "Nghị quyết về công tác cán bộ.txt", "Báo cáo tổng kết.txt" in TCVN3
  EXPECT_TRUE(unpack(odd_zip_of({{"Ngh\xDE quy\xD5t v\xD2 c\xABng t\xB8\x63 c\xB8n b\xE9.txt", "a"},
                                 {"B\xB8o c\xB8o t\xE6ng k\xD5t.txt", "b"}})));
  EXPECT_EQ(sink_.names(), "Nghị quyết về công tác cán bộ.txt|Báo cáo tổng kết.txt|");
}

TEST_F(ZipArchive, TakesOtherNamesForCodePage437) {
  EXPECT_TRUE(unpack(odd_zip_of({{"R\x82sum\x82.txt", "a"}})));
  EXPECT_EQ(sink_.names(), "Résumé.txt|");
}

TEST_F(ZipArchive, LeavesOutWhatIsNoFile) {
  EXPECT_TRUE(unpack(odd_zip_of({{"link.txt", "/etc/passwd", S_IFLNK | 0777},
                                 {"device", "", S_IFBLK | 0600},
                                 {"secret.txt", "mật", 0, "khóa"},
                                 {"plain.txt", "chữ", S_IFREG | 0644}})));
  EXPECT_EQ(sink_.names(), "plain.txt|");
  using Failed = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(sink_.failed,
            (Failed{{"link.txt", "no_file"}, {"device", "no_file"}, {"secret.txt", "encrypted"}}));
}

TEST_F(ZipArchive, RefusesWhatIsTooMuch) {
  EXPECT_EQ(code_of(zip_of({{"a", "1"}, {"b", "2"}, {"c", "3"}}), {.members = 2}), "too_large");
  EXPECT_EQ(code_of(zip_of({{"a", std::string(600, 'a')}, {"b", std::string(600, 'b')}}), {.bytes = 1000}),
            "too_large");
  EXPECT_TRUE(sink_.members.empty());
  EXPECT_TRUE(unpack(zip_of({{"bomb.txt", std::string(30u << 20, '\0')}, {"good.txt", "chữ"}})));
  EXPECT_EQ(sink_.names(), "good.txt|");
  EXPECT_EQ(sink_.failed[0].second, "too_large");
}

TEST_F(ZipArchive, KnowsWhatIsNoContainer) {
  EXPECT_FALSE(unpack(docx_of(paragraph("chữ"))));
  EXPECT_FALSE(unpack("%PDF-1.4\n"));
  EXPECT_FALSE(unpack("chữ"));
  EXPECT_TRUE(sink_.members.empty());
}

TEST_F(ZipArchive, SaysWhatIsWrong) {
  const std::string whole = zip_of({{"a.txt", "một"}});
  EXPECT_EQ(code_of(whole.substr(0, whole.size() / 2)), "damaged");
  EXPECT_EQ(code_of(std::string("PK\x05\x06") + std::string(18, '\0')), "empty");
  EXPECT_EQ(code_of(""), "empty");
}

}  // namespace
}  // namespace vankien
