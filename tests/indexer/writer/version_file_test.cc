// 1. What Xapian writes is read; with no free blocks it is what Xapian still opens, with the same content.
// 2. Whatever is not of its shape is nothing: cut anywhere, with bytes behind, of another format.
// 3. It can tell of other term lists, or none, and nothing else changes.

#include "indexer/writer/version_file.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <fstream>
#include <iterator>

#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

// A database with free blocks: each commit frees those it wrote anew.
fs::path make_database(const test::TemporaryFolder& folder) {
  const fs::path path = folder.path() / "database";
  Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  for (int i = 0; i < 3; ++i) {
    Xapian::Document document;
    document.add_posting("chim", 1);
    document.set_data("én");
    database.add_document(document);
    database.commit();
  }
  return path;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(VersionFile, IsWhatXapianWrites) {
  const test::TemporaryFolder folder;
  const fs::path path = make_database(folder);
  const std::string bytes = read(path / "iamglass");
  const auto found = read_version_file(bytes);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->revision, 3u);
  EXPECT_EQ(found->block_bytes[0], 8192u);
}

TEST(VersionFile, WithoutFreeBlocksIsTheSameDatabase) {
  const test::TemporaryFolder folder;
  const fs::path path = make_database(folder);
  const std::string bytes = read(path / "iamglass");
  const auto empty = without_free_blocks(bytes, {100, 100, 100, 100, 100, 100});
  ASSERT_TRUE(empty);
  EXPECT_NE(*empty, bytes);
  std::ofstream(path / "iamglass", std::ios::binary) << *empty;
  {
    const Xapian::Database database(path.string(), Xapian::DB_BACKEND_GLASS);
    EXPECT_EQ(database.get_doccount(), 3u);
    EXPECT_EQ(database.get_termfreq("chim"), 3u);
  }
  Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
  database.delete_document(1);
  database.commit();
  EXPECT_EQ(fs::file_size(path / "docdata.glass") / 8192, 102u)
      << "the new root, and the list of what it freed";
}

TEST(VersionFile, TellsOfOtherTermLists) {
  const test::TemporaryFolder folder;
  const std::string bytes = read(make_database(folder) / "iamglass");
  const auto with = with_term_lists(bytes, {3, 1, 17, 5});
  ASSERT_TRUE(with);
  EXPECT_EQ(read_version_file(*with)->revision, 3u);
  const auto without = with_term_lists(*with, {});
  EXPECT_NE(without, with);
  EXPECT_EQ(without, with_term_lists(bytes, {}));
  EXPECT_FALSE(with_term_lists(bytes.substr(1), {}));
}

TEST(VersionFile, RefusesBlocksThatAreInUse) {
  const test::TemporaryFolder folder;
  const std::string bytes = read(make_database(folder) / "iamglass");
  EXPECT_FALSE(without_free_blocks(bytes, {}));
}

TEST(VersionFile, RefusesAnotherShape) {
  const test::TemporaryFolder folder;
  const std::string bytes = read(make_database(folder) / "iamglass");
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(read_version_file(bytes.substr(0, size))) << size;
  EXPECT_FALSE(read_version_file(bytes + "x"));
  std::string other = bytes;
  other[15] = static_cast<char>(other[15] + 1);
  EXPECT_FALSE(read_version_file(other));
}

}  // namespace
}  // namespace vankien
