#include "indexer/pipeline/watch.h"

#include <fmt/format.h>
#include <poll.h>
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <optional>
#include <stdexcept>
#include <system_error>

#include "indexer/scan/folder_watch.h"

namespace vankien {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kLongestUnrest = 10;  // times `quiet`
constexpr std::chrono::milliseconds kFirstRetry = std::chrono::seconds(1);
constexpr std::chrono::milliseconds kLastRetry = std::chrono::minutes(5);
constexpr int kPublished = 0;
constexpr int kPublishedSomeFailed = 3;

// Signals as something to poll; children get them as usual.
class Signals {
 public:
  Signals() {
    sigemptyset(&set_);
    for (const int signal : {SIGTERM, SIGINT, SIGCHLD}) sigaddset(&set_, signal);
    pthread_sigmask(SIG_BLOCK, &set_, &before_);
    fd_ = ::signalfd(-1, &set_, SFD_CLOEXEC | SFD_NONBLOCK);
    if (fd_ < 0) throw std::system_error(errno, std::generic_category(), "signalfd");
  }
  ~Signals() {
    ::close(fd_);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  int fd() const { return fd_; }
  const sigset_t& before() const { return before_; }

  /// Whether one of those that have come says to stop.
  bool hear_stop() const {
    bool stop = false;
    signalfd_siginfo info{};
    while (::read(fd_, &info, sizeof info) == sizeof info) stop = stop || info.ssi_signo != SIGCHLD;
    return stop;
  }

 private:
  sigset_t set_{};
  sigset_t before_{};
  int fd_ = -1;
};

// Each update would be news for the next one.
std::vector<Source> open_watchable(const WatchOptions& options) {
  auto sources = open_sources(options.sources);
  const std::string home = std::filesystem::weakly_canonical(options.home).string() + "/";
  for (const auto& source : sources)
    if (home.starts_with(source.path.string() + "/"))
      throw std::runtime_error(options.home.string() + ": the home folder lies in the source " +
                               source.path.string());
  return sources;
}

class Watching {
 public:
  explicit Watching(const WatchOptions& options) : options_(options), folders_(open_watchable(options)) {}

  void run() {
    next_scan_ = Clock::now();
    while (!stopped_) {
      std::array<pollfd, 2> ready = {{{signals_.fd(), POLLIN, 0}, {folders_.fd(), POLLIN, 0}}};
      ::poll(ready.data(), ready.size(), wait_time());
      if (signals_.hear_stop()) stop();
      if (update_ > 0) reap();
      hear();
      if (!stopped_ && update_ == 0 && Clock::now() >= due()) start();
    }
  }

 private:
  // When the next update should begin.
  Clock::time_point due() const {
    Clock::time_point at = next_scan_;
    if (unrest_)
      at = std::min({at, last_event_ + options_.quiet, *unrest_ + kLongestUnrest * options_.quiet});
    return failed_until_ ? std::max(at, *failed_until_) : at;
  }

  int wait_time() const {
    if (update_ > 0) return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(due() - Clock::now());
    return static_cast<int>(std::clamp<std::chrono::milliseconds::rep>(left.count(), 0, 1 << 30));
  }

  void hear() {
    const auto news = folders_.hear();
    look_around_ = look_around_ || news.folders_changed;
    if (!news.changed) return;
    last_event_ = Clock::now();
    if (!unrest_) unrest_ = last_event_;
  }

  void start() {
    const bool is_scan = Clock::now() >= next_scan_;
    // Before the scan, so that nothing falls between the two.
    if (look_around_ || is_scan) look_around();
    unrest_.reset();
    next_scan_ = Clock::now() + options_.scan;
    std::vector<std::string> words = {options_.self.string(), "update"};
    for (const auto& source : options_.sources) words.push_back(source.string());
    words.insert(words.end(), {"--home", options_.home.string()});
    words.insert(words.end(), options_.update_words.begin(), options_.update_words.end());
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const pid_t parent = ::getpid();
    std::fflush(nullptr);
    update_ = ::fork();
    if (update_ < 0) throw std::system_error(errno, std::generic_category(), "an update cannot be started");
    if (update_ > 0) return;
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent) ::_exit(127);  // it died before it could be heard
    pthread_sigmask(SIG_SETMASK, &signals_.before(), nullptr);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }

  void look_around() {
    look_around_ = false;
    const std::size_t unwatched = folders_.look_around();
    if (unwatched > 0 && unwatched != unwatched_)
      fmt::print(
          stderr,
          "{} folders cannot be watched (fs.inotify.max_user_watches?): they are only looked at every {} s\n",
          unwatched, std::chrono::duration_cast<std::chrono::seconds>(options_.scan).count());
    unwatched_ = unwatched;
  }

  void reap() {
    int status = 0;
    if (::waitpid(update_, &status, WNOHANG) != update_) return;
    update_ = 0;
    const int left = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    if (left == kPublished || left == kPublishedSomeFailed) {
      retry_ = kFirstRetry;
      failed_until_.reset();
      return;
    }
    failed_until_ = Clock::now() + retry_;
    next_scan_ = std::min(next_scan_, *failed_until_);
    fmt::print(stderr, "the update {}; the next is tried in {:.0f} s\n",
               left >= 0 ? fmt::format("ended with status {}", left)
                         : fmt::format("died of signal {}", WTERMSIG(status)),
               std::chrono::duration<double>(retry_).count());
    retry_ = std::min(2 * retry_, kLastRetry);
  }

  void stop() {
    stopped_ = true;
    if (update_ <= 0) return;
    ::kill(update_, SIGTERM);
    while (::waitpid(update_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

  const WatchOptions& options_;
  Signals signals_;
  FolderWatch folders_;
  pid_t update_ = 0;  // the process, while one runs
  bool stopped_ = false;
  bool look_around_ = true;
  std::size_t unwatched_ = 0;
  Clock::time_point next_scan_;
  Clock::time_point last_event_;
  std::optional<Clock::time_point> unrest_;  // since when there has been news that no update has seen
  std::optional<Clock::time_point> failed_until_;
  std::chrono::milliseconds retry_ = kFirstRetry;
};

}  // namespace

void watch(const WatchOptions& options) { Watching(options).run(); }

}  // namespace vankien
