#include "indexer/pipeline/workers.h"

#include <fmt/format.h>

#include <thread>
#include <vector>

#include "indexer/extract/unpack.h"
#include "indexer/pipeline/container.h"
#include "indexer/pipeline/csv_rows.h"
#include "indexer/pipeline/jsonl.h"
#include "indexer/pipeline/read_document.h"

namespace vankien {
namespace {

constexpr std::size_t kQueuedTasks = 64;
constexpr const char* kRetry = "retry";

// What may be better the next time, with the same bytes.
bool is_passing(const std::string& code) {
  return code == "timeout" || code == "out_of_memory" || code == "crashed" || code == "unreadable" ||
         code == "missing_program";
}

}  // namespace

Workers::Workers(const RunOptions& options, Ledger& ledger, RunCounts& counts)
    : options_(options), ledger_(ledger), counts_(counts), queue_(kQueuedTasks), scratch_(options.home) {}

void Workers::run(const std::function<void(const Feed&)>& produce,
                  const std::function<std::unique_ptr<RecordSink>(unsigned)>& make_sink) {
  const unsigned count =
      options_.workers != 0 ? options_.workers : std::max(1u, std::thread::hardware_concurrency());
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < count; ++i)
    threads.emplace_back([this, i, &make_sink] {
      try {
        const auto sink = make_sink(i);
        work(*sink);
        sink->finish();
      } catch (...) {
        stop(std::current_exception());
      }
    });
  try {
    produce([this](SourceFile file, std::optional<LedgerEntry> known) { feed(std::move(file), known); });
    queue_.close();
  } catch (...) {
    stop(std::current_exception());
  }
  threads.clear();  // joins
  if (error_) std::rethrow_exception(error_);
}

void Workers::stop(std::exception_ptr error) {
  {
    const std::scoped_lock lock(mutex_);
    if (!error_) error_ = std::move(error);
  }
  queue_.cancel();
}

void Workers::feed(SourceFile source, const std::optional<LedgerEntry>& known) {
  ++counts_.files_found;
  const bool settled = known && known->outcome != kRetry;
  if (settled && known->size == source.size && known->mtime_ns == source.mtime_ns) {
    ++counts_.unchanged;
    return;
  }
  auto file = std::make_shared<FileInWork>();
  file->source = std::move(source);
  try {
    if (!file->source.problem.empty())
      throw ExtractError(file->source.is_folder ? "unreadable" : "no_file", file->source.problem);
    file->content_hash = hash_content(file->source);
  } catch (const ExtractError& error) {
    fail(*file, "", error.code(), error.what());
  } catch (const std::runtime_error& error) {
    fail(*file, "", "unreadable", error.what());
  }
  if (file->failures > 0) {
    queue_.push(Task{file, {}, 1});
    return;
  }
  if (settled && known->hash == file->content_hash) {  // touched, not changed
    LedgerEntry entry = *known;
    entry.mtime_ns = file->source.mtime_ns;
    ledger_.note(entry);
    ++counts_.unchanged;
    return;
  }
  if (is_jsonl(file->source.file) || is_csv(file->source.file)) {
    feed_lines(file);
  } else {
    file->shares.fetch_add(1);
    queue_.push(Task{file, {}, 0});
  }
  // The producer's own share: an empty or unreadable file has no other.
  queue_.push(Task{file, {}, 1});
}

void Workers::feed_lines(const std::shared_ptr<FileInWork>& file) {
  try {
    const auto take = [&](std::uint64_t first, std::vector<std::string> lines) {
      file->shares.fetch_add(1);
      return queue_.push(Task{file, std::move(lines), first});
    };
    const auto refuse = [&](std::uint64_t line, const std::string& code, const std::string& reason) {
      fail(*file, fmt::format("line {}", line), code, reason);
    };
    read_record_lines(file->source, take, refuse);
  } catch (const ExtractError& error) {
    fail(*file, "", error.code(), error.what());
  }
}

void Workers::work(RecordSink& sink) {
  while (auto task = queue_.pop()) {
    do_task(*task, sink);
    let_go(*task->file, sink);
  }
}

void Workers::do_task(Task& task, RecordSink& sink) {
  FileInWork& file = *task.file;
  if (task.first_line == 0) {
    if (is_container(file.source.file)) return take_apart(file, sink);
    try {
      add(read_file(file.source, options_.self, options_.limits), "", file, sink);
    } catch (const ExtractError& error) {
      fail(file, "", error.code(), error.what());
    }
    return;
  }
  for (std::size_t i = 0; i < task.lines.size(); ++i) {
    const std::string& line = task.lines[i];
    if (line.find_first_not_of(" \t\r\n") == std::string::npos) continue;
    const std::string place = fmt::format("line {}", task.first_line + i);
    try {
      add(read_json_line(line, file.source), place, file, sink);
    } catch (const ExtractError& error) {
      fail(file, place, error.code(), error.what());
    }
  }
}

void Workers::take_apart(FileInWork& file, RecordSink& sink) {
  const PartTaker::Take take = [&](ReadDocument document, const std::string& place) {
    add(std::move(document), place, file, sink);
  };
  const PartTaker::Refuse refuse = [&](const std::string& place, const std::string& code,
                                       const std::string& reason) { fail(file, place, code, reason); };
  read_container(file.source, options_, scratch_, {take, refuse});
}

void Workers::add(ReadDocument document, const std::string& place, FileInWork& file, RecordSink& sink) {
  const Record& record = document.record;
  const std::string here = place.empty() ? file.source.path : file.source.path + " " + place;
  {
    const std::scoped_lock lock(mutex_);
    const auto [first, fresh] = ids_.emplace(record.id, here);
    if (!fresh)
      throw ExtractError("duplicate_id",
                         fmt::format("id \"{}\" was met before: {}", record.id, first->second));
  }
  for (const auto& page : record.pages) counts_.bytes += page.size();
  sink.add(record);
  {
    const std::scoped_lock lock(file.ids_mutex);
    file.ids.push_back(record.id);
  }
  for (auto& warning : document.warnings) {
    const std::string where =
        place.empty() || warning.place.empty() ? place + warning.place : place + ", " + warning.place;
    ledger_.note_warning({file.source.path, where, warning.code, warning.text});
  }
  ++file.documents;
  ++counts_.documents;
}

void Workers::fail(FileInWork& file, const std::string& place, const std::string& code,
                   const std::string& reason) {
  ++file.failures;
  ++counts_.failed;
  if (is_passing(code)) file.retry = true;
  ledger_.note_failure({file.source.path, place, code, reason});
  const std::scoped_lock lock(counts_.first_failures_mutex);
  if (counts_.first_failures.size() < RunCounts::kFirstFailures)
    counts_.first_failures.push_back({file.source.path, place, code, reason});
}

void Workers::let_go(FileInWork& file, RecordSink& sink) {
  if (file.shares.fetch_sub(1) != 1) return;
  const bool failed = file.documents == 0 && file.failures > 0;
  sink.finish_file(file);
  if (!failed) ++counts_.files_read;
  const char* outcome = file.retry ? kRetry : failed ? "failed" : "read";
  const auto took = std::chrono::steady_clock::now() - file.begun;
  ledger_.note({file.source.path, file.source.size, file.source.mtime_ns, file.content_hash, outcome,
                file.documents, std::chrono::duration_cast<std::chrono::milliseconds>(took).count()});
}

}  // namespace vankien
