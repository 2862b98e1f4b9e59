// 1. What a child may have failed at for want of memory is tried once more, by a lone child that is given more; what fails
//    for another reason is not, nor where there is no more to give.
// 2. While a lone child runs no other does.
// 3. A .doc that is read without LibreOffice, for which there is too little memory, is read by a lone child that has enough.

#include "indexer/extract/child_room.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "indexer/extract/child.h"
#include "indexer/extract/office.h"
#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {
namespace {

constexpr std::size_t kShare = 100;
constexpr std::size_t kAlone = 300;

class ChildRoomTest : public testing::Test {
 protected:
  ChildRoomTest() { ChildRoom::of_process().give_a_lone_child(kAlone); }
  ~ChildRoomTest() override { ChildRoom::of_process().give_a_lone_child(0); }

  /// What children were given, one after the other, that fail with `code` below `needs` bytes.
  static std::vector<std::size_t> given(const std::string& code, std::size_t needs,
                                        std::string* error = nullptr) {
    std::vector<std::size_t> all;
    const std::string ended = error_code_of([&] {
      in_child_room({.memory_bytes = kShare}, [&](const ExtractLimits& limits) {
        all.push_back(limits.memory_bytes);
        if (limits.memory_bytes < needs) throw ExtractError(code, "too little");
        return 0;
      });
    });
    if (error != nullptr) *error = ended;
    return all;
  }
};

TEST_F(ChildRoomTest, TriesOnceMoreWithMore) {
  using Given = std::vector<std::size_t>;
  std::string error;
  EXPECT_EQ(given("out_of_memory", kShare, &error), Given{kShare});
  EXPECT_EQ(error, "none");
  for (const char* code : {"out_of_memory", "crashed", "damaged"}) {
    EXPECT_EQ(given(code, kAlone, &error), (Given{kShare, kAlone})) << code;
    EXPECT_EQ(error, "none");
  }
  EXPECT_EQ(given("out_of_memory", kAlone + 1, &error), (Given{kShare, kAlone}));
  EXPECT_EQ(error, "out_of_memory");
  EXPECT_EQ(given("encrypted", kAlone, &error), Given{kShare});
  EXPECT_EQ(error, "encrypted");
  ChildRoom::of_process().give_a_lone_child(kShare);
  EXPECT_EQ(given("out_of_memory", kAlone, &error), Given{kShare});
}

TEST_F(ChildRoomTest, ALoneChildIsAlone) {
  std::atomic<int> running{0};
  std::atomic<int> lone{0};
  std::atomic<int> met{0};
  const auto work = [&](unsigned seed) {
    for (unsigned i = 0; i < 2000; ++i)
      in_child_room({.memory_bytes = kShare}, [&](const ExtractLimits& limits) {
        const bool alone = limits.memory_bytes == kAlone;
        const int others = running++;
        if (alone) ++lone;
        if (alone && others != 0) ++met;
        std::this_thread::yield();
        if (alone && running != 1) ++met;
        --running;
        if (!alone && (i + seed) % 7 == 0) throw ExtractError("out_of_memory", "too little");
        return 0;
      });
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned seed = 0; seed < 4; ++seed) threads.emplace_back(work, seed);
  }
  EXPECT_GT(lone, 1000);
  EXPECT_EQ(met, 0);
}

TEST_F(ChildRoomTest, AWordFileThatWantsLibreOfficeIsReadAlone) {
  const std::filesystem::path program = std::filesystem::path(VANKIEN_BINARY_DIR) / "bin/vankien-extract";
  const std::filesystem::path file =
      std::filesystem::path(VANKIEN_SOURCE_DIR) / "tests/indexer/extract/data/cellar.doc";
  const auto is_makeshift = [&] {
    const ExtractedText text = extract_in_child(program, file, {.memory_bytes = std::size_t{300} << 20});
    return std::any_of(text.warnings.begin(), text.warnings.end(),
                       [](const Warning& warning) { return warning.code == kLinesOutOfPlace; });
  };
  ChildRoom::of_process().give_a_lone_child(0);
  EXPECT_TRUE(is_makeshift());
  ChildRoom::of_process().give_a_lone_child(std::size_t{1} << 30);
  EXPECT_FALSE(is_makeshift());
}

}  // namespace
}  // namespace vankien
