#include "indexer/pipeline/workers.h"

#include <fmt/format.h>

#include <future>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/extract/child_room.h"
#include "indexer/extract/unpack.h"
#include "indexer/pipeline/attempt.h"
#include "indexer/pipeline/container.h"
#include "indexer/pipeline/read_document.h"
#include "indexer/records/csv_rows.h"
#include "indexer/records/jsonl.h"

namespace vankien {
namespace {

constexpr std::size_t kQueuedTasks = 64;

bool is_read_by_lines(const SourceFile& file) { return is_jsonl(file.file) || is_csv(file.file); }

std::shared_future<std::string> known(std::string hash) {
  std::promise<std::string> promise;
  promise.set_value(std::move(hash));
  return promise.get_future().share();
}

std::shared_future<std::string> hash_of(const SourceFile& file) {
  if (!file.hash.empty()) return known(file.hash);
  if (!is_read_by_lines(file)) return known(hash_content(file));
  return std::async(std::launch::async, [file] { return hash_content(file); }).share();
}

}  // namespace

std::string FileInWork::known_hash() const {
  try {
    const auto hash = content_hash;  // a thread waits at its own
    return hash.valid() ? hash.get() : std::string();
  } catch (const std::runtime_error&) {  // noted where it is waited for
    return {};
  }
}

Workers::Workers(const RunOptions& options, Ledger& ledger, RunCounts& counts)
    : options_(options),
      budget_(share_memory(
          options.memory_bytes,
          options.workers != 0 ? options.workers : std::max(1u, std::thread::hardware_concurrency()),
          options.limits.memory_bytes)),
      limits_(options.limits),
      ledger_(ledger),
      counts_(counts),
      account_(ledger, counts),
      ocr_(options, limits_, counts),
      queue_(kQueuedTasks, budget_.queue_bytes),
      room_(options.home) {
  limits_.memory_bytes = budget_.child_bytes;
  ChildRoom::of_process().give_a_lone_child(budget_.lone_child_bytes);
}

void Workers::run(const std::function<void(const Feed&)>& produce,
                  const std::function<std::unique_ptr<RecordSink>(unsigned)>& make_sink) {
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < budget_.workers; ++i)
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
    produce([this](SourceFile file) { feed(std::move(file)); });
    queue_.close();
  } catch (...) {
    stop(std::current_exception());
  }
  threads.clear();  // joins
  if (error_) std::rethrow_exception(error_);
  heed_stop(options_);
}

void Workers::stop(std::exception_ptr error) {
  {
    const std::scoped_lock lock(mutex_);
    if (!error_) error_ = std::move(error);
  }
  queue_.cancel();
}

void Workers::feed(SourceFile source) {
  heed_stop(options_);
  ++counts_.files_found;
  auto file = std::make_shared<FileInWork>();
  file->source = std::move(source);
  try {
    if (file->source.lacks_sidecar)
      file->content_hash = known(file->source.hash);  // by which it is known the next time
    if (!file->source.problem.empty())
      throw ExtractError(file->source.is_folder       ? "unreadable"
                         : file->source.lacks_sidecar ? "sidecar_left_behind"
                                                      : "no_file",
                         file->source.problem);
    file->content_hash = hash_of(file->source);
  } catch (const ExtractError& error) {
    account_.fail(*file, "", error.code(), error.what());
  } catch (const std::runtime_error& error) {
    account_.fail(*file, "", "unreadable", error.what());
  }
  if (file->failures > 0) {
    queue_.push(Task{file, {}, 1, 0});
    return;
  }
  if (skip_done(*file)) {
    // Nothing is left to read of it.
  } else if (is_read_by_lines(file->source)) {
    feed_lines(file);
  } else {
    file->shares.fetch_add(1);
    queue_.push(Task{file, {}, 0, 0});
  }
  // The producer's own share: an empty or unreadable file has no other.
  queue_.push(Task{file, {}, 1, 0});
}

// Puts what an interrupted run read of the file into its account; true if that was all of it.
bool Workers::skip_done(FileInWork& file) {
  if (journal_ == nullptr) return false;
  bool whole = false;
  for (const auto& unit : journal_->units(file.source.path)) {
    for (const auto& failure : unit.failures) account_.note_failure(file, failure);
    for (const auto& warning : unit.warnings) ledger_.note_warning(warning);
    file.documents += unit.documents;
    counts_.taken_up += static_cast<std::uint64_t>(unit.documents);
    whole = whole || unit.first_line == 0;
    file.done_lines.insert(unit.first_line);
  }
  if (whole) counts_.taken_up_bytes += static_cast<std::uint64_t>(file.source.size);
  return whole;
}

void Workers::feed_lines(const std::shared_ptr<FileInWork>& file) {
  try {
    const auto take = [&](std::uint64_t first, std::vector<std::string> lines) {
      if (options_.stop()) return false;
      std::size_t bytes = lines.size();  // their line feeds
      for (const auto& line : lines) bytes += line.size();
      if (file->done_lines.contains(first)) {
        counts_.taken_up_bytes += bytes;
        counts_.source_bytes += bytes;
        file->counted_bytes += static_cast<std::int64_t>(bytes);
        return true;
      }
      file->shares.fetch_add(1);
      return queue_.push(Task{file, std::move(lines), first, bytes}, bytes);
    };
    const auto refuse = [&](std::uint64_t line, const std::string& code, const std::string& reason) {
      account_.fail(*file, fmt::format("line {}", line), code, reason);
    };
    read_record_lines(file->source, take, refuse, budget_.line_bytes);
  } catch (const ExtractError& error) {
    account_.fail(*file, "", error.code(), error.what());
  }
  // Before the last look at the file: what is hashed later could be another content than was read.
  try {
    file->content_hash.get();
  } catch (const std::runtime_error& error) {
    if (!file->failure) account_.fail(*file, "", "unreadable", error.what());
    file->retry = true;
  }
  check_unchanged(*file);
}

void Workers::work(RecordSink& sink) {
  while (auto task = queue_.pop()) {
    if (options_.stop()) return;
    do_task(*task, sink);
    counts_.source_bytes += task->bytes;
    task->file->counted_bytes += static_cast<std::int64_t>(task->bytes);
    let_go(*task->file, sink);
  }
}

void Workers::do_task(Task& task, RecordSink& sink) {
  FileInWork& file = *task.file;
  DoneUnit unit;
  unit.path = file.source.path;
  unit.first_line = task.first_line;
  unit.size = file.source.size;
  unit.mtime_ns = file.source.mtime_ns;
  const auto identify = [&] { unit.hash = document_identity(file.source, file.known_hash()); };
  if (task.first_line == 0) {
    identify();
    if (may_be_container(file.source.file)) return take_apart(file, sink, std::move(unit));
    try {
      ReadDocument document = read_file(file.source, options_.self, limits_, ocr_);
      if (document.retry) file.retry = true;
      add(std::move(document), "", file, sink, unit);
      // What may be better the next time an interrupted run reads again.
      if (!file.retry) sink.finish_unit(std::move(unit));
    } catch (const ExtractError& error) {
      account_.fail(file, "", error.code(), error.what());
    }
    check_unchanged(file);
    return;
  }
  for (std::size_t i = 0; i < task.lines.size(); ++i) {
    const std::string& line = task.lines[i];
    if (line.find_first_not_of(" \t\r\n") == std::string::npos) continue;
    const std::string place = fmt::format("line {}", task.first_line + i);
    try {
      add(read_json_line(line, file.source), place, file, sink, unit);
    } catch (const ExtractError& error) {
      account_.fail(file, place, error.code(), error.what());
      unit.failures.push_back({file.source.path, place, error.code(), error.what()});
    }
  }
  if (task.lines.empty()) return;
  identify();
  sink.finish_unit(std::move(unit));
}

// A file that is being written is read as far as it got; the next update reads it again, whatever its time says.
void Workers::check_unchanged(FileInWork& file) {
  if (is_as_scanned(file.source)) return;
  file.retry = true;
  ledger_.note_warning({file.source.path, "", "changed_while_read",
                        "the file changed while it was read; the next update reads it again"});
}

void Workers::take_apart(FileInWork& file, RecordSink& sink, DoneUnit unit) {
  const PartTaker::Take take = [&](ReadDocument document, const std::string& place) {
    if (document.retry) file.retry = true;
    add(std::move(document), place, file, sink, unit);
  };
  const PartTaker::Refuse refuse = [&](const std::string& place, const std::string& code,
                                       const std::string& reason) {
    account_.fail(file, place, code, reason);
    if (is_passing(code)) file.retry = true;
    unit.failures.push_back({file.source.path, place, code, reason});
  };
  read_container(file.source, options_.self, limits_, room_, ocr_, {take, refuse});
  if (!file.retry) sink.finish_unit(std::move(unit));  // as in do_task
  check_unchanged(file);
}

void Workers::add(ReadDocument document, const std::string& place, FileInWork& file, RecordSink& sink,
                  DoneUnit& unit) {
  const Record& record = document.record;
  sink.add(record, place, file);
  for (const auto& page : record.pages) counts_.bytes += page.size();
  for (auto& warning : document.warnings) {
    const std::string where =
        place.empty() || warning.place.empty() ? place + warning.place : place + ", " + warning.place;
    unit.warnings.push_back({file.source.path, where, warning.code, warning.text});
    ledger_.note_warning(unit.warnings.back());
  }
  ++unit.documents;
  ++file.documents;
  ++counts_.documents;
}

void Workers::let_go(FileInWork& file, RecordSink& sink) {
  if (file.shares.fetch_sub(1) != 1) return;
  sink.finish_file(file);
  account_.close(file);
}

}  // namespace vankien
