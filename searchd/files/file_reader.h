#pragma once

#include <chrono>
#include <filesystem>
#include <semaphore>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace vankien {

/// What a file says, read by the program that knows its format.
struct ReadFile {
  std::vector<std::string> pages;  ///< UTF-8; cells of a row are parted by tabs, a sheet begins with its name
  std::string format;              ///< docx, pdf …: what the bytes were read as
  /// Numbers, from 1, of pages with little text or none: pictures, most likely, and what is on those was not read.
  std::vector<std::size_t> thin_pages = {};

  /// All pages, parted by line ends.
  std::string text() const;
};

/// Why a file gave no text. `code` is the reading program's, stable: encrypted, damaged, needs_ocr, timeout …
class FileUnreadable : public std::runtime_error {
 public:
  FileUnreadable(std::string code, const std::string& message)
      : std::runtime_error(message), code_(std::move(code)) {}
  const std::string& code() const { return code_; }

 private:
  std::string code_;
};

/// As many files are being read as may be; the client comes back later.
class TooManyFiles : public std::runtime_error {
 public:
  TooManyFiles() : std::runtime_error("Too many files are being read at the moment.") {}
};

/// Reads files that people send, never in this process: it hands the bytes to `vankien-indexer extract -`, whose child
/// locks itself up before it looks at the first of them, and takes back JSON. The bytes reach no disk here.
///   FileReader reader("/usr/bin/vankien-indexer");
///   reader.read(bytes, "docx").text()
class FileReader {
 public:
  /// `program` may be empty: then files are not read.
  explicit FileReader(std::filesystem::path program = {},
                      std::chrono::seconds time = std::chrono::seconds(40));

  bool can_read() const { return !program_.empty(); }

  /// `ending`: what the file's name would end in, small letters; a hint. May be called by several threads.
  /// Throws FileUnreadable, TooManyFiles, std::system_error if the program cannot be started.
  ReadFile read(std::string_view bytes, const std::string& ending) const;

 private:
  static constexpr std::ptrdiff_t kAtOnce = 2;  // each may take a processor and a gigabyte

  std::filesystem::path program_;
  std::chrono::seconds time_;
  mutable std::counting_semaphore<kAtOnce> free_{kAtOnce};
};

}  // namespace vankien
