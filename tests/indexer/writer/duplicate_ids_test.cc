// 1. Of documents with the same id all but one are found: the highest grade stays, of equal grades the first by path, then by place.
// 2. However little memory there is and however they lie in runs, the same ones are found.
// 3. What was handed over gives way in its own grade only.
// 4. Merged without them, the databases are those of the others alone.

#include "indexer/writer/duplicate_ids.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <random>
#include <set>

#include "analyzers/schema/spool.h"
#include "indexer/writer/index_writer.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

std::string show(const IdClaim& claim) {
  return claim.id + " " + std::string(kGradeNames[static_cast<std::size_t>(claim.grade)]) + " " + claim.path +
         (claim.place.empty() ? "" : " " + claim.place);
}

class Duplicates : public testing::Test {
 protected:
  fs::path shards() const { return folder_.path() / "shards"; }

  Record record(const IdClaim& claim) const {
    Record made = test::make_record(claim.id, "", "Tiêu đề", "rừng " + claim.path, "2022-06-01", claim.grade);
    made.path = claim.path;
    return made;
  }
  // Each claim goes to the next of some workers, each of which writes runs of a few documents.
  void write(const std::vector<IdClaim>& claims, std::size_t workers, std::size_t memory) const {
    fs::remove_all(shards());
    std::vector<std::unique_ptr<ShardWriter>> writers;
    for (std::size_t i = 0; i < workers; ++i)
      writers.push_back(std::make_unique<ShardWriter>(shards() / std::to_string(i), memory));
    for (std::size_t i = 0; i < claims.size(); ++i)
      writers[i % workers]->add(record(claims[i]), claims[i].place);
    for (auto& writer : writers) writer->finish();
  }
  std::set<std::string> find(std::size_t memory) {
    std::set<std::string> told;
    left_out_ = find_duplicates(shards(), memory, [&](const IdClaim& loser, const IdClaim& winner) {
      told.insert(show(loser) + " < " + show(winner));
    });
    return told;
  }

  test::TemporaryFolder folder_;
  LeftOut left_out_;
};

TEST_F(Duplicates, OneOfThemOutranksTheOthers) {
  std::vector<IdClaim> claims = {
      {Grade::kOpen, "1", "a/1", ""},           {Grade::kMat, "1", "a/2", ""},
      {Grade::kInternal, "1", "a/0", ""},       {Grade::kOpen, "2", "a/9", ""},
      {Grade::kOpen, "2", "a/8", "line 12"},    {Grade::kOpen, "2", "a/8", "line 9"},
      {Grade::kOpen, "alone", "a/8", "line 1"}, {Grade::kMat, "alone2", "a/1", ""}};
  const std::set<std::string> expected = {"1 internal a/0 < 1 mat a/2", "1 open a/1 < 1 mat a/2",
                                          "2 open a/8 line 12 < 2 open a/8 line 9",
                                          "2 open a/9 < 2 open a/8 line 9"};
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(claims.begin(), claims.end(), random);
    write(claims, 1 + random() % 4, round % 2 == 0 ? 1 : ShardWriter::kMemory);
    for (const std::size_t memory : {std::size_t{1}, std::size_t{60}, std::size_t{1} << 20})
      EXPECT_EQ(find(memory), expected) << round << " " << memory;
    std::size_t left_out = 0;
    for (const auto& [run, numbers] : left_out_) left_out += numbers.size();
    EXPECT_EQ(left_out, expected.size());
  }
}

TEST_F(Duplicates, WhatWasHandedOverGivesWayInItsOwnGrade) {
  const std::string open = handed_over_path(Grade::kOpen, "x");
  const std::string secret = handed_over_path(Grade::kMat, "x");
  write({{Grade::kOpen, "x", open, ""}, {Grade::kMat, "x", secret, ""}}, 2, ShardWriter::kMemory);
  EXPECT_EQ(find(1000), std::set<std::string>{});
  write({{Grade::kOpen, "x", open, ""}, {Grade::kMat, "x", secret, ""}, {Grade::kMat, "x", "a/1", ""}}, 3, 1);
  EXPECT_EQ(find(1000), std::set<std::string>{"x mat " + secret + " < x mat a/1"});
  // The file's document in the same grade is not published itself.
  write({{Grade::kOpen, "x", open, ""}, {Grade::kOpen, "x", "a/0", ""}, {Grade::kMat, "x", "a/1", ""}}, 1, 1);
  EXPECT_EQ(find(1000), std::set<std::string>{"x open a/0 < x mat a/1"});
}

TEST_F(Duplicates, AreNotMerged) {
  write({{Grade::kOpen, "1", "lost", ""},
         {Grade::kMat, "1", "won", ""},
         {Grade::kInternal, "2", "kept", ""},
         {Grade::kInternal, "2", "later", ""}},
        1, ShardWriter::kMemory);
  EXPECT_EQ(find(1000).size(), 2u);
  fs::create_directories(folder_.path() / "generation");
  merge_shards(shards(), folder_.path() / "generation", left_out_);
  std::string all;
  for (const auto grade : kGradeNames) {
    const fs::path path = folder_.path() / "generation" / grade;
    EXPECT_EQ(Xapian::Database::check(path.string(), 0, nullptr), 0u);
    const Xapian::Database database(path.string(), Xapian::DB_BACKEND_GLASS);
    all += std::string(grade) + " " + std::to_string(database.get_doccount());
    for (const char* word : {"lost", "won", "kept", "later"})
      if (database.term_exists(word)) all += std::string(" ") + word;
    all += "\n";
  }
  EXPECT_EQ(all, "open 0\ninternal 1 kept\nmat 1 won\ntoi-mat 0\ntuyet-mat 0\n");
}

}  // namespace
}  // namespace vankien
