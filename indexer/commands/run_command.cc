#include <fmt/format.h>
#include <signal.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>

#include "indexer/commands/commands.h"
#include "indexer/extract/sandbox.h"
#include "indexer/generations/home_lock.h"
#include "indexer/pipeline/progress.h"
#include "indexer/pipeline/run.h"

namespace vankien {
namespace {

std::atomic<bool> stop_asked{false};
static_assert(std::atomic<bool>::is_always_lock_free, "set in a signal handler");

// A second signal ends the process at once: that is safe too.
void stop_on_signals() {
  struct sigaction action {};
  action.sa_handler = [](int) { stop_asked = true; };
  action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

// path and what it is about, for each file; then one line of all.
int tell_plan(const RunOptions& options, bool is_update) {
  if (const auto holder = find_lock_holder(options.home))
    fmt::print(stderr, "another indexer is at work here ({}): what is told is as it was before\n", *holder);
  const Plan plan = plan_run(options, is_update);
  std::map<std::string, std::size_t> counts;
  for (const auto& line : plan.lines) {
    ++counts[line.what];
    fmt::print("{}\t{}{}\n", line.what, one_line(line.path),
               line.other.empty() ? "" : "\t" + one_line(line.other));
  }
  std::string summary;
  for (const char* what : {"new", "changed", "moved", "copy", "again", "unreadable", "vanished"})
    summary += fmt::format("{} {}, ", what, counts[what]);
  fmt::print("{}unchanged {}; nothing was touched\n", summary, plan.unchanged);
  return kDone;
}

int run(const RunOptions& options, bool is_update) {
  stop_on_signals();
  if (const std::string missing = sandbox_shortfall(); !missing.empty())
    fmt::print(stderr, "vankien-indexer: {}\n", missing);
  RunCounts counts;
  const auto begun = std::chrono::steady_clock::now();
  RunResult result;
  try {
    if (is_update) empty_spool(options);
    if (is_update && options.sources.empty()) return kDone;
    const Progress progress(counts);
    result = is_update ? update(options, counts) : reindex(options, counts);
  } catch (...) {
    for (const auto& failure : counts.first_failures)
      fmt::print(stderr, "{} {}: {}: {}\n", one_line(failure.path), failure.place, failure.code,
                 one_line(failure.reason));
    throw;
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  if (counts.failed > 0)
    fmt::print(stderr, "some files or records failed; `vankien-indexer failures --home {}` lists them\n",
               options.home.string());
  if (counts.taken_up > 0)
    fmt::print("{} documents had been read by an interrupted run\n", counts.taken_up.load());
  const std::string published =
      result.generation == 0 ? "nothing changed" : generation_name(result.generation) + " published";
  fmt::print(
      "read {} documents from {} files, skipped {} files unchanged, {} moved, {} copies of others, failed "
      "{}, "
      "removed {} documents; {} documents in all; {} in {:.1f} s\n",
      counts.documents.load(), counts.files_read.load(), counts.unchanged.load(), counts.moved.load(),
      counts.copies.load(), counts.failed.load(), counts.removed.load(), result.documents_total, published,
      seconds);
  if (counts.ocr_pages_read + counts.ocr_pages_cached > 0)
    fmt::print("read {} pages by OCR, {} from the cache\n", counts.ocr_pages_read.load(),
               counts.ocr_pages_cached.load());
  return counts.failed > 0 ? kSomeFailed : kDone;
}

void add_run_options(CLI::App& command, RunOptions& options, bool& dry) {
  command.add_option("source", options.sources, "folders, .jsonl or .jsonl.gz files");
  command.add_option("--home", options.home, "the archive's home folder, made if needed")->required();
  command.add_option("--workers", options.workers, "threads that read and index; 0 = one a core")
      ->capture_default_str();
  command
      .add_option("--file-seconds", options.limits.seconds,
                  "most processor time for one file; by the clock it may take five times as long")
      ->capture_default_str();
  command
      .add_option("--page-seconds", options.limits.ocr_seconds,
                  "the same for one page read by OCR; it does not count for its file")
      ->capture_default_str();
  command
      .add_option("--keep", options.keep,
                  "generations that stay on disk, the published one among them; see rollback")
      ->check(CLI::Range(2, 1000))
      ->capture_default_str();
  command
      .add_option(
          "--memory", options.memory_bytes,
          "memory for this program and its children together: 800M, 4G; default half of the machine's; "
          "files that LibreOffice reads (.xls .ppt .ods .odp) need 512M")
      ->transform(CLI::AsSizeValue(false))
      ->check(CLI::Range(kLeastMemory, std::uint64_t{1} << 50, "256M and more"))
      ->default_str("");
  command
      .add_option("--reserve", options.reserve_bytes,
                  "room that stays free on the disk of the home: 500M, 2G")
      ->transform(CLI::AsSizeValue(false))
      ->default_str("256M");
  command.add_flag("--force", options.force,
                   "publish even if the archive shrinks to less than 70 % or to nothing");
  command.add_flag(
      "--dry-run", dry,
      "only tell what would happen: new, changed, moved, copy, again, unreadable, vanished; path; from "
      "where, of which file or why (tab between)");
}

}  // namespace

void add_run_commands(CLI::App& app, Chosen& chosen) {
  const auto options = std::make_shared<RunOptions>();
  options->stop = [] { return stop_asked.load(); };
  options->self = std::filesystem::read_symlink("/proc/self/exe");
  auto* reindex_command =
      app.add_subcommand("reindex", "build the whole index anew from all sources and swap it in");
  const auto dry = std::make_shared<bool>(false);
  add_run_options(*reindex_command, *options, *dry);
  reindex_command->get_option("source")->required();
  reindex_command->add_flag("--fresh", options->fresh,
                            "read everything, also what an interrupted reindex had read already");
  reindex_command->callback([&chosen, options, dry] {
    chosen = [options, dry] { return *dry ? tell_plan(*options, false) : run(*options, false); };
  });
  auto* update_command = app.add_subcommand(
      "update", "bring in new and changed files, take out vanished ones, and what was handed over");
  add_run_options(*update_command, *options, *dry);
  update_command->callback([&chosen, options, dry] {
    chosen = [options, dry] { return *dry ? tell_plan(*options, true) : run(*options, true); };
  });
}

}  // namespace vankien
