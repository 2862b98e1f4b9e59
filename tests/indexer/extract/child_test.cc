// 1. What extract_file says in a child arrives unchanged: texts, properties, warnings, errors.
// 2. A child that hangs, crashes, says nonsense or says too much is an error of its file, and is gone
// afterwards.
// 3. Many threads may start children at once.
// 4. A child that comes to no work for want of a processor is waited for.
#include "indexer/extract/child.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <system_error>
#include <thread>

#include "indexer/extract/child_answer.h"
#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {
namespace {

/// The child is this test program again: it answers before GoogleTest's main is reached.
__attribute__((constructor)) void answer_as_child(int argc, char** argv) {
  if (is_extract_one(argc, argv)) _exit(extract_one_main(argc, argv));
}

std::filesystem::path self() { return std::filesystem::read_symlink("/proc/self/exe"); }

std::filesystem::path script(const TestFolder& folder, const std::string& commands) {
  const auto file = folder.write("child.sh", "#!/bin/sh\n" + commands + "\n");
  chmod(file.c_str(), 0700);
  return file;
}

TEST(Child, TextArrivesUnchanged) {
  const TestFolder folder;
  const auto file = folder.write("-lạ tên\".html", "<title>t</title><p>Đảng \"ủy\" \\ &lt;x&gt;</p>");
  const auto text = extract_in_child(self(), file, {});
  EXPECT_EQ(joined(text), "Đảng \"ủy\" \\ <x>\n");
  EXPECT_EQ(text.properties.at("title"), "t");
}

TEST(Child, ErrorsArriveUnchanged) {
  const TestFolder folder;
  const auto code = [&](const std::string& name, const std::string& bytes) {
    const auto file = folder.write(name, bytes);
    return error_code_of([&] { extract_in_child(self(), file, {}); });
  };
  EXPECT_EQ(code("a.txt", "x\xFF"), "bad_encoding");
  EXPECT_EQ(code("a.pdf", "%PDF-1.4 not really"), "damaged");
  EXPECT_EQ(code("a.docx", "PK\x03\x04 not really"), "damaged");
  EXPECT_EQ(code("a.xls", "x"), "damaged");
  EXPECT_EQ(code("a.xyz", "x"), "unsupported_format");
}

TEST(Child, LimitsReachTheChild) {
  const TestFolder folder;
  const auto file = folder.write("a.txt", std::string(5000, 'a'));
  EXPECT_EQ(error_code_of([&] { extract_in_child(self(), file, {.output_bytes = 4999}); }), "too_large");
  EXPECT_EQ(error_code_of([&] { extract_in_child(self(), file, {.output_bytes = 5001}); }), "none");
}

TEST(Child, BadChildrenAreErrorsOfTheFile) {
  struct Case {
    const char* commands;
    const char* code;
  };
  const Case cases[] = {
      {"exec tail -f /dev/null", "timeout"},                 // hangs, holding our pipe
      {"tail -f /dev/null & tail -f /dev/null", "timeout"},  // so does its own child
      {"kill -SEGV $$", "crashed"},
      {"kill -XCPU $$", "timeout"},
      {"exit 3", "crashed"},
      {"echo '{\"pages\": 1}'", "crashed"},
      {"echo nonsense", "crashed"},
      {"exec cat /dev/zero", "too_large"},
      {"echo '{\"error\": {\"code\": \"damaged\", \"message\": \"m\"}}'", "damaged"},
  };
  const TestFolder folder;
  for (const Case& one : cases) {
    const auto program = script(folder, one.commands);
    // A second for those that never end; the others have all the time they need on a busy machine.
    const unsigned seconds = std::string_view(one.code) == "timeout" ? 1 : 60;
    EXPECT_EQ(error_code_of(
                  [&] { extract_in_child(program, "a.txt", {.output_bytes = 1000, .seconds = seconds}); }),
              one.code)
        << one.commands;
  }
}

// On a busy machine a second of work takes several by the clock.
TEST(Child, WaitingIsNoWork) {
  const TestFolder folder;
  const auto program =
      script(folder, "sleep 3\necho '{\"error\": {\"code\": \"damaged\", \"message\": \"m\"}}'");
  EXPECT_EQ(error_code_of([&] { extract_in_child(program, "a.txt", {.seconds = 2}); }), "damaged");
}

TEST(Child, NoChildOutlivesItsFile) {
  const TestFolder folder;
  const std::string silent = (folder.path() / "silent").string();
  ASSERT_EQ(mkfifo(silent.c_str(), 0600), 0);
  const auto program = script(folder, "cat " + silent + " &\nwait");  // nobody ever writes to it
  // Both processes inherit the write end: the pipe ends when the last of them is gone.
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  EXPECT_EQ(error_code_of([&] { extract_in_child(program, "a.txt", {.seconds = 1}); }), "timeout");
  close(ends[1]);
  pollfd hung_up{.fd = ends[0], .events = POLLIN, .revents = 0};
  constexpr int kFiveMinutes = 300'000;
  EXPECT_EQ(poll(&hung_up, 1, kFiveMinutes), 1);
  EXPECT_TRUE(hung_up.revents & POLLHUP);
  close(ends[0]);
}

TEST(Child, OpenMpHasOneThread) {
  const TestFolder folder;
  setenv("OMP_THREAD_LIMIT", "8", 1);
  setenv("HOME", "/somewhere", 0);  // services have none
  const auto program = script(folder, "echo \"$OMP_THREAD_LIMIT $HOME\"");
  EXPECT_EQ(ask_child(program, {}, {}), "1 " + std::string(getenv("HOME")) + "\n");
  unsetenv("OMP_THREAD_LIMIT");
}

TEST(Child, ProgramThatCannotBeStartedIsOurTrouble) {
  EXPECT_THROW(extract_in_child("/nowhere/vankien-extract", "a.txt", {}), std::system_error);
}

TEST(Child, ManyThreadsAtOnce) {
  const TestFolder folder;
  std::vector<std::thread> threads;
  std::vector<std::string> answers(8);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const auto file = folder.write(std::to_string(i) + ".txt", "văn bản " + std::to_string(i));
    threads.emplace_back([&answers, i, file] {
      for (int round = 0; round < 5; ++round) answers[i] = joined(extract_in_child(self(), file, {}));
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < answers.size(); ++i)
    EXPECT_EQ(answers[i], "văn bản " + std::to_string(i) + "\n");
}

TEST(Child, MemoryIsBounded) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "the sanitizer needs the address space itself";
#endif
  const TestFolder folder;
  const auto file = folder.write("a.txt", std::string(std::size_t{40} << 20, 'a'));
  EXPECT_EQ(error_code_of([&] {
              extract_in_child(
                  self(), file,
                  {.output_bytes = std::size_t{1} << 30, .memory_bytes = std::size_t{150} << 20});
            }),
            "out_of_memory");
}

TEST(ChildAnswer, SurvivesForeignBytes) {
  ExtractedText text;
  text.pages = {"một\n", ""};
  text.properties["title"] = "x\xFF";
  text.warnings = {{"no_text", "page 2", "no text"}};
  text.thin_pages = {1, 2};
  text.wordless_pages = {2};
  const auto back = from_answer(to_answer(text));
  EXPECT_EQ(back.pages, text.pages);
  EXPECT_EQ(back.warnings, text.warnings);
  EXPECT_EQ(back.thin_pages, text.thin_pages);
  EXPECT_EQ(back.wordless_pages, text.wordless_pages);
  EXPECT_EQ(back.properties.at("title"), "x\uFFFD");
}

}  // namespace
}  // namespace vankien
