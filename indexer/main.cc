#include <fmt/format.h>
#include <xapian.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

#include "indexer/extract/child.h"
#include "indexer/generations/generations.h"
#include "indexer/ledger/ledger.h"
#include "indexer/pipeline/progress.h"
#include "indexer/pipeline/run.h"

namespace {

using namespace vankien;

// Exit statuses, as --help tells them.
enum Exit { kDone = 0, kError = 1, kSomeFailed = 3, kLocked = 4 };

constexpr const char* kHelp = R"(Reads an archive of Vietnamese party documents into a full-text index.

A SOURCE is a folder of .txt .html .docx .doc .rtf .odt .xlsx .pptx .pdf files, or a .jsonl /
.jsonl.gz file of records
(id, title, symbol, type, issuer, level, date, term, grade, body; further fields are kept).
Fields in a FILE.meta.json beside a file win over those read from its letterhead.

The index lives in the home folder. It is built aside and swapped in by a rename: vankien-searchd
goes on answering from the old generation and moves over by itself. Killing this program at any
moment leaves the published index whole.)";

constexpr const char* kFooter = R"(
Exit status:
  0  done, everything was read
  1  nothing was published; the last line on stderr says why
  3  done and published, but some files or records failed: see `vankien-indexer failures`
  4  another indexer is at work on the same home folder

Examples:
  vankien-indexer reindex /srv/van-kien --home /var/lib/vankien
  vankien-indexer update /srv/van-kien /srv/van-ban-den.jsonl.gz --home /var/lib/vankien
  vankien-indexer failures --home /var/lib/vankien)";

// File names may hold anything; a row of the list stays a row.
std::string one_line(const std::string& text) {
  std::string out;
  for (const char c : text)
    out += c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '\r' ? "\\r" : std::string(1, c);
  return out;
}

int run(const RunOptions& options, bool is_update) {
  RunCounts counts;
  const auto begun = std::chrono::steady_clock::now();
  RunResult result;
  try {
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
  const std::string published =
      result.generation == 0 ? "nothing changed" : generation_name(result.generation) + " published";
  fmt::print(
      "read {} documents from {} files, skipped {} files unchanged, failed {}, removed {} documents; {} "
      "documents in all; {} in {:.1f} s\n",
      counts.documents.load(), counts.files_read.load(), counts.unchanged.load(), counts.failed.load(),
      counts.removed.load(), result.documents_total, published, seconds);
  return counts.failed > 0 ? kSomeFailed : kDone;
}

int list_failures(const std::filesystem::path& home) {
  if (!std::filesystem::exists(home / "ledger.sqlite"))
    throw std::runtime_error(home.string() + ": holds no ledger");
  Ledger ledger(home);
  for (const auto& failure : ledger.failures())
    fmt::print("{}\t{}\t{}\t{}\n", one_line(failure.path), failure.place.empty() ? "-" : failure.place,
               failure.code, failure.reason);
  return kDone;
}

}  // namespace

int main(int argc, char** argv) {
  if (is_extract_one(argc, argv)) return extract_one_main(argc, argv);  // the bounded child
  CLI::App app(kHelp, "vankien-indexer");
  app.footer(kFooter);
  app.require_subcommand(1);
  RunOptions options;
  options.self = std::filesystem::read_symlink("/proc/self/exe");

  const auto add_run_options = [&](CLI::App* command) {
    command->add_option("source", options.sources, "folders, .jsonl or .jsonl.gz files")->required();
    command->add_option("--home", options.home, "the archive's home folder, made if needed")->required();
    command->add_option("--workers", options.workers, "threads that read and index; 0 = one a core")
        ->capture_default_str();
    command->add_option("--file-seconds", options.limits.seconds, "longest time for one file")
        ->capture_default_str();
    command->add_flag("--force", options.force,
                      "publish even if the archive shrinks to less than 70 % or to nothing");
  };
  auto* reindex_command =
      app.add_subcommand("reindex", "build the whole index anew from all sources and swap it in");
  add_run_options(reindex_command);
  auto* update_command =
      app.add_subcommand("update", "bring in new and changed files, take out vanished ones");
  add_run_options(update_command);

  std::filesystem::path home;
  auto* failures_command =
      app.add_subcommand("failures", "list what could not be read: path, place, code, reason (tab between)");
  failures_command->add_option("--home", home, "the archive's home folder")->required();

  CLI11_PARSE(app, argc, argv);
  try {
    if (failures_command->parsed()) return list_failures(home);
    return run(options, update_command->parsed());
  } catch (const HomeLocked& error) {
    fmt::print(stderr, "vankien-indexer: {}\n", error.what());
    return kLocked;
  } catch (const Xapian::Error& error) {
    fmt::print(stderr, "vankien-indexer: index: {}\n", error.get_description());
  } catch (const std::exception& error) {
    fmt::print(stderr, "vankien-indexer: {}\n", error.what());
  }
  return kError;
}
