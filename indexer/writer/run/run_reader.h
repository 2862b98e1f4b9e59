#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/writer/run/run_format.h"
#include "indexer/writer/run/run_writer.h"

namespace vankien {

/// The end of a run's file. Of fixed size, with a checksum of itself.
std::string encode_summary(const RunSummary& summary);

/// One section of a run, read from front to back. Throws std::runtime_error if there is less than what is asked for.
class SectionReader {
 public:
  SectionReader(int file, std::uint64_t begin, std::uint64_t end);

  bool at_end() { return place_ == filled_ && next_ == end_; }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      if (place_ == filled_) fill(1);
      const auto byte = static_cast<unsigned char>(buffer_[place_++]);
      value |= std::uint64_t{byte & 0x7Fu} << (shift & 63);
      if (byte < 0x80) return value;
    }
  }
  std::uint32_t number32() { return static_cast<std::uint32_t>(number()); }
  /// Valid until the next call.
  std::string_view bytes(std::size_t size) {
    if (filled_ - place_ < size) fill(size);
    const std::string_view found(buffer_.data() + place_, size);
    place_ += size;
    return found;
  }

 private:
  void fill(std::size_t least);

  int file_;
  std::uint64_t next_;
  std::uint64_t end_;
  std::vector<char> buffer_;
  std::size_t place_ = 0;
  std::size_t filled_ = 0;
};

/// A run on disk (run_format.h). Its sections may be read side by side, from several threads.
class RunReader {
 public:
  /// Throws std::runtime_error if it is no whole run.
  explicit RunReader(const std::filesystem::path& file);
  ~RunReader();
  RunReader(const RunReader&) = delete;
  RunReader& operator=(const RunReader&) = delete;

  const RunSummary& summary() const { return summary_; }
  /// Whether every byte is as it was written: all are read.
  bool is_as_written() const;
  SectionReader section(Section section) const;

 private:
  int file_;
  RunSummary summary_;
};

/// The lists of a run one after the other:  while (cursor.next()) { cursor.term() … while (cursor.next_piece()) … }
/// All pieces of a list are read before the next one.
class ListCursor {
 public:
  ListCursor(SectionReader section, std::uint32_t offset) : section_(std::move(section)), offset_(offset) {}
  bool next();
  std::string_view term() const { return term_; }
  std::uint32_t documents() const { return documents_; }
  std::uint64_t times() const { return times_; }
  /// With the offset added to its documents; valid until the next call.
  std::optional<ListPiece> next_piece();

 private:
  SectionReader section_;
  std::uint32_t offset_;
  std::string term_;
  std::uint32_t documents_ = 0;
  std::uint64_t times_ = 0;
};

/// The hashes of a run's ids.
class IdCursor {
 public:
  explicit IdCursor(SectionReader section) : section_(std::move(section)) {}
  bool next();
  const IdHash& hash() const { return hash_; }

 private:
  SectionReader section_;
  IdHash hash_;
};

/// The documents of a run; `entry` is valid until the next call.
class EntryCursor {
 public:
  explicit EntryCursor(SectionReader section) : section_(std::move(section)) {}
  bool next();
  const DocumentEntry& entry() const { return entry_; }

 private:
  std::string_view take(std::string& room);
  SectionReader section_;
  DocumentEntry entry_;
  std::array<std::string, 4> rooms_;
};

}  // namespace vankien
