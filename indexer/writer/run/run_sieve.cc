#include "indexer/writer/run/run_sieve.h"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "indexer/writer/glass/pack.h"
#include "indexer/writer/glass/packed_bytes.h"
#include "indexer/writer/run/piece_joiner.h"
#include "indexer/writer/run/run_reader.h"
#include "indexer/writer/run/run_writer.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

using glass::append_number;
using glass::PackedBytes;

template <class Found>
Found must(std::optional<Found> found) {
  if (!found) throw std::runtime_error("a run on disk has a piece that is too short");
  return *found;
}

std::uint32_t next_number(PackedBytes& bytes) { return static_cast<std::uint32_t>(must(bytes.number())); }

/// Copies one run.
class Sieve {
 public:
  Sieve(const fs::path& from, const std::vector<std::uint32_t>& left_out, const fs::path& to)
      : run_(from), writer_(to), numbers_(run_.summary().counts.documents + std::size_t{1}) {
    for (const std::uint32_t document : left_out) {
      number_of(document);
      numbers_[document] = kGone;
    }
    for (std::size_t document = 1; document < numbers_.size(); ++document)
      if (numbers_[document] != kGone) numbers_[document] = ++counts_.documents;
    counts_.last_id = counts_.documents;
  }

  std::uint32_t documents() const { return counts_.documents; }

  void copy() {
    copy_lists();
    copy_lengths();
    copy_values();
    copy_entries();
    writer_.finish(counts_, valued_);
  }

 private:
  static constexpr std::uint32_t kGone = 0xFFFFFFFF;

  struct Posting {
    std::uint32_t document;  ///< as it is numbered in the copy
    std::uint32_t times;
  };

  std::uint32_t number_of(std::size_t document) const {
    if (document == 0 || document >= numbers_.size())
      throw std::runtime_error("a run on disk names a document that it does not have");
    return numbers_[document];
  }

  // The postings that stay of the list at which the cursor stands.
  const std::vector<Posting>& read_list(ListCursor& cursor) {
    postings_.clear();
    while (const auto piece = cursor.next_piece()) {
      PackedBytes bytes(piece->bytes);
      for (std::size_t document = piece->first;; document += next_number(bytes) + std::size_t{1}) {
        const std::uint32_t times = next_number(bytes);
        if (const std::uint32_t number = number_of(document); number != kGone)
          postings_.push_back({number, times});
        if (bytes.left().empty()) break;
      }
    }
    return postings_;
  }

  void write_list() {
    std::string one;
    PieceJoiner joiner(kPieceBytes, [&](const ListPiece& piece) { writer_.piece(piece); });
    for (const Posting& posting : postings_) {
      one.clear();
      append_number(one, posting.times);
      joiner.add({posting.document, posting.document, one});
    }
    joiner.finish();
    writer_.end_list();
  }

  void copy_lists() {
    for (ListCursor cursor(run_.section(Section::kLists), 0); cursor.next();) {
      std::uint64_t times = 0;
      for (const Posting& posting : read_list(cursor)) {
        times += posting.times;
        counts_.most_times = std::max(counts_.most_times, posting.times);
      }
      if (postings_.empty()) continue;
      writer_.begin_list(cursor.term(), static_cast<std::uint32_t>(postings_.size()), times);
      write_list();
    }
  }

  void copy_lengths() {
    ListCursor cursor(run_.section(Section::kLengths), 0);
    for (const Posting& posting : read_list(cursor)) {
      counts_.total_length += posting.times;
      counts_.most_length = std::max(counts_.most_length, posting.times);
      if (posting.times > 0 && (counts_.least_length == 0 || posting.times < counts_.least_length))
        counts_.least_length = posting.times;
    }
    writer_.begin_lengths();
    write_list();
  }

  void copy_values() {
    SectionReader values = run_.section(Section::kValues);
    writer_.begin_values();
    for (std::size_t slot = 0; slot < kSlots; ++slot) {
      while (const std::uint32_t first = values.number32()) {
        const std::uint64_t size = values.number();
        copy_chunk(first, PackedBytes(values.bytes(size)), valued_[slot]);
      }
      writer_.end_slot();
    }
  }

  void copy_chunk(std::size_t document, PackedBytes bytes, std::uint32_t& valued) {
    std::string chunk;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    for (;; document += next_number(bytes) + std::size_t{1}) {
      const std::string_view value = must(bytes.text());
      if (const std::uint32_t number = number_of(document); number != kGone) {
        if (first == 0)
          first = number;
        else
          append_number(chunk, number - last - 1);
        glass::append_text(chunk, value);
        last = number;
        ++valued;
      }
      if (bytes.left().empty()) break;
    }
    if (first != 0) writer_.values(first, chunk);
  }

  void copy_entries() {
    writer_.begin_entries();
    std::size_t document = 0;
    for (EntryCursor cursor(run_.section(Section::kEntries)); cursor.next();)
      if (number_of(++document) != kGone) writer_.entry(cursor.entry());
    writer_.begin_ids();
    document = 0;
    for (IdCursor cursor(run_.section(Section::kIds)); cursor.next();)
      if (number_of(++document) != kGone) writer_.id(cursor.hash());
  }

  RunReader run_;
  RunWriter writer_;
  std::vector<std::uint32_t> numbers_;  ///< of each document, what it is in the copy
  std::vector<Posting> postings_;
  DatabaseCounts counts_;
  std::array<std::uint32_t, kSlots> valued_{};
};

}  // namespace

std::vector<fs::path> sift_runs(const std::vector<fs::path>& runs, const LeftOut& left_out,
                                const fs::path& scratch) {
  std::vector<fs::path> sifted;
  for (const fs::path& run : runs) {
    const auto found = left_out.find(run);
    if (found == left_out.end()) {
      sifted.push_back(run);
      continue;
    }
    fs::create_directories(scratch);
    const fs::path copy = scratch / std::to_string(sifted.size());
    Sieve sieve(run, found->second, copy);
    if (sieve.documents() == 0) continue;
    sieve.copy();
    sifted.push_back(copy);
  }
  return sifted;
}

}  // namespace vankien
