#include "indexer/pipeline/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
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

// 75 → "1 min 15 s", 7300 → "2 h 2 min".
std::string in_words(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole / 60 % 60);
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
  const auto found = std::max(counts_.files_found.load(), counts_.files_expected.load());
  const double rate = static_cast<double>(counts_.documents) / std::max(seconds, 0.001);
  std::string line = fmt::format("{}/{} files, {} documents, {:.0f}/s, {:.1f} MB of text, {} failed", done,
                                 found, counts_.documents.load(), rate,
                                 static_cast<double>(counts_.bytes) / 1e6, counts_.failed.load());
  // By bytes: an archive may be one large .jsonl, and of files the large ones take long.
  const auto bytes = static_cast<double>(counts_.source_bytes);
  const auto all = static_cast<double>(counts_.source_bytes_expected);
  const double share = all > 0 ? std::min(1.0, bytes / all)
                               : (found == 0 ? 0 : static_cast<double>(done) / static_cast<double>(found));
  if (const double fresh = bytes - static_cast<double>(counts_.taken_up_bytes);
      !last && all > 0 && share < 1 && fresh > 0)
    line += fmt::format(", {:.0f} %, {} left", 100 * share, in_words(seconds * (all - bytes) / fresh));
  else if (!last)
    line += fmt::format(", {}", counts_.doing.load());
  if (terminal_)
    fmt::print(stderr, "\r{} {}\033[K{}", bar(share), line, last ? "\n" : "");
  else
    fmt::print(stderr, "{}\n", line);
}

}  // namespace vankien
