// 1. A generation counts once CURRENT names it; one that is not published leaves nothing behind.
// 2. What an earlier run left unfinished is removed; numbers never fall.
// 3. The manifest holds size and checksum of every file.
// 4. The last generations are kept, older ones go; never the published one and the one published before.

#include "indexer/generations/generations.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

void fill(const NewGeneration& generation, const std::string& content = "x") {
  fs::create_directories(generation.folder() / "open");
  std::ofstream(generation.folder() / "open" / "file") << content;
}

Manifest manifest() {
  Manifest made;
  made.format = kIndexFormat;
  made.chain = kChainVersion;
  return made;
}

void publish(NewGeneration& generation, std::size_t keep = kKeptGenerations) {
  generation.seal(manifest());
  generation.publish();
  generation.remove_old(keep);
}

TEST(NewGeneration, CountsOncePublished) {
  const test::TemporaryFolder home;
  {
    NewGeneration generation(home.path());
    fill(generation);
    EXPECT_FALSE(read_current(home.path()));
    publish(generation);
  }
  EXPECT_EQ(read_current(home.path()), 1u);
  {
    NewGeneration abandoned(home.path());
    fill(abandoned);
  }
  EXPECT_EQ(read_current(home.path()), 1u);
  EXPECT_FALSE(fs::exists(home.path() / "gen-000002.tmp"));
}

TEST(NewGeneration, RemovesWhatWasLeftUnfinished) {
  const test::TemporaryFolder home;
  fs::create_directories(home.path() / "gen-000007.tmp" / "open");
  fs::create_directories(home.path() / "gen-000009");  // renamed, but CURRENT was not yet replaced
  NewGeneration generation(home.path());
  EXPECT_FALSE(fs::exists(home.path() / "gen-000007.tmp"));
  EXPECT_EQ(generation.number(), 10u);
}

TEST(NewGeneration, ChecksumsEveryFile) {
  const test::TemporaryFolder home;
  NewGeneration generation(home.path());
  fill(generation, "abc");
  publish(generation);
  const Manifest read = read_manifest(home.path() / "gen-000001");
  ASSERT_EQ(read.files.size(), 1u);
  EXPECT_EQ(read.files.at("open/file").bytes, 3u);
  // BLAKE2b-256 of "abc"
  EXPECT_EQ(read.files.at("open/file").blake2b,
            "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(NewGeneration, KeepsTheTwoBefore) {
  const test::TemporaryFolder home;
  for (int i = 0; i < 4; ++i) {
    NewGeneration generation(home.path());
    fill(generation);
    publish(generation);
  }
  EXPECT_EQ(read_current(home.path()), 4u);
  EXPECT_TRUE(fs::exists(home.path() / "gen-000002"));
  EXPECT_FALSE(fs::exists(home.path() / "gen-000001"));
}

TEST(NewGeneration, NeverRemovesThePublishedOneOrTheOneBefore) {
  const test::TemporaryFolder home;
  for (int i = 0; i < 4; ++i) {
    NewGeneration generation(home.path());
    fill(generation);
    publish(generation, 4);
  }
  set_current(home.path(), 1);  // gone back
  NewGeneration generation(home.path());
  EXPECT_EQ(generation.number(), 5u) << "numbers never fall";
  fill(generation);
  publish(generation, 2);
  EXPECT_EQ(list_generations(home.path()), (std::vector<std::uint64_t>{1, 5}));
  EXPECT_EQ(read_current(home.path()), 5u);
}

TEST(Current, IsReadStrictly) {
  const test::TemporaryFolder home;
  for (const char* content : {"", "gen-1\n", "../../etc\n", "gen-000001.tmp\n"}) {
    std::ofstream(home.path() / kCurrentFile) << content;
    EXPECT_THROW(read_current(home.path()), std::runtime_error) << content;
  }
}

}  // namespace
}  // namespace vankien
