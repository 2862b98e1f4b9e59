#include <fmt/format.h>

#include <cmath>
#include <memory>

#include "indexer/commands/commands.h"
#include "indexer/pipeline/watch.h"

namespace vankien {
namespace {

struct WatchWords {
  WatchOptions options;
  double quiet_seconds = 5;
  double scan_minutes = 15;
  unsigned workers = 0;
};

int keep_fresh(WatchWords& words) {
  const auto milliseconds = [](double seconds) {
    return std::chrono::milliseconds(std::llround(seconds * 1000));
  };
  words.options.quiet = milliseconds(words.quiet_seconds);
  words.options.scan = milliseconds(words.scan_minutes * 60);
  words.options.update_words = {"--workers", std::to_string(words.workers)};
  watch(words.options);
  return kDone;
}

}  // namespace

void add_watch_command(CLI::App& app, Chosen& chosen) {
  const auto words = std::make_shared<WatchWords>();
  words->options.self = std::filesystem::read_symlink("/proc/self/exe");
  auto* command = app.add_subcommand(
      "watch",
      "keep the index fresh until SIGTERM: an update whenever files came, changed or went, and now and then");
  command->add_option("source", words->options.sources, "folders, .jsonl or .jsonl.gz files")->required();
  add_home_option(*command, words->options.home);
  command
      ->add_option("--quiet-seconds", words->quiet_seconds,
                   "how long nothing must have changed before an update (at most ten times that)")
      ->check(CLI::Range(0.05, 3600.0))
      ->capture_default_str();
  command
      ->add_option("--scan-minutes", words->scan_minutes,
                   "how often all files are looked at anyway: nothing tells of changes on a network share")
      ->check(CLI::Range(0.001, 10080.0))
      ->capture_default_str();
  command->add_option("--workers", words->workers, "threads of an update; 0 = one a core")
      ->capture_default_str();
  command->callback([&chosen, words] { chosen = [words] { return keep_fresh(*words); }; });
}

}  // namespace vankien
