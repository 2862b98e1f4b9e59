// 1. A scratch folder is this user's alone and gone with its object, whatever lies in it.
// 2. What a killed process left behind is swept away; a folder in use is not.
#include "indexer/extract/scratch_folder.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {
namespace {

TEST(ScratchFolder, GoneWithItsObject) {
  std::filesystem::path path;
  {
    const ScratchFolder scratch;
    path = scratch.path();
    EXPECT_EQ(std::filesystem::status(path).permissions(), std::filesystem::perms::owner_all);
    std::filesystem::create_directories(path / "a/b");
    std::ofstream(path / "a/b/c") << "x";
    std::filesystem::create_directory_symlink("/usr", path / "out");
  }
  EXPECT_FALSE(std::filesystem::exists(path));
  EXPECT_TRUE(std::filesystem::exists("/usr/bin"));
}

TEST(ScratchFolder, LeftoversAreSwept) {
  // In a place of its own: whatever indexer runs beside this test sweeps the common one.
  const TestFolder place;
  ASSERT_EQ(setenv("TMPDIR", place.path().c_str(), 1), 0);
  const ScratchFolder kept;
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const pid_t pid = fork();
  ASSERT_GE(pid, 0);
  if (pid == 0) {
    const ScratchFolder lost;
    const std::string path = lost.path();
    std::ofstream(lost.path() / "paper") << "x";
    if (write(ends[1], path.data(), path.size()) < 0) _exit(1);
    kill(getpid(), SIGKILL);
  }
  close(ends[1]);
  waitpid(pid, nullptr, 0);
  char path[4096] = {};
  ASSERT_GT(read(ends[0], path, sizeof path - 1), 0);
  close(ends[0]);
  ASSERT_TRUE(std::filesystem::exists(path));
  sweep_scratch_folders();
  EXPECT_FALSE(std::filesystem::exists(path));
  EXPECT_TRUE(std::filesystem::exists(kept.path()));
  unsetenv("TMPDIR");
}

}  // namespace
}  // namespace vankien
