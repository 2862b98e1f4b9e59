#include "indexer/extract/child.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "indexer/extract/bounds.h"
#include "indexer/extract/child_answer.h"
#include "indexer/extract/child_room.h"
#include "indexer/extract/office.h"
#include "indexer/extract/process_group.h"
#include "indexer/extract/scratch_folder.h"

namespace vankien {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(int error, const char* doing) {
  throw std::system_error(error, std::generic_category(), doing);
}

struct Pipe {
  int read_end = -1;
  int write_end = -1;

  // O_CLOEXEC from birth: another thread may be starting its own child right now, and a write end kept open
  // there would keep our end of file away.
  Pipe() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) fail(errno, "pipe");
    read_end = ends[0];
    write_end = ends[1];
  }
  ~Pipe() {
    close(read_end);
    close_write_end();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  void close_write_end() {
    if (write_end >= 0) close(write_end);
    write_end = -1;
  }
};

/// Ours, but one thread for OpenMP: Tesseract's four threads on two cores take four times as long as one.
std::vector<char*> bounded_environment() {
  static constexpr std::string_view kName = "OMP_THREAD_LIMIT=";
  static char one_thread[] = "OMP_THREAD_LIMIT=1";
  std::vector<char*> environment = {one_thread};
  for (char** variable = environ; *variable != nullptr; ++variable)
    if (!std::string_view(*variable).starts_with(kName)) environment.push_back(*variable);
  environment.push_back(nullptr);
  return environment;
}

/// A started process, leader of its own group; killed with the group and reaped at the latest by the
/// destructor.
class Child {
 public:
  Child(const std::filesystem::path& program, std::vector<std::string> arguments, int standard_output) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, standard_output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    std::vector<char*> environment = bounded_environment();
    const int error =
        posix_spawn(&pid_, program.c_str(), &actions, &attributes, argv.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (error != 0) fail(error, "start the extracting process");
  }
  ~Child() {
    if (pid_ > 0) {
      kill_group();
      wait();
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  void kill_group() { kill(-pid_, SIGKILL); }
  pid_t group() const { return pid_; }

  struct End {
    int status = 0;
    std::size_t peak_bytes = 0;
  };
  End wait() {
    End end;
    rusage usage{};
    while (wait4(pid_, &end.status, 0, &usage) < 0 && errno == EINTR) {
    }
    end.peak_bytes = static_cast<std::size_t>(usage.ru_maxrss) * 1024;
    pid_ = -1;
    return end;
  }

 private:
  pid_t pid_ = -1;
};

/// RLIMIT_NPROC counts all that a user runs, and not root's at all. So a child that lasts is looked at; one that starts
/// processes without end has made some hundred by then.
class ProcessWatch {
 public:
  explicit ProcessWatch(pid_t group) : group_(group) {}

  std::chrono::milliseconds until_next_look() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(next_ - Clock::now());
  }
  /// Throws too_many_processes.
  void look() {
    if (Clock::now() < next_) return;
    next_ = Clock::now() + kBetween;
    if (processes_of_group(group_) > kMost)
      throw ExtractError("too_many_processes",
                         "the extracting process started more than " + std::to_string(kMost) + " others");
  }

 private:
  static constexpr std::chrono::milliseconds kBetween{250};
  static constexpr std::size_t kMost = 8;  // the child, and one program at a time
  pid_t group_;
  Clock::time_point next_ = Clock::now() + kBetween;
};

/// Reads until the child closes its end. Throws timeout, too_large or too_many_processes.
void read_answer(int from, pid_t group, const ExtractLimits& limits, std::uint64_t most,
                 const std::function<void(std::string_view)>& take) {
  const auto deadline = Clock::now() + std::chrono::seconds(seconds_by_the_clock(limits));
  ProcessWatch watch(group);
  std::uint64_t size = 0;
  std::array<char, 1 << 16> block{};
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    pollfd ready{.fd = from, .events = POLLIN, .revents = 0};
    if (left.count() <= 0)
      throw ExtractError("timeout", "not done after " + std::to_string(seconds_by_the_clock(limits)) + " s");
    watch.look();
    const auto wait = std::max(std::min(left, watch.until_next_look()), std::chrono::milliseconds(0));
    const int events = poll(&ready, 1, static_cast<int>(wait.count()) + 1);
    if (events == 0 || (events < 0 && errno == EINTR)) continue;
    if (events < 0) fail(errno, "wait for the extracting process");
    const ssize_t got = read(from, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(errno, "read from the extracting process");
    if (got == 0) return;
    size += static_cast<std::uint64_t>(got);
    if (size > most)
      throw ExtractError("too_large", "answer of more than " + std::to_string(most) + " bytes");
    take({block.data(), static_cast<std::size_t>(got)});
  }
}

/// Parsers that find no memory mostly abort; the peak tells that from other crashes. It counts resident
/// pages, the bound counts addresses, hence the wide margin.
void check_end(const Child::End& end, const ExtractLimits& limits) {
  if (WIFEXITED(end.status) && WEXITSTATUS(end.status) == 0) return;
  if (WIFSIGNALED(end.status) && WTERMSIG(end.status) == SIGXCPU) {
    throw ExtractError("timeout", "used up " + std::to_string(limits.seconds) + " s of processor time");
  }
  if (end.peak_bytes > limits.memory_bytes / 2) {
    throw ExtractError("out_of_memory", "needs more than " + std::to_string(limits.memory_bytes) + " bytes");
  }
  throw ExtractError(
      "crashed", WIFSIGNALED(end.status)
                     ? "the extracting process died of signal " + std::to_string(WTERMSIG(end.status))
                     : "the extracting process left with status " + std::to_string(WEXITSTATUS(end.status)));
}

// A .doc that LibreOffice found too little memory for is read all the same, with less care: not while a lone child may have more.
void refuse_makeshift(const ExtractedText& text, const ExtractLimits& given) {
  if (given.memory_bytes >= ChildRoom::of_process().lone_bytes()) return;
  for (const Warning& warning : text.warnings)
    if (warning.code == kLinesOutOfPlace) throw ExtractError("out_of_memory", warning.text);
}

}  // namespace

void run_child(const std::filesystem::path& program, std::vector<std::string> arguments,
               const ExtractLimits& limits, std::uint64_t most,
               const std::function<void(std::string_view block)>& take) {
  arguments.insert(arguments.begin(), program.string());
  for (const std::size_t number : {limits.input_bytes, limits.output_bytes, limits.memory_bytes,
                                   std::size_t{limits.seconds}, std::size_t{limits.pages}})
    arguments.push_back(std::to_string(number));
  Pipe pipe;
  Child child(program, std::move(arguments), pipe.write_end);
  pipe.close_write_end();
  read_answer(pipe.read_end, child.group(), limits, most, take);
  // A child that has closed its output but lives on has nothing left to say; should it be stuck, this ends
  // it.
  child.kill_group();
  check_end(child.wait(), limits);
}

std::string ask_child(const std::filesystem::path& program, std::vector<std::string> arguments,
                      const ExtractLimits& limits) {
  // JSON writes a line feed in two bytes; nothing else in our texts grows.
  const std::uint64_t most = 2 * limits.output_bytes + (1u << 20);
  std::string answer;
  run_child(program, std::move(arguments), limits, most, [&](std::string_view block) { answer += block; });
  return answer;
}

std::filesystem::path extract_program(const std::filesystem::path& self_exe) {
  auto program = self_exe.parent_path() / "vankien-extract";
  if (!std::filesystem::exists(program))
    throw std::runtime_error(program.filename().string() + " is not installed beside the indexer, in " +
                             program.parent_path().string());
  return program;
}

ExtractedText extract_in_child(const std::filesystem::path& program, const std::filesystem::path& file,
                               const ExtractLimits& limits) {
  return in_child_room(limits, [&](const ExtractLimits& given) {
    const ScratchFolder scratch;  // gone after the child, whatever became of it
    ExtractedText text = from_answer(ask_child(
        program, {"extract-one", std::filesystem::absolute(file).string(), scratch.path().string()}, given));
    refuse_makeshift(text, given);
    return text;
  });
}

}  // namespace vankien
