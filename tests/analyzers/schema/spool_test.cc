// 1. Uids of different clearances never meet, and each tells its own.
// 2. A task's first line reads as it was written; another line is an error that names the task.
// 3. Only whole names are files of the spool.
// 4. A waiting task shows what is known of it in the shape of the dialect.

#include "analyzers/schema/spool.h"

#include <gtest/gtest.h>

#include <set>

namespace vankien {
namespace {

TEST(SpoolFormat, UidsTellTheirClearance) {
  std::set<std::uint64_t> uids;
  for (std::size_t grade = 0; grade < kGradeCount; ++grade)
    for (std::uint64_t n = 0; n < 10; ++n) {
      const auto uid = make_task_uid(n, static_cast<Grade>(grade));
      EXPECT_TRUE(uids.insert(uid).second);
      EXPECT_EQ(clearance_of_task(uid), static_cast<Grade>(grade));
    }
}

Handover merge() {
  Handover task;
  task.uid = make_task_uid(7, Grade::kMat);
  task.sequence = 1'779'000'000'000'000'001;
  task.method = HandoverMethod::kMerge;
  task.index = "vanban";
  task.received = 2;
  task.primary_key = "id";
  task.enqueued_at = "2026-05-19T08:30:00.000001Z";
  return task;
}

TEST(SpoolFormat, FirstLineComesBack) {
  const Handover task = merge();
  const Handover read = decode_handover(encode_handover(task), task.uid);
  EXPECT_EQ(read.sequence, task.sequence);
  EXPECT_EQ(read.method, HandoverMethod::kMerge);
  EXPECT_EQ(read.received, 2u);
  EXPECT_EQ(read.primary_key, "id");
  EXPECT_EQ(read.clearance(), Grade::kMat);
  EXPECT_TRUE(read.filter.is_null());
  EXPECT_EQ(encode_handover(read), encode_handover(task));
}

TEST(SpoolFormat, DamageIsTold) {
  for (const std::string line : {"", "{", "[]", R"({"version": 1})", R"({"version": 2})"}) try {
      decode_handover(line, 37);
      ADD_FAILURE() << line;
    } catch (const std::runtime_error& error) {
      EXPECT_NE(std::string(error.what()).find("task 37"), std::string::npos) << error.what();
    }
}

TEST(SpoolFormat, Names) {
  EXPECT_EQ(parse_spool_name("12.task", ".task"), 12u);
  EXPECT_EQ(task_file("/h", 12), "/h/spool/12.task");
  EXPECT_EQ(outcome_file("/h", 12), "/h/spool/12.done");
  for (const char* other :
       {"12.done", ".task", "-1.task", "12a.task", "12.task.tmp", "99999999999999999999.task"})
    EXPECT_FALSE(parse_spool_name(other, ".task")) << other;
  EXPECT_TRUE(is_handed_over_path(handed_over_path(Grade::kToiMat, "a/b")));
  EXPECT_EQ(handed_over_path(Grade::kToiMat, "a/b"), "api/toi-mat/a/b");
  EXPECT_FALSE(is_handed_over_path("apis/open/a"));
  EXPECT_FALSE(is_handed_over_path("api"));
}

TEST(SpoolFormat, ShowsWhatWaits) {
  const auto shown = show_enqueued(merge());
  EXPECT_EQ(shown["uid"], 37);
  EXPECT_EQ(shown["type"], "documentAdditionOrUpdate");
  EXPECT_EQ(shown["details"].dump(), R"({"receivedDocuments":2,"indexedDocuments":null})");
  Handover removal = merge();
  removal.method = HandoverMethod::kRemove;
  EXPECT_EQ(show_enqueued(removal)["details"].dump(),
            R"({"providedIds":2,"deletedDocuments":null,"originalFilter":null})");
  removal.filter = "year = 2021";
  EXPECT_EQ(show_enqueued(removal)["details"].dump(),
            R"({"providedIds":0,"deletedDocuments":null,"originalFilter":"\"year = 2021\""})");
  removal.method = HandoverMethod::kRemoveAll;
  EXPECT_EQ(show_enqueued(removal)["details"].dump(), R"({"deletedDocuments":null})");
}

TEST(SpoolFormat, Times) {
  EXPECT_EQ(format_time(0), "1970-01-01T00:00:00.000000Z");
  EXPECT_EQ(format_time(1'779'179'400'123'456'789), "2026-05-19T08:30:00.123456Z");
}

}  // namespace
}  // namespace vankien
