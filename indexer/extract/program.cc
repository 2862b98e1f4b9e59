#include "indexer/extract/program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>

#include "indexer/extract/bounds.h"
#include "indexer/extract/sandbox.h"

namespace vankien {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kNotStarted = 127;  // as shells say it

[[noreturn]] void fail(int error, const char* doing) {
  throw std::system_error(error, std::generic_category(), doing);
}

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor() { reset(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return number_; }
  void reset(int number = -1) {
    if (number_ >= 0) close(number_);
    number_ = number;
  }

 private:
  int number_;
};

struct Pipe {
  Descriptor read_end;
  Descriptor write_end;
  Pipe() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) fail(errno, "pipe");
    read_end.reset(ends[0]);
    write_end.reset(ends[1]);
  }
};

/// Killed and reaped at the latest by the destructor.
class Process {
 public:
  explicit Process(pid_t pid) : pid_(pid) {}
  ~Process() {
    if (pid_ > 0) {
      kill(pid_, SIGKILL);
      wait();
    }
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  int wait() {
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return status;
  }

 private:
  pid_t pid_;
};

/// Reads both pipes until the program has closed them.
void read_all(int output, int errors, const ExtractLimits& limits, ProgramEnd& end) {
  constexpr std::size_t kMostErrors = 4096;
  const auto deadline = Clock::now() + std::chrono::seconds(seconds_by_the_clock(limits));
  std::array<char, 1 << 16> block{};
  std::array<pollfd, 2> from = {
      {{.fd = output, .events = POLLIN, .revents = 0}, {.fd = errors, .events = POLLIN, .revents = 0}}};
  while (from[0].fd >= 0 || from[1].fd >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    const int ready =
        left.count() <= 0 ? 0 : poll(from.data(), from.size(), static_cast<int>(left.count()) + 1);
    if (ready < 0 && errno == EINTR) continue;
    if (ready < 0) fail(errno, "wait for a program");
    if (ready == 0)
      throw ExtractError("timeout", "not done after " + std::to_string(seconds_by_the_clock(limits)) + " s");
    for (pollfd& one : from) {
      if (one.fd < 0 || one.revents == 0) continue;
      const ssize_t got = read(one.fd, block.data(), block.size());
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) fail(errno, "read from a program");
      if (got == 0) {
        one.fd = -1;
        continue;
      }
      std::string& into = &one == &from[0] ? end.output : end.errors;
      into.append(block.data(), static_cast<std::size_t>(got));
    }
    if (end.errors.size() > kMostErrors) end.errors.resize(kMostErrors);
    if (end.output.size() > limits.output_bytes) {
      throw ExtractError("too_large", "more than " + std::to_string(limits.output_bytes) + " bytes of text");
    }
  }
}

}  // namespace

ProgramEnd run_program(const Program& program, const std::filesystem::path& file,
                       const ExtractLimits& limits) {
  const std::string name = program.path.filename();
  if (access(program.path.c_str(), X_OK) != 0) {
    throw ExtractError("missing_program",
                       name + " is not installed: install the Debian package " + program.package);
  }
  const Descriptor in(open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (in.get() < 0) throw ExtractError("unreadable", "cannot be opened");
  Pipe output;
  Pipe errors;
  std::vector<std::string> words = {program.path.string()};
  words.insert(words.end(), program.arguments.begin(), program.arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  std::vector<std::string> settings = program.environment;
  std::vector<char*> environment;
  for (std::string& setting : settings) environment.push_back(setting.data());
  environment.push_back(nullptr);

  const OneProgramFilter filter;

  // fork rather than posix_spawn: only so can the program be told to die with us, should we be killed.
  const pid_t pid = fork();
  if (pid < 0) fail(errno, "start a program");
  if (pid == 0) {
    bound_this_process(limits);
    if (!program.folder.empty()) {
      allow_files_of_its_own();
      if (chdir(program.folder.c_str()) != 0) _exit(kNotStarted);
    }
    if (!filter.load()) _exit(kNotStarted);
    if (dup2(in.get(), STDIN_FILENO) < 0 || dup2(output.write_end.get(), STDOUT_FILENO) < 0 ||
        dup2(errors.write_end.get(), STDERR_FILENO) < 0)
      _exit(kNotStarted);
    execve(program.path.c_str(), argv.data(), environment.data());
    _exit(kNotStarted);
  }
  Process process(pid);
  output.write_end.reset();
  errors.write_end.reset();
  ProgramEnd end;
  read_all(output.read_end.get(), errors.read_end.get(), limits, end);
  const int status = process.wait();
  if (WIFSIGNALED(status)) {
    if (WTERMSIG(status) == SIGXCPU) throw ExtractError("timeout", name + " used up its processor time");
    throw ExtractError("crashed", name + " died of signal " + std::to_string(WTERMSIG(status)));
  }
  end.status = WEXITSTATUS(status);
  if (end.status == kNotStarted) throw ExtractError("crashed", name + " could not be started");
  return end;
}

}  // namespace vankien
