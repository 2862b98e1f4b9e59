// 1. A page is found again under the same content, number and engine, and under nothing else; also by the next run.
// 2. A full reindex drops what it did not ask for, and nothing of it stays in the file.
// 3. The file is its owner's alone.
#include "indexer/ledger/ocr_cache.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/support/test_archive.h"

namespace vankien {
namespace {

std::string bytes_of(const std::filesystem::path& folder) {
  std::string bytes;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(file.path(), std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(in), {});
  }
  return bytes;
}

TEST(OcrCache, FindsTheSamePageOnly) {
  const test::TemporaryFolder home;
  EXPECT_FALSE(has_ocr_cache(home.path()));
  { OcrCache(home.path()).put("abc", 3, "engine 1", {"văn bản", 91}); }
  OcrCache cache(home.path());
  EXPECT_TRUE(has_ocr_cache(home.path()));
  const auto found = cache.find("abc", 3, "engine 1");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->text, "văn bản");
  EXPECT_EQ(found->confidence, 91);
  EXPECT_FALSE(cache.find("abc", 4, "engine 1"));
  EXPECT_FALSE(cache.find("abd", 3, "engine 1"));
  EXPECT_FALSE(cache.find("abc", 3, "engine 2"));
}

TEST(OcrCache, DropsWhatNobodyAskedFor) {
  const test::TemporaryFolder home;
  {
    OcrCache cache(home.path());
    cache.put("old", 1, "e", {"zyzzyva bí mật " + std::string(20000, 'x'), 90});
    cache.put("kept", 1, "e", {"giữ lại", 90});
  }
  {
    OcrCache cache(home.path());
    EXPECT_TRUE(cache.find("kept", 1, "e"));
    cache.put("new", 1, "e", {"mới", 90});
    ASSERT_NE(bytes_of(home.path()).find("zyzzyva"), std::string::npos);
    cache.drop_unused();
    EXPECT_EQ(bytes_of(home.path()).find("zyzzyva"), std::string::npos);
  }
  OcrCache cache(home.path());
  EXPECT_FALSE(cache.find("old", 1, "e"));
  EXPECT_TRUE(cache.find("kept", 1, "e"));
  EXPECT_TRUE(cache.find("new", 1, "e"));
}

TEST(OcrCache, IsItsOwnersAlone) {
  const test::TemporaryFolder home;
  std::ofstream(home.path() / "ocr.sqlite").close();
  chmod((home.path() / "ocr.sqlite").c_str(), 0644);
  OcrCache cache(home.path());
  cache.put("abc", 1, "e", {"mật", 90});
  for (const auto& file : std::filesystem::directory_iterator(home.path())) {
    struct stat status {};
    ASSERT_EQ(stat(file.path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u) << file.path();
  }
}

}  // namespace
}  // namespace vankien
