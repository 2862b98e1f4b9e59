// The program that reads files, beside the indexer.
// 1. Without it a run that has a file to read says so and publishes nothing: what was published stays.
// 2. What another one had read is not taken up by a reindex.

#include <gtest/gtest.h>

#include <fstream>

#include "indexer/pipeline/run.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

class ExtractProgram : public testing::Test {
 protected:
  ExtractProgram() {
    fs::create_directories(source());
    fs::create_directories(programs());
    write("a.txt", "Văn bản về cá chép\n");
    install("vankien-indexer");
  }
  fs::path source() const { return folder_.path() / "archive"; }
  fs::path home() const { return folder_.path() / "home"; }
  fs::path programs() const { return folder_.path() / "programs"; }
  void write(const std::string& name, const std::string& content) const {
    std::ofstream(source() / name) << content;
  }
  // A program in a folder of this test, as a link or as a file of its own.
  void install(const char* name, bool linked = true) const {
    const fs::path built = fs::path(VANKIEN_BINARY_DIR) / "bin" / name;
    fs::remove(programs() / name);
    if (linked)
      fs::create_symlink(built, programs() / name);
    else
      fs::copy_file(built, programs() / name);
  }
  RunOptions options() const {
    RunOptions made;
    made.sources = {source()};
    made.home = home();
    made.self = programs() / "vankien-indexer";
    made.workers = 2;
    return made;
  }
  template <typename Run>
  std::string refusal_of(const Run& run) const {
    RunCounts counts;
    try {
      run(options(), counts);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "published";
  }

  test::TemporaryFolder folder_;
};

TEST_F(ExtractProgram, WithoutItNothingIsLost) {
  install("vankien-extract");
  EXPECT_EQ(refusal_of(reindex), "published");
  const fs::path published = test::current_generation(home());
  fs::remove(programs() / "vankien-extract");
  write("a.txt", "Văn bản về tôm hùm\n");
  const std::string missing =
      "vankien-extract is not installed beside the indexer, in " + programs().string();
  EXPECT_EQ(refusal_of(update), missing);
  EXPECT_EQ(refusal_of(reindex), missing);
  EXPECT_EQ(test::current_generation(home()), published);
  install("vankien-extract");
  EXPECT_EQ(refusal_of(update), "published");
  EXPECT_NE(test::current_generation(home()), published);
}

TEST_F(ExtractProgram, AnotherOneReadsAnew) {
  constexpr int kLines = 100;
  std::ofstream lines(source() / "records.jsonl");
  for (int i = 0; i < kLines; ++i) lines << "{\"id\": \"r" << i << "\", \"body\": \"chim én\"}\n";
  lines.close();
  for (const bool same : {true, false}) {
    install("vankien-extract");
    RunCounts begun;
    RunOptions stopped = options();
    stopped.stop = [&] { return begun.documents > kLines / 2; };
    EXPECT_THROW(reindex(stopped, begun), Stopped);
    if (!same) install("vankien-extract", false);
    RunCounts rest;
    reindex(options(), rest);
    EXPECT_EQ(rest.taken_up > 0, same);
  }
}

}  // namespace
}  // namespace vankien
