// The threads that answer requests:
// 1. jobs begin in the order they came;
// 2. long jobs hold no more than half of the threads: short ones that came later are done meanwhile;
// 3. with one thread long jobs are done as well, in their turn;
// 4. a full queue of one kind refuses that kind alone;
// 5. what is queued is done before the pool is gone, long jobs too.
#include "searchd/http/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>

namespace vankien::http {
namespace {

using Kind = WorkerPool::Kind;

TEST(WorkerPool, JobsBeginInTheirOrder) {
  std::vector<int> order;
  {
    WorkerPool pool(1, 100);
    std::latch go(1);
    pool.submit(Kind::kShort, [&] { go.wait(); });
    for (int i = 0; i < 20; ++i)
      pool.submit(i % 3 == 0 ? Kind::kLong : Kind::kShort, [&, i] { order.push_back(i); });
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
      pool.submit(Kind::kLong, [&, i] {
        const int now = ++running;
        for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) {
        }
        if (i < 2) two_run.count_down();
        go.wait();
        --running;
      });
    two_run.wait();
    pool.submit(Kind::kShort, [&] { short_done.count_down(); });
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
    pool.submit(Kind::kShort, [&] {
      runs.count_down();
      go.wait();
    });
    runs.wait();
    EXPECT_TRUE(pool.submit(Kind::kLong, [&] { ++done; }));
    EXPECT_FALSE(pool.submit(Kind::kLong, [&] { done += 100; }));
    EXPECT_TRUE(pool.submit(Kind::kShort, [&] { ++done; }));
    EXPECT_FALSE(pool.submit(Kind::kShort, [&] { done += 100; }));
    pool.submit_always(Kind::kLong, [&] { ++done; });
    go.count_down();
  }
  EXPECT_EQ(done, 3);
}

}  // namespace
}  // namespace vankien::http
