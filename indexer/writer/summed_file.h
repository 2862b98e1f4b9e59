#pragma once

#include <filesystem>
#include <future>
#include <string>
#include <string_view>

#include "analyzers/schema/manifest.h"
#include "indexer/generations/checksum.h"
#include "indexer/writer/output_file.h"

namespace vankien {

/// A new file written from front to back while more of it is made: a thread of its own hands it to the system and sums it. The sum is that
/// of what was to be written, so that reading the file tells whether it was. Throws std::system_error, which names the file.
class SummedFile {
 public:
  explicit SummedFile(std::filesystem::path path) : file_(std::move(path)) {}

  void write(std::string_view bytes) {
    waiting_ += bytes;
    if (waiting_.size() >= kPieceBytes) hand_over();
  }
  /// All is handed to the system, as by OutputFile::close(). Nothing is written after it.
  Manifest::File close();

 private:
  static constexpr std::size_t kPieceBytes = std::size_t{1} << 20;

  void hand_over();

  OutputFile file_;
  Blake2b sum_;
  std::string waiting_;
  std::string on_its_way_;
  std::future<void> written_;  ///< on_its_way_; ends before what it works on
};

}  // namespace vankien
