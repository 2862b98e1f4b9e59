#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

#include "analyzers/schema/spool.h"
#include "indexer/commands/commands.h"
#include "indexer/generations/home_lock.h"
#include "indexer/handover/spool_run.h"

namespace vankien {
namespace {

/// ms between two batches: under load they grow instead of coming faster, and a generation lives long enough for
/// every search that began in it.
constexpr int kGather = 500;
constexpr int kAfterTrouble = 10'000;  // ms: what is wrong is seldom right at once
constexpr int kLookAgain = 2000;       // ms: not every file system tells what another machine writes

/// Wakes when something comes into the spool, when the time is up, or when the program is asked to end.
class Doorbell {
 public:
  explicit Doorbell(const std::filesystem::path& spool) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigprocmask(SIG_BLOCK, &set, nullptr);
    signals_ = ::signalfd(-1, &set, SFD_CLOEXEC);
    arrivals_ = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (signals_ < 0 || arrivals_ < 0) throw std::system_error(errno, std::generic_category(), "inotify");
    if (::inotify_add_watch(arrivals_, spool.c_str(), IN_CREATE | IN_MOVED_TO) < 0)
      throw std::system_error(errno, std::generic_category(), spool.string());
  }
  ~Doorbell() {
    ::close(signals_);
    ::close(arrivals_);
  }
  Doorbell(const Doorbell&) = delete;
  Doorbell& operator=(const Doorbell&) = delete;

  /// False if the program is asked to end.
  bool wait() const {
    std::array<pollfd, 2> fds = {{{signals_, POLLIN, 0}, {arrivals_, POLLIN, 0}}};
    ::poll(fds.data(), fds.size(), kLookAgain);
    drain();
    return fds[0].revents == 0;
  }

  /// Likewise, but for a time that arrivals do not end.
  bool rest(int milliseconds) const {
    pollfd signals{signals_, POLLIN, 0};
    ::poll(&signals, 1, milliseconds);
    return signals.revents == 0;
  }

 private:
  void drain() const {
    std::array<char, 4096> events;
    while (::read(arrivals_, events.data(), events.size()) > 0) {
    }
  }

  int signals_ = -1;
  int arrivals_ = -1;
};

bool is_worth_telling(const SpoolResult& result) { return result.tasks > 0 || result.generation > 0; }

// Without tasks it was the list after a rollback.
void tell(const SpoolResult& result) {
  const std::string published =
      result.generation == 0 ? "nothing changed" : generation_name(result.generation) + " published";
  fmt::print("took in {} tasks, {} of them failed: {} documents put in, {} taken out; {}\n", result.tasks,
             result.failed, result.documents, result.removed, published);
  std::fflush(stdout);
}

// Between two tasks, when nobody waits.
void tidy(const RunOptions& options) {
  const std::uint64_t generation = rewrite_outgrown(options);
  if (generation == 0) return;
  fmt::print("wrote anew what had grown by half: {} published\n", generation_name(generation));
  std::fflush(stdout);
}

int stay(const RunOptions& options) {
  if (!std::filesystem::is_directory(options.home))
    throw std::runtime_error(options.home.string() + ": no such folder");
  // searchd makes it with the first task; here it is made before, so that it can be watched.
  const auto spool = options.home / kSpoolFolder;
  if (std::filesystem::create_directories(spool))
    std::filesystem::permissions(spool, std::filesystem::perms::owner_all);
  const Doorbell doorbell(spool);
  std::string last_trouble;
  bool is_tidy = false;
  for (bool go_on = true; go_on;) {
    SpoolResult result;
    std::string trouble;
    try {
      result = take_spool_in(options);
      if (is_worth_telling(result)) tell(result);
      if (result.tasks == 0 && !is_tidy) tidy(options);
      is_tidy = result.tasks == 0;
    } catch (const HomeLocked&) {
      // A reindex takes the spool in itself at its start; what comes after waits for its end.
    } catch (const std::exception& error) {
      trouble = error.what();
    } catch (...) {  // Xapian's errors are no std::exception, and only the writer's room knows them
      trouble = "the index cannot be written";
    }
    // A full disk, say: what was accepted waits until it goes again.
    if (!trouble.empty() && trouble != last_trouble)
      fmt::print(stderr, "vankien-indexer: {}; the spool is tried again every {} s\n", trouble,
                 kAfterTrouble / 1000);
    last_trouble = trouble;
    if (!trouble.empty())
      go_on = doorbell.rest(kAfterTrouble);
    else
      go_on = result.tasks > 0 ? doorbell.rest(kGather) : doorbell.wait();
  }
  return kDone;
}

}  // namespace

void empty_spool(const RunOptions& options) {
  bool any = false;
  for (auto result = take_spool_in(options); is_worth_telling(result); result = take_spool_in(options)) {
    tell(result);
    any = true;
  }
  if (any) tidy(options);
}

void add_spool_command(CLI::App& app, Chosen& chosen) {
  const auto options = std::make_shared<RunOptions>();
  options->self = std::filesystem::read_symlink("/proc/self/exe");
  const auto once = std::make_shared<bool>(false);
  auto* command = app.add_subcommand(
      "spool",
      "take in what is handed over to vankien-searchd, as it comes; SIGTERM finishes the batch and ends");
  add_home_option(*command, options->home);
  command->add_option("--workers", options->workers, "threads that read documents; 0 = one a core")
      ->capture_default_str();
  command
      ->add_option("--reserve", options->reserve_bytes,
                   "room that stays free on the disk of the home: 500M, 2G")
      ->transform(CLI::AsSizeValue(false))
      ->default_str("256M");
  command->add_flag("--once", *once, "take in what waits now, and end");
  command->callback([&chosen, options, once] {
    chosen = [options, once] {
      if (!*once) return stay(*options);
      empty_spool(*options);
      return static_cast<int>(kDone);
    };
  });
}

}  // namespace vankien
