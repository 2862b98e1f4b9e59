// 1. Each clearance counts its tasks from 0 without gaps; a spool opened again goes on.
// 2. What was accepted is whole on disk, in the order it came, readable by its owner alone.
// 3. A task is found while it waits and when it is done; others are not. Lists end at the clearance.
// 4. Threads that hand over at once lose nothing.
// 5. A disk that cannot be written to is an error, and nothing counts as accepted.

#include "searchd/spool/spool.h"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "tests/support/test_archive.h"

namespace vankien {
namespace {

std::uint64_t accept(Spool& spool, Grade clearance, const std::string& lines = "{\"id\":\"a\"}\n") {
  Handover task;
  task.index = "vanban";
  task.received = 1;
  spool.accept(task, clearance, lines);
  return task.uid;
}

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

void finish(const std::filesystem::path& home, std::uint64_t uid) {
  std::ofstream(outcome_file(home, uid)) << R"({"uid": )" << uid << R"(, "status": "succeeded"})"
                                         << "\n";
  std::filesystem::remove(task_file(home, uid));
}

TEST(Spool, CountsByClearance) {
  const test::TemporaryFolder home;
  {
    Spool spool(home.path());
    EXPECT_EQ(accept(spool, Grade::kOpen), 0u);
    EXPECT_EQ(accept(spool, Grade::kTuyetMat), 4u);
    EXPECT_EQ(accept(spool, Grade::kOpen), 5u);
  }
  finish(home.path(), 5);
  Spool spool(home.path());
  EXPECT_EQ(accept(spool, Grade::kOpen), 10u);
  EXPECT_EQ(accept(spool, Grade::kTuyetMat), 9u);
  EXPECT_EQ(accept(spool, Grade::kMat), 2u);
}

TEST(Spool, KeepsWholeWorkInOrder) {
  const test::TemporaryFolder home;
  Spool spool(home.path());
  std::uint64_t last = 0;
  for (const Grade clearance : {Grade::kMat, Grade::kOpen, Grade::kMat}) {
    const auto uid = accept(spool, clearance, "{\"id\":\"ă\"}\n");
    const std::string content = read(task_file(home.path(), uid));
    const auto end = content.find('\n');
    EXPECT_EQ(content.substr(end + 1), "{\"id\":\"ă\"}\n");
    const Handover task = decode_handover(content.substr(0, end), uid);
    EXPECT_GT(task.sequence, last);
    last = task.sequence;
    EXPECT_EQ(std::filesystem::status(task_file(home.path(), uid)).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  }
  for (const auto& entry : std::filesystem::directory_iterator(home.path() / kSpoolFolder))
    EXPECT_EQ(entry.path().extension(), ".task");
}

TEST(Spool, FindsAndLists) {
  const test::TemporaryFolder home;
  Spool spool(home.path());
  EXPECT_TRUE(spool.uids(Grade::kTuyetMat).empty());
  const auto low = accept(spool, Grade::kOpen), high = accept(spool, Grade::kMat);
  EXPECT_EQ(spool.find(low)->at("status"), "enqueued");
  EXPECT_FALSE(spool.find(low + 5));
  EXPECT_EQ(spool.uids(Grade::kOpen), std::vector<std::uint64_t>{low});
  EXPECT_EQ(spool.uids(Grade::kMat), (std::vector<std::uint64_t>{high, low}));
  EXPECT_TRUE(spool.is_busy(Grade::kOpen));
  finish(home.path(), low);
  EXPECT_EQ(spool.find(low)->at("status"), "succeeded");
  EXPECT_FALSE(spool.is_busy(Grade::kInternal));
  EXPECT_TRUE(spool.is_busy(Grade::kMat));
}

TEST(Spool, ManyAtOnce) {
  const test::TemporaryFolder home;
  Spool spool(home.path());
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
      threads.emplace_back([&] {
        for (int n = 0; n < 10; ++n) accept(spool, Grade::kInternal);
      });
  }
  const auto uids = spool.uids(Grade::kInternal);
  ASSERT_EQ(uids.size(), 80u);
  EXPECT_EQ(uids.front(), make_task_uid(79, Grade::kInternal));
}

TEST(Spool, TellsWhatTheDiskRefuses) {
  const test::TemporaryFolder home;
  std::ofstream(home.path() / kSpoolFolder) << "a file where the folder should be";
  Spool spool(home.path());
  EXPECT_THROW(accept(spool, Grade::kOpen), std::exception);
  EXPECT_TRUE(spool.uids(Grade::kTuyetMat).empty());
}

}  // namespace
}  // namespace vankien
