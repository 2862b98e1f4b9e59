// 1. One writer at a time; the second learns who holds the lock.
// 2. What a killed indexer had started is waited for: it ends a moment after it.

#include "indexer/generations/home_lock.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <string>
#include <thread>

#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

TEST(HomeLock, IsForOne) {
  const test::TemporaryFolder home;
  const HomeLock lock(home.path());
  try {
    const HomeLock second(home.path());
    FAIL() << "two writers";
  } catch (const HomeLocked& error) {
    const std::string words = error.what();
    EXPECT_NE(words.find("pid " + std::to_string(::getpid()) + " on "), std::string::npos) << words;
    EXPECT_NE(words.find(" since 20"), std::string::npos) << words;
  }
}

// Two processes: one takes the lock, starts another, and is gone. The other holds on until it is told; its number.
pid_t leave_a_child(const fs::path& home) {
  std::array<int, 2> told{};
  EXPECT_EQ(::pipe(told.data()), 0);
  const pid_t holder = ::fork();
  if (holder == 0) {
    const HomeLock lock(home);
    const pid_t child = ::fork();
    if (child == 0) {
      for (;;) ::pause();
    }
    const auto written = ::write(told[1], &child, sizeof child);
    ::_exit(written == sizeof child ? 0 : 1);
  }
  ::close(told[1]);
  pid_t child = 0;
  EXPECT_EQ(::read(told[0], &child, sizeof child), static_cast<ssize_t>(sizeof child));
  ::close(told[0]);
  EXPECT_EQ(::waitpid(holder, nullptr, 0), holder);
  return child;
}

bool is_open_here(const fs::path& path) {
  for (const auto& entry : fs::directory_iterator("/proc/self/fd")) {
    std::error_code error;
    if (fs::read_symlink(entry.path(), error) == path) return true;
  }
  return false;
}

TEST(HomeLock, WaitsForWhatAKilledOneStarted) {
  const test::TemporaryFolder home;
  const pid_t child = leave_a_child(home.path());
  ASSERT_GT(child, 0);
  ASSERT_TRUE(find_lock_holder(home.path())) << "the child holds it";
  std::atomic<bool> is_over = false;
  std::thread ending([&] {
    while (!is_over && !is_open_here(fs::canonical(home.path()) / "lock")) std::this_thread::yield();
    ::kill(child, SIGKILL);
  });
  EXPECT_NO_THROW(HomeLock(home.path()));
  is_over = true;
  ending.join();
}

}  // namespace
}  // namespace vankien
