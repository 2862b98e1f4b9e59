// The threads that answer requests:
// 1. jobs begin in the order they came;
// 2. long jobs hold no more than half of the threads: short ones that came later are done meanwhile;
// 3. with one thread long jobs are done as well, in their turn;
// 4. a full queue of one kind refuses that kind alone; that of files is short;
// 5. what is queued is done before the pool is gone, long jobs too;
// 6. files that wait keep no long job from beginning;
// 7. however many threads there are, no more files are begun than may be read at once.
#include "searchd/http/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>

#include "searchd/files/at_once.h"

namespace vankien::http {
namespace {

TEST(WorkerPool, JobsBeginInTheirOrder) {
  std::vector<int> order;
  {
    WorkerPool pool(1, 100);
    std::latch go(1);
    pool.submit(Work::kShort, [&] { go.wait(); });
    for (int i = 0; i < 20; ++i)
      pool.submit(i % 3 == 0 ? Work::kLong : Work::kShort, [&, i] { order.push_back(i); });
    go.count_down();
  }
  std::vector<int> expected(20);
  for (int i = 0; i < 20; ++i) expected[static_cast<std::size_t>(i)] = i;
  EXPECT_EQ(order, expected);
}

TEST(WorkerPool, LongJobsLeaveHalfOfTheThreads) {
  std::latch go(1), two_run(2), short_done(1);
  std::atomic<int> running = 0, most = 0;
  {
    WorkerPool pool(4, 100);
    for (int i = 0; i < 6; ++i)
      pool.submit(Work::kLong, [&, i] {
        const int now = ++running;
        for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) {
        }
        if (i < 2) two_run.count_down();
        go.wait();
        --running;
      });
    two_run.wait();
    pool.submit(Work::kShort, [&] { short_done.count_down(); });
    short_done.wait();  // while all long ones wait
    EXPECT_EQ(running, 2);
    go.count_down();
  }
  EXPECT_EQ(running, 0);
  EXPECT_EQ(most, 2);
}

TEST(WorkerPool, AFullQueueRefusesItsKind) {
  std::latch go(1), runs(1);
  std::atomic<int> done = 0;
  {
    WorkerPool pool(1, 1);
    pool.submit(Work::kShort, [&] {
      runs.count_down();
      go.wait();
    });
    runs.wait();
    EXPECT_TRUE(pool.submit(Work::kLong, [&] { ++done; }));
    EXPECT_FALSE(pool.submit(Work::kLong, [&] { done += 100; }));
    EXPECT_TRUE(pool.submit(Work::kShort, [&] { ++done; }));
    EXPECT_FALSE(pool.submit(Work::kShort, [&] { done += 100; }));
    pool.submit_always(Work::kLong, [&] { ++done; });
    go.count_down();
  }
  EXPECT_EQ(done, 3);
}

TEST(WorkerPool, WaitingFilesKeepNoLongJobWaiting) {
  std::latch go(1), reads(1), exported(1);
  std::atomic<int> done = 0, reading = 0, most = 0;
  {
    WorkerPool pool(4, 100);
    const auto file = [&] {
      if (++reading > most) most = reading.load();
      reads.count_down();
      go.wait();
      --reading;
      ++done;
    };
    EXPECT_TRUE(pool.submit(Work::kFile, file));
    reads.wait();
    std::size_t waiting = 0;
    while (waiting < 100 && pool.submit(Work::kFile, [&] {
      if (++reading > most) most = reading.load();
      --reading;
      ++done;
    }))
      ++waiting;
    EXPECT_EQ(waiting, WorkerPool::kMostFiles);
    EXPECT_TRUE(pool.submit(Work::kLong, [&] { exported.count_down(); }));
    exported.wait();  // while one file is read and the others wait
    EXPECT_EQ(done, 0);
    go.count_down();
  }
  EXPECT_EQ(done, 1 + static_cast<int>(WorkerPool::kMostFiles));
  EXPECT_EQ(most, 1);
}

TEST(WorkerPool, ReadsNoMoreFilesAtOnceThanMayBeRead) {
  std::latch go(1), reads(kFilesAtOnce), exported(1);
  std::atomic<std::size_t> reading = 0, most = 0;
  {
    WorkerPool pool(16, 100);
    for (std::size_t i = 0; i < WorkerPool::kMostFiles; ++i)
      EXPECT_TRUE(pool.submit(Work::kFile, [&, i] {
        const std::size_t now = ++reading;
        for (std::size_t seen = most; now > seen && !most.compare_exchange_weak(seen, now);) {
        }
        if (i < kFilesAtOnce) reads.count_down();
        go.wait();
        --reading;
      }));
    reads.wait();
    EXPECT_TRUE(pool.submit(Work::kLong, [&] { exported.count_down(); }));
    exported.wait();  // begun after the files, which might have been begun by now
    go.count_down();
  }
  EXPECT_EQ(most, kFilesAtOnce);
}

}  // namespace
}  // namespace vankien::http
