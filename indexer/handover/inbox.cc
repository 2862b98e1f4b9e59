#include "indexer/handover/inbox.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <set>
#include <stdexcept>

#include "analyzers/schema/synced_file.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostTasks = 1000;
constexpr std::uintmax_t kMostBytes = std::uintmax_t{256} << 20;
constexpr std::chrono::hours kLeftoverAge{
    1};  // a *.tmp of a searchd that was killed; one in use lives a second

std::vector<std::uint64_t> list(const fs::path& home, const char* extension) {
  std::vector<std::uint64_t> uids;
  if (fs::is_directory(home / kSpoolFolder))
    for (const auto& entry : fs::directory_iterator(home / kSpoolFolder))
      if (const auto uid = parse_spool_name(entry.path().filename().string(), extension))
        uids.push_back(*uid);
  return uids;
}

WaitingTask read_head(const fs::path& home, std::uint64_t uid) {
  WaitingTask waiting;
  waiting.task.uid = uid;
  try {
    std::ifstream in(task_file(home, uid), std::ios::binary);
    std::string line;
    if (!std::getline(in, line)) throw std::runtime_error(fmt::format("task {} cannot be read", uid));
    waiting.task = decode_handover(line, uid);
  } catch (const std::runtime_error& error) {
    waiting.problem = error.what();
  }
  return waiting;
}

}  // namespace

bool Inbox::has_work() const { return !list(home_, ".task").empty(); }

std::vector<WaitingTask> Inbox::waiting() const {
  // A listing may miss what comes while it is made and still show what came later. So what the first one shows is a
  // bound, and what the second one shows up to that bound is complete.
  std::uint64_t newest = 0;
  bool any = false;
  for (const std::uint64_t uid : list(home_, ".task")) {
    newest = std::max(newest, read_head(home_, uid).task.sequence);
    any = true;
  }
  if (!any) return {};
  std::vector<WaitingTask> found;
  for (const std::uint64_t uid : list(home_, ".task"))
    if (auto waiting = read_head(home_, uid); waiting.task.sequence <= newest)
      found.push_back(std::move(waiting));
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.task.sequence < b.task.sequence; });
  std::uintmax_t bytes = 0;
  std::size_t fitting = 0;
  while (fitting < found.size() && fitting < kMostTasks && (fitting == 0 || bytes < kMostBytes))
    bytes += fs::file_size(task_file(home_, found[fitting++].task.uid));
  found.resize(fitting);
  for (WaitingTask& waiting : found) {
    std::uint64_t lines = 0;
    if (waiting.problem.empty()) read_lines(waiting.task, [&](const std::string&) { ++lines; });
    if (waiting.problem.empty() && lines != waiting.task.received)
      waiting.problem = fmt::format("task {} in the spool is damaged: {} lines instead of {}",
                                    waiting.task.uid, lines, waiting.task.received);
  }
  return found;
}

void Inbox::read_lines(const Handover& task, const std::function<void(const std::string& line)>& take) const {
  std::ifstream in(task_file(home_, task.uid), std::ios::binary);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) take(line);
}

void Inbox::finish(const std::vector<std::pair<std::uint64_t, std::string>>& outcomes) const {
  if (outcomes.empty()) return;
  for (const auto& [uid, outcome] : outcomes) {
    const fs::path half = outcome_file(home_, uid).string() + ".tmp";
    write_synced(half, outcome, "\n");
    fs::rename(half, outcome_file(home_, uid));
  }
  sync_folder(home_ / kSpoolFolder);
  // Should they come back by a power cut, they are finished all the same: they have an outcome.
  for (const auto& [uid, outcome] : outcomes) fs::remove(task_file(home_, uid));
  forget_old();
}

// Of each clearance by itself, so that the work of others has no influence on what is still known.
void Inbox::forget_old() const {
  std::array<std::vector<std::uint64_t>, kGradeCount> done;
  for (const std::uint64_t uid : list(home_, ".done"))
    done[static_cast<std::size_t>(clearance_of_task(uid))].push_back(uid);
  for (auto& uids : done) {
    std::sort(uids.begin(), uids.end(), std::greater<>());
    for (std::size_t i = kKeptTasks; i < uids.size(); ++i) fs::remove(outcome_file(home_, uids[i]));
  }
  std::error_code gone;  // another searchd's, renamed or removed meanwhile
  for (const auto& entry : fs::directory_iterator(home_ / kSpoolFolder))
    if (entry.path().extension() == ".tmp" &&
        fs::last_write_time(entry.path(), gone) + kLeftoverAge < fs::file_time_type::clock::now() && !gone)
      fs::remove(entry.path(), gone);
}

}  // namespace vankien
