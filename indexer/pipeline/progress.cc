#include "indexer/pipeline/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <condition_variable>
#include <cstdio>
#include <mutex>

namespace vankien {
namespace {

constexpr int kBarWidth = 28;

std::string bar(double share) {
  const int full = static_cast<int>(share * kBarWidth);
  std::string out;
  for (int i = 0; i < kBarWidth; ++i) out += i < full ? "█" : "░";
  return out;
}

}  // namespace

Progress::Progress(const RunCounts& counts) : counts_(counts), terminal_(::isatty(STDERR_FILENO) != 0) {
  thread_ = std::jthread([this](const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    const auto pause = terminal_ ? std::chrono::milliseconds(200) : std::chrono::seconds(10);
    while (!wake.wait_for(lock, stop, pause, [&] { return stop.stop_requested(); })) show(false);
  });
}

Progress::~Progress() {
  thread_.request_stop();
  thread_.join();
  show(true);
}

void Progress::show(bool last) const {
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
  const auto done = counts_.files_read + counts_.unchanged;
  const auto found = counts_.files_found.load();
  const double rate = static_cast<double>(counts_.documents) / std::max(seconds, 0.001);
  const std::string line = fmt::format("{}/{} files, {} documents, {:.0f}/s, {:.1f} MB of text, {} failed",
                                       done, found, counts_.documents.load(), rate,
                                       static_cast<double>(counts_.bytes) / 1e6, counts_.failed.load());
  if (terminal_)
    fmt::print(stderr, "\r{} {}\033[K{}",
               bar(found == 0 ? 0 : static_cast<double>(done) / static_cast<double>(found)), line,
               last ? "\n" : "");
  else
    fmt::print(stderr, "{}\n", line);
}

}  // namespace vankien
