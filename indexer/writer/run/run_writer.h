#pragma once

#include <filesystem>
#include <string_view>

#include "indexer/writer/output_file.h"
#include "indexer/writer/run/run_format.h"

namespace vankien {

/// The parts of one document that are kept by its number.
struct DocumentEntry {
  std::string_view data;
  std::string_view id;
  std::string_view path;   ///< of the source file
  std::string_view place;  ///< in it: "line 12"; empty = the whole file
};

/// Writes a run (run_format.h):
///   (begin_list piece* end_list)* begin_lengths piece* end_list begin_values (values* end_slot)*kSlots begin_entries entry*
///   begin_ids id* finish
/// Throws std::system_error.
class RunWriter {
 public:
  explicit RunWriter(const std::filesystem::path& file) : file_(file) { file_.keep_hash(); }

  void begin_list(std::string_view term, std::uint32_t documents, std::uint64_t times);
  void begin_lengths() {
    begin(Section::kLengths);
    made_.clear();
  }
  void piece(const ListPiece& piece);
  void end_list();
  void begin_values() { begin(Section::kValues); }
  void values(std::uint32_t first, std::string_view chunk);
  void end_slot() { put(0); }
  void begin_entries() { begin(Section::kEntries); }
  void entry(const DocumentEntry& entry);
  void begin_ids() { begin(Section::kIds); }
  void id(const IdHash& hash);
  /// On disk when it returns.
  void finish(const DatabaseCounts& counts, const std::array<std::uint32_t, kSlots>& valued);

 private:
  void begin(Section section) { summary_.begins[static_cast<std::size_t>(section)] = file_.size(); }
  void put(std::uint64_t number);
  void put(std::string_view text);

  OutputFile file_;
  RunSummary summary_;
  std::string made_;
};

}  // namespace vankien
