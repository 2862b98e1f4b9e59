#include "indexer/writer/run/run_merge.h"

#include <algorithm>
#include <future>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "analyzers/letters.h"
#include "indexer/writer/document_builder.h"
#include "indexer/writer/glass/database_writer.h"
#include "indexer/writer/run/piece_joiner.h"
#include "indexer/writer/run/run_reader.h"
#include "indexer/writer/run/run_writer.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

/// Runs that are read side by side, each after the documents of those before it.
class Inputs {
 public:
  explicit Inputs(const std::vector<fs::path>& files) {
    for (const fs::path& file : files) {
      runs_.push_back(std::make_unique<RunReader>(file));
      offsets_.push_back(counts_.last_id);
      const RunSummary& summary = runs_.back()->summary();
      add(summary.counts);
      for (std::size_t slot = 0; slot < kSlots; ++slot) valued_[slot] += summary.valued[slot];
    }
  }
  std::size_t size() const { return runs_.size(); }
  std::uint32_t offset(std::size_t run) const { return offsets_[run]; }
  SectionReader section(std::size_t run, Section section) const { return runs_[run]->section(section); }
  ListCursor lists(std::size_t run, Section of = Section::kLists) const {
    return {section(run, of), offsets_[run]};
  }
  const DatabaseCounts& counts() const { return counts_; }
  const std::array<std::uint32_t, kSlots>& valued() const { return valued_; }

 private:
  void add(const DatabaseCounts& more) {
    counts_.documents += more.documents;
    counts_.last_id += more.last_id;
    counts_.total_length += more.total_length;
    if (counts_.least_length == 0 || (more.least_length > 0 && more.least_length < counts_.least_length))
      counts_.least_length = more.least_length;
    counts_.most_length = std::max(counts_.most_length, more.most_length);
    counts_.most_times = std::max(counts_.most_times, more.most_times);
  }
  std::vector<std::unique_ptr<RunReader>> runs_;
  std::vector<std::uint32_t> offsets_;
  DatabaseCounts counts_;
  std::array<std::uint32_t, kSlots> valued_{};
};

/// The lists of all runs, term after term.
class ListQueue {
 public:
  explicit ListQueue(const Inputs& inputs) {
    cursors_.reserve(inputs.size());
    for (std::size_t run = 0; run < inputs.size(); ++run) {
      cursors_.push_back(inputs.lists(run));
      if (cursors_.back().next()) queue_.push_back(head(run));
    }
    std::make_heap(queue_.begin(), queue_.end(), Later{*this});
  }
  bool empty() const { return queue_.empty(); }
  /// Hands over the cursors that stand at the next term, in order of their runs, and moves them on.
  template <class Take>
  void pop(Take take) {
    same_.clear();
    do {
      std::pop_heap(queue_.begin(), queue_.end(), Later{*this});
      same_.push_back(queue_.back().run);
      queue_.pop_back();
    } while (!queue_.empty() && cursors_[queue_.front().run].term() == cursors_[same_[0]].term());
    take(same_);
    for (const std::size_t run : same_)
      if (cursors_[run].next()) {
        queue_.push_back(head(run));
        std::push_heap(queue_.begin(), queue_.end(), Later{*this});
      }
  }
  ListCursor& operator[](std::size_t run) { return cursors_[run]; }

 private:
  /// The first eight bytes tell most terms apart.
  struct Head {
    std::uint64_t bytes;
    std::size_t run;
  };
  struct Later {
    const ListQueue& queue;
    bool operator()(const Head& a, const Head& b) const {
      if (a.bytes != b.bytes) return a.bytes > b.bytes;
      const int compared = queue.cursors_[a.run].term().compare(queue.cursors_[b.run].term());
      return compared != 0 ? compared > 0 : a.run > b.run;
    }
  };
  Head head(std::size_t run) const {
    std::uint64_t bytes = 0;
    const std::string_view term = cursors_[run].term();
    for (std::size_t i = 0; i < sizeof bytes; ++i)
      bytes = bytes << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0u);
    return {bytes, run};
  }
  std::vector<ListCursor> cursors_;
  std::vector<Head> queue_;
  std::vector<std::size_t> same_;
};

template <class Writer, class Notice>
void merge_lists(const Inputs& inputs, Writer& writer, Notice notice) {
  for (ListQueue queue(inputs); !queue.empty();)
    queue.pop([&](const std::vector<std::size_t>& runs) {
      std::uint32_t documents = 0;
      std::uint64_t times = 0;
      for (const std::size_t run : runs) {
        documents += queue[run].documents();
        times += queue[run].times();
      }
      const std::string_view term = queue[runs[0]].term();
      notice(term);
      writer.begin_list(term, documents, times);
      for (const std::size_t run : runs)
        while (const auto piece = queue[run].next_piece()) writer.piece(*piece);
      writer.end_list();
    });
}

template <class Writer>
void merge_lengths(const Inputs& inputs, Writer& writer) {
  writer.begin_lengths();
  for (std::size_t run = 0; run < inputs.size(); ++run) {
    ListCursor lengths = inputs.lists(run, Section::kLengths);
    while (const auto piece = lengths.next_piece()) writer.piece(*piece);
  }
  writer.end_list();
}

/// `take(slot, first, chunk)`, `end(slot)`.
template <class Take, class End>
void merge_values(const Inputs& inputs, Take take, End end) {
  std::vector<SectionReader> readers;
  for (std::size_t run = 0; run < inputs.size(); ++run)
    readers.push_back(inputs.section(run, Section::kValues));
  for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
    for (std::size_t run = 0; run < readers.size(); ++run)
      while (const std::uint32_t first = readers[run].number32()) {
        const std::uint64_t size = readers[run].number();
        take(slot, first + inputs.offset(run), readers[run].bytes(size));
      }
    end(slot);
  }
}

template <class Take>
void merge_entries(const Inputs& inputs, Take take) {
  for (std::size_t run = 0; run < inputs.size(); ++run) {
    std::uint32_t document = inputs.offset(run);
    for (EntryCursor cursor(inputs.section(run, Section::kEntries)); cursor.next();)
      take(++document, cursor.entry());
  }
}

/// A run between has its pieces joined where they are short.
class JoiningWriter {
 public:
  explicit JoiningWriter(RunWriter& writer) : writer_(writer) {}
  void begin_list(std::string_view term, std::uint32_t documents, std::uint64_t times) {
    writer_.begin_list(term, documents, times);
  }
  void begin_lengths() { writer_.begin_lengths(); }
  void piece(const ListPiece& piece) { joiner_.add(piece); }
  void end_list() {
    joiner_.finish();
    writer_.end_list();
  }

 private:
  struct Pieces {
    RunWriter* writer;
    void operator()(const ListPiece& piece) const { writer->piece(piece); }
  };
  RunWriter& writer_;
  PieceJoiner<Pieces> joiner_{kPieceBytes, Pieces{&writer_}};
};

void merge_to_run(const std::vector<fs::path>& runs, const fs::path& target) {
  const Inputs inputs(runs);
  RunWriter writer(target);
  JoiningWriter lists(writer);
  merge_lists(inputs, lists, [](std::string_view) {});
  merge_lengths(inputs, lists);
  writer.begin_values();
  merge_values(
      inputs,
      [&](std::uint32_t, std::uint32_t first, std::string_view chunk) { writer.values(first, chunk); },
      [&](std::uint32_t) { writer.end_slot(); });
  writer.begin_entries();
  merge_entries(inputs, [&](std::uint32_t, const DocumentEntry& entry) { writer.entry(entry); });
  writer.begin_ids();
  writer.finish(inputs.counts(), inputs.valued());
}

Manifest::Files merge_to_database(const std::vector<fs::path>& runs, const fs::path& folder) {
  const Inputs inputs(runs);
  glass::DatabaseWriter writer(folder);
  std::future<void> entries = std::async(std::launch::async, [&] {
    merge_entries(inputs, [&](std::uint32_t document, const DocumentEntry& entry) {
      writer.data(document, entry.data);
    });
  });
  glass::ListWriter& lists = writer.lists();
  for (std::uint32_t slot = 0; slot < kSlots; ++slot)
    if (inputs.valued()[slot] > 0) lists.value_counts(slot, inputs.valued()[slot]);
  merge_values(
      inputs,
      [&](std::uint32_t slot, std::uint32_t first, std::string_view chunk) {
        lists.values(slot, first, chunk);
      },
      [](std::uint32_t) {});
  merge_lengths(inputs, lists);
  // Words under what stays of them without marks, as Vocabulary keeps them.
  std::map<std::string, std::set<std::string>> forms;
  merge_lists(inputs, lists, [&](std::string_view term) {
    if (is_plain_word(term) && has_marks(term)) forms[make_term("", bare_form(term))].emplace(term);
  });
  for (const auto& [bare, marked] : forms) writer.synonyms(bare, marked);
  entries.get();
  return writer.finish(inputs.counts());
}

}  // namespace

Manifest::Files merge_runs(const std::vector<fs::path>& runs, const fs::path& database,
                           const fs::path& scratch, const std::function<void()>& next,
                           std::size_t most_runs) {
  std::vector<fs::path> left = runs;
  for (unsigned stage = 0; left.size() > most_runs; ++stage) {
    fs::create_directories(scratch);
    std::vector<fs::path> longer;
    for (std::size_t begin = 0; begin < left.size(); begin += most_runs) {
      next();
      const std::vector<fs::path> some(
          left.begin() + static_cast<std::ptrdiff_t>(begin),
          left.begin() + static_cast<std::ptrdiff_t>(std::min(begin + most_runs, left.size())));
      longer.push_back(scratch / (std::to_string(stage) + "-" + std::to_string(longer.size())));
      merge_to_run(some, longer.back());
      if (stage > 0)
        for (const fs::path& file : some) fs::remove(file);
    }
    left = std::move(longer);
  }
  next();
  Manifest::Files files = merge_to_database(left, database);
  fs::remove_all(scratch);
  return files;
}

}  // namespace vankien
