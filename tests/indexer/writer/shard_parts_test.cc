// 1. However little memory a worker has, and however many workers there are, the same documents make the same databases.
// 2. A part is taken up if its runs are whole, hold what was told, and only documents of wanted files. A
//    run that differs in one bit from what was written is not.

#include "indexer/writer/shard_parts.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <fstream>

#include "indexer/writer/index_writer.h"
#include "indexer/writer/run/run_files.h"
#include "tests/support/database_content.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

constexpr int kRecords = 60;

Record record(int i) {
  const std::string number = std::to_string(i);
  Record made = test::make_record("id" + number, number + "-NQ/TU", "Nghị quyết " + number,
                                  "Công tác cán bộ xã số " + number + " và rừng", "2022-06-01",
                                  i % 10 == 3   ? Grade::kMat
                                  : i % 10 == 4 ? Grade::kToiMat
                                                : Grade::kOpen);
  made.path = "archive/" + std::to_string(i / 5);
  return made;
}

// Documents by their ids: numbers differ with the order in which workers wrote.
std::string describe(const fs::path& generation) {
  std::string all;
  for (const auto grade : kGradeNames) {
    const Xapian::Database database((generation / grade).string(), Xapian::DB_BACKEND_GLASS);
    EXPECT_EQ(Xapian::Database::check((generation / grade).string(), 0, nullptr), 0u);
    all += std::string(grade) + "\n";
    for (const std::string& told : test::content_of(database)) all += told + "\n";
  }
  return all;
}

TEST(ShardWriter, MakesTheSameWithLittleMemory) {
  const test::TemporaryFolder folder;
  std::string first;
  for (const std::size_t memory : {ShardWriter::kMemory, std::size_t{1}, std::size_t{60'000}}) {
    const fs::path shards = folder.path() / "shards";
    ShardWriter one(shards / "1-0-0", memory);
    ShardWriter other(shards / "1-1-0", memory);
    for (int i = 0; i < kRecords; ++i) (memory == 1 && i % 3 == 0 ? other : one).add(record(i));
    int documents = 0;
    for (ShardWriter* writer : {&one, &other})
      for (const std::uint32_t of_grade : writer->finish()) documents += static_cast<int>(of_grade);
    EXPECT_EQ(documents, kRecords) << memory;
    // With no memory at all a run is one document.
    EXPECT_EQ(find_runs(shards, "open").size() == 48, memory == 1);
    const fs::path generation = folder.path() / "generation";
    merge_shards(shards, generation);
    if (first.empty()) first = describe(generation);
    EXPECT_EQ(describe(generation), first) << memory;
    fs::remove_all(shards);
    fs::remove_all(generation);
  }
}

TEST(ShardParts, AreTakenUpWhole) {
  const test::TemporaryFolder folder;
  const fs::path part = folder.path() / "shards" / "1-0-0";
  ShardWriter writer(part);
  for (int i = 0; i < kRecords; ++i) writer.add(record(i));
  const LastIds documents = writer.finish();
  EXPECT_EQ(documents, (LastIds{48, 0, 6, 6, 0}));

  std::unordered_set<std::string> wanted = {"archive/99"};
  for (int i = 0; i < kRecords; ++i) wanted.insert(record(i).path);
  EXPECT_TRUE(is_wanted_part(part, documents, wanted));
  for (const char* path : {"archive/0", "archive/11"}) {
    std::unordered_set<std::string> fewer = wanted;
    fewer.erase(path);
    EXPECT_FALSE(is_wanted_part(part, documents, fewer)) << path;
  }
  LastIds more = documents;
  ++more[3];
  EXPECT_FALSE(is_wanted_part(part, more, wanted));

  {
    std::fstream run(part / run_name(0, "mat"), std::ios::in | std::ios::out | std::ios::binary);
    run.seekp(50);
    const char was = static_cast<char>(run.get());
    run.seekp(50);
    run.put(static_cast<char>(was ^ 1));
  }
  EXPECT_FALSE(is_wanted_part(part, documents, wanted));
  fs::resize_file(part / run_name(0, "mat"), 100);
  EXPECT_FALSE(is_wanted_part(part, documents, wanted));
  fs::remove(part / run_name(0, "mat"));
  EXPECT_FALSE(is_wanted_part(part, documents, wanted));
}

}  // namespace
}  // namespace vankien
