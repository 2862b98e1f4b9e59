#include "searchd/spool/spool.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <set>

#include "analyzers/schema/synced_file.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

std::optional<std::string> read_first_line(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string line;
  if (!in || !std::getline(in, line)) return std::nullopt;
  return line;
}

/// Calls `take(uid, is_done)` for every file of the spool; a finished task may come twice.
template <typename Take>
void list(const fs::path& home, const Take& take) {
  std::error_code error;  // no folder: nothing was ever handed over
  for (auto entry = fs::directory_iterator(home / kSpoolFolder, error);
       !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (const auto uid = parse_spool_name(name, ".task"))
      take(*uid, false);
    else if (const auto done = parse_spool_name(name, ".done"))
      take(*done, true);
  }
}

std::uint64_t now() {
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(
                                        std::chrono::system_clock::now().time_since_epoch())
                                        .count());
}

}  // namespace

Spool::Spool(fs::path home) : home_(std::move(home)) {}

/// Where the numbers go on. The indexer never removes the newest task of a clearance, so none is given twice.
void Spool::prepare() {
  if (prepared_) return;
  const fs::path folder = home_ / kSpoolFolder;
  if (fs::create_directories(folder)) {
    fs::permissions(folder, fs::perms::owner_all);
    sync_folder(home_);
  }
  list(home_, [&](std::uint64_t uid, bool is_done) {
    auto& next = next_[static_cast<std::size_t>(clearance_of_task(uid))];
    next = std::max(next, uid / kGradeCount + 1);
    if (is_done) return;
    try {
      if (const auto line = read_first_line(task_file(home_, uid)))
        last_sequence_ = std::max(last_sequence_, decode_handover(*line, uid).sequence);
    } catch (const std::runtime_error&) {
      // Damaged: the indexer tells it as the task's failure.
    }
  });
  prepared_ = true;
}

void Spool::accept(Handover& task, Grade clearance, std::string_view lines) {
  // One at a time: a batch takes tasks in the order of their sequence, and must not find a later one on disk while
  // an earlier one is still on its way.
  const std::scoped_lock lock(mutex_);
  prepare();
  const std::uint64_t time = now();
  task.enqueued_at = format_time(static_cast<std::int64_t>(time));
  task.sequence = std::max(last_sequence_ + 1, time);  // nanoseconds, but a clock may be set back
  const fs::path folder = home_ / kSpoolFolder;
  const fs::path half = folder / fmt::format("{}-{}.tmp", ::getpid(), temporaries_++);
  write_synced(half, encode_handover(task) + "\n", lines);
  auto& next = next_[static_cast<std::size_t>(clearance)];
  int result = 0;
  do {
    task.uid = make_task_uid(next++, clearance);
    result = ::link(half.c_str(), task_file(home_, task.uid).c_str());  // never over another's
  } while (result != 0 && errno == EEXIST);
  const int error = errno;
  ::unlink(half.c_str());
  if (result != 0)
    throw std::runtime_error(
        fmt::format("{}: cannot be made: {}", task_file(home_, task.uid).string(), std::strerror(error)));
  last_sequence_ = task.sequence;
  sync_folder(folder);
}

std::optional<nlohmann::ordered_json> Spool::find(std::uint64_t uid) const {
  using nlohmann::ordered_json;
  // The outcome is there before the work goes: whoever finds neither the first time finds the outcome now.
  for (int attempt = 0; attempt < 2; ++attempt) {
    if (const auto done = read_first_line(outcome_file(home_, uid))) return ordered_json::parse(*done);
    if (const auto line = read_first_line(task_file(home_, uid)))
      return show_enqueued(decode_handover(*line, uid));
  }
  return std::nullopt;
}

std::vector<std::uint64_t> Spool::uids(Grade clearance) const {
  std::set<std::uint64_t, std::greater<>> found;
  list(home_, [&](std::uint64_t uid, bool) {
    if (clearance_of_task(uid) <= clearance) found.insert(uid);
  });
  return {found.begin(), found.end()};
}

bool Spool::is_busy(Grade clearance) const {
  std::set<std::uint64_t> waiting;
  std::set<std::uint64_t> done;
  list(home_, [&](std::uint64_t uid, bool is_done) {
    if (clearance_of_task(uid) <= clearance) (is_done ? done : waiting).insert(uid);
  });
  return !std::includes(done.begin(), done.end(), waiting.begin(), waiting.end());
}

}  // namespace vankien
