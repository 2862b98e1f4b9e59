// 1. A shut-in process reads its file, programs and fonts, and writes its scratch folder; every other file, every socket
//    that leads out, signals, tracing and namespaces are refused.
// 2. A reader that needs no program can start none, nor another process, nor take its bounds back.
// 3. A shut-in process that hangs, stops itself, forks or hides its children from us is gone with them in its time.
#include "indexer/extract/sandbox.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstring>
#include <string_view>

#include "indexer/extract/child.h"
#include "indexer/extract/child_answer.h"
#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {
namespace {

/// "ok", or the name of the error.
std::string outcome(long result) { return result >= 0 ? "ok" : strerrorname_np(errno); }

std::string try_to_open(const std::string& path, int flags) {
  return outcome(open(path.c_str(), flags, 0600));
}

std::string try_to_connect(int family, int type) {
  const int end = socket(family, type, 0);
  return outcome(end);
}

/// What the hostile reader does with its file, which names the deed; one line of answer for each try.
std::string misbehave(const std::string& file, const std::string& deed) {
  const std::string folder = std::filesystem::path(file).parent_path();
  const std::string scratch = std::filesystem::temp_directory_path();
  std::string said;
  const auto say = [&](const char* what, const std::string& result) {
    said += std::string(what) + " " + result + "\n";
  };
  if (deed == "files") {
    say("own file", try_to_open(file, O_RDONLY));
    say("own file to write", try_to_open(file, O_WRONLY));
    say("another's paper", try_to_open(folder + "/secret.txt", O_RDONLY));
    say("a new file beside it", try_to_open(folder + "/new", O_WRONLY | O_CREAT));
    say("the folder", try_to_open(folder, O_RDONLY | O_DIRECTORY));
#if !defined(__SANITIZE_ADDRESS__)  // under which the sandbox leaves /proc open
    say("another process", try_to_open("/proc/" + std::to_string(getppid()) + "/environ", O_RDONLY));
#endif
    say("scratch", try_to_open(scratch + "/new", O_WRONLY | O_CREAT));
    say("a link out", outcome(symlink((folder + "/secret.txt").c_str(), (scratch + "/link").c_str())));
    say("through it", try_to_open(scratch + "/link", O_RDONLY));
    say("a program", try_to_open("/usr/bin/antiword", O_RDONLY));
  } else if (deed == "calls") {
    say("internet", try_to_connect(AF_INET, SOCK_STREAM));
    say("internet 6", try_to_connect(AF_INET6, SOCK_DGRAM));
    say("kernel", try_to_connect(AF_NETLINK, SOCK_RAW));
    say("local", try_to_connect(AF_UNIX, SOCK_STREAM));
    say("kill", outcome(kill(getppid(), 0)));
    say("trace", outcome(ptrace(PTRACE_ATTACH, getppid(), nullptr, nullptr)));
    say("namespace", outcome(unshare(CLONE_NEWUSER)));
    say("mount", outcome(mount("none", scratch.c_str(), "tmpfs", 0, nullptr)));
    say("session", outcome(setsid()));
    say("group", outcome(setpgid(0, 0)));
  } else if (deed == "alone") {
    shut_in_alone();
    const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
    char program[] = "/usr/bin/true";
    char* arguments[] = {program, nullptr};
    say("local", try_to_connect(AF_UNIX, SOCK_STREAM));
    say("fork", outcome(fork()));
    say("program", outcome(execv(program, arguments)));
    say("bounds", outcome(setrlimit(RLIMIT_FSIZE, &more)));
  } else if (deed == "loop") {
    for (std::atomic<unsigned> turn = 0;; ++turn) {
    }
  } else if (deed == "stop") {
    raise(SIGSTOP);
    pause();
  } else if (deed == "hide") {  // a grandchild that wants to outlive us, as daemons do
    if (fork() == 0) {
      setsid();
      if (fork() == 0) pause();
      _exit(0);
    }
    pause();
  } else if (deed == "fork") {  // each starts others as fast as it can; at most 300, should nothing hold them
    auto* made = static_cast<std::atomic<int>*>(
        mmap(nullptr, sizeof(std::atomic<int>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    while (made->fetch_add(1) < 300) fork();
    pause();
  } else if (deed == "fill") {
    const std::string block(1 << 16, 'x');
    while (write(STDOUT_FILENO, block.data(), block.size()) > 0) {
    }
  } else if (deed == "close") {
    close(STDOUT_FILENO);
    pause();
  }
  return said;
}

/// The child is this test program again: a file *.deed is read by the hostile reader, behind the real locks. Its number
/// puts it before the reader of child_test.cc.
__attribute__((constructor(200))) void answer_as_hostile_child(int argc, char** argv) {
  if (!is_extract_one(argc, argv) || argc < 9 || !std::string_view(argv[2]).ends_with(".deed")) return;
  ExtractLimits limits;
  limits.seconds = static_cast<unsigned>(std::stoul(argv[6]));
  std::string deed;
  std::ifstream(argv[2]) >> deed;
  lock_up(argv[2], argv[3], limits);
  ExtractedText text;
  text.pages = {misbehave(argv[2], deed)};
  const std::string answer = to_answer(text);
  _exit(write(STDOUT_FILENO, answer.data(), answer.size()) > 0 ? 0 : 1);
}

std::filesystem::path self() { return std::filesystem::read_symlink("/proc/self/exe"); }

std::string done(const TestFolder& folder, const std::string& deed) {
  return joined(extract_in_child(self(), folder.write("a.deed", deed), {.seconds = 20}));
}

bool kernel_holds_all() { return sandbox_shortfall().empty(); }

TEST(Sandbox, OnlyItsOwnFiles) {
  if (!kernel_holds_all()) GTEST_SKIP() << sandbox_shortfall();
  const TestFolder folder;
  folder.write("secret.txt", "x");
#if defined(__SANITIZE_ADDRESS__)
  const std::string another_process;
#else
  const std::string another_process = "another process EACCES\n";
#endif
  EXPECT_EQ(done(folder, "files"),
            "own file ok\nown file to write EACCES\nanother's paper EACCES\na new file beside it EACCES\n"
            "the folder EACCES\n" +
                another_process + "scratch ok\na link out ok\nthrough it EACCES\na program ok\n");
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "new"));
}

TEST(Sandbox, NoWayOut) {
  if (!kernel_holds_all()) GTEST_SKIP() << sandbox_shortfall();
  const TestFolder folder;
  EXPECT_EQ(
      done(folder, "calls"),
      "internet EPERM\ninternet 6 EPERM\nkernel EPERM\nlocal ok\nkill EPERM\ntrace EPERM\nnamespace EPERM\n"
      "mount EPERM\nsession EPERM\ngroup EPERM\n");
}

TEST(Sandbox, NoProgramsForReadersThatNeedNone) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "the sanitizer starts a process of its own";
#endif
  const TestFolder folder;
  EXPECT_EQ(done(folder, "alone"), "local EPERM\nfork EPERM\nprogram EPERM\nbounds EPERM\n");
}

TEST(Sandbox, HostileReadersEndInTheirTime) {
  struct Case {
    const char* deed;
    const char* code;
  };
  const Case cases[] = {{"loop", "timeout"},   {"stop", "timeout"},
                        {"hide", "timeout"},   {"fork", "too_many_processes"},
                        {"fill", "too_large"}, {"close", "crashed"}};
  const TestFolder folder;
  for (const Case& one : cases) {
    // All of them inherit the write end: the pipe ends when the last of them is gone.
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const auto file = folder.write("a.deed", one.deed);
    const unsigned seconds = std::string_view(one.code) == "timeout" ? 2 : 60;
    EXPECT_EQ(
        error_code_of([&] { extract_in_child(self(), file, {.output_bytes = 1000, .seconds = seconds}); }),
        one.code)
        << one.deed;
    close(ends[1]);
    pollfd hung_up{.fd = ends[0], .events = POLLIN, .revents = 0};
    constexpr int kFiveMinutes = 300'000;
    EXPECT_EQ(poll(&hung_up, 1, kFiveMinutes), 1) << one.deed;
    EXPECT_TRUE(hung_up.revents & POLLHUP) << one.deed;
    close(ends[0]);
  }
}

TEST(Sandbox, NothingStaysInScratch) {
  const TestFolder folder;
  const TestFolder files;
  const auto file = files.write("b.deed", "hide");
  ASSERT_EQ(setenv("TMPDIR", folder.path().c_str(), 1), 0);
  std::string said;
  EXPECT_EQ(error_code_of([&] { said = done(files, "files"); }), "none");
  EXPECT_EQ(error_code_of([&] { extract_in_child(self(), file, {.seconds = 1}); }), "timeout");
  unsetenv("TMPDIR");
  EXPECT_NE(said.find("scratch ok"), std::string::npos);
  for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
    EXPECT_FALSE(entry.path().filename().string().starts_with("vankien-scratch-")) << entry.path();
}

}  // namespace
}  // namespace vankien
