// 1. A program gets the file as its standard input, nothing else of ours, and its words as they are.
// 2. One that is absent, hangs, says too much or dies is an error of the file that names it, and is gone afterwards.
// 3. It starts no second process, but threads.
#include "indexer/extract/program.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {
namespace {

Program script(const TestFolder& folder, const std::string& commands) {
  const auto file = folder.write("program.sh", "#!/bin/sh\n" + commands + "\n");
  chmod(file.c_str(), 0700);
  return {file, {"$(id)", "a b"}, "some-package"};
}

TEST(Program, GetsTheFileAndNothingElse) {
  const TestFolder folder;
  const auto file = folder.write("-x; id", "nội dung");
  const auto end = run_program(
      script(folder, "read -r line; echo \"$line\"; echo \"$1|$2|$HOME\"; echo oh >&2; exit 3"), file, {});
  EXPECT_EQ(end.output, "nội dung\n$(id)|a b|\n");
  EXPECT_EQ(end.errors, "oh\n");
  EXPECT_EQ(end.status, 3);
}

TEST(Program, WritesFilesInAFolderOfItsOwnOnly) {
  const TestFolder folder;
  const auto file = folder.write("a", "x");
  Program program = script(folder, "read -r line; printf %s \"$line\" > copy; echo $HOME");
  program.folder = folder.path();
  program.environment = {"HOME=/nowhere"};
  EXPECT_EQ(run_program(program, file, {}).output, "/nowhere\n");
  EXPECT_EQ(bytes_of(folder.path() / "copy"), "x");
}

TEST(Program, CannotWriteFiles) {
  const TestFolder folder;
  const auto file = folder.write("a", "x");
  const auto target = (folder.path() / "made").string();
  run_program(script(folder, "trap '' XFSZ; echo x > " + target), file, {});
  EXPECT_TRUE(!std::filesystem::exists(target) || std::filesystem::file_size(target) == 0);
}

TEST(Program, BadOnesAreErrorsOfTheFile) {
  struct Case {
    const char* commands;
    const char* code;
  };
  const Case cases[] = {
      {"exec tail -f /dev/null", "timeout"}, {"exec cat /dev/zero", "too_large"},
      {"exec cat /dev/zero >&2", "timeout"}, {"kill -SEGV $$", "crashed"},
      {"kill -XCPU $$", "timeout"},          {"exit 127", "crashed"},
  };
  const TestFolder folder;
  const auto file = folder.write("a", "x");
  for (const Case& one : cases) {
    const auto program = script(folder, one.commands);
    const unsigned seconds = std::string_view(one.code) == "timeout" ? 1 : 60;
    EXPECT_EQ(error_code_of([&] { run_program(program, file, {.output_bytes = 1000, .seconds = seconds}); }),
              one.code)
        << one.commands;
  }
}

TEST(Program, AbsentOneNamesItsPackage) {
  const TestFolder folder;
  try {
    run_program({"/nowhere/reader", {}, "some-package"}, folder.write("a", "x"), {});
    FAIL();
  } catch (const ExtractError& error) {
    EXPECT_EQ(error.code(), "missing_program");
    EXPECT_NE(std::string(error.what()).find("some-package"), std::string::npos);
  }
}

TEST(Program, StartsNoSecondOne) {
  const TestFolder folder;
  const auto file = folder.write("a", "x");
  // At most 300, should nothing hold it.
  const char* bomb =
      "my $made = 0; for (1 .. 300) { my $child = fork; last if defined $child && $child == 0;"
      "if (defined $child) { $made++ } } print \"made $made\\n\";";
  EXPECT_EQ(run_program({"/usr/bin/perl", {"-e", bomb}, "perl"}, file, {}).output, "made 0\n");
  const char* threads = "use threads; print threads->create(sub { 'a thread' })->join;";
  EXPECT_EQ(run_program({"/usr/bin/perl", {"-e", threads}, "perl"}, file, {}).output, "a thread");
}

}  // namespace
}  // namespace vankien
