#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace vankien {

/// The bytes of an original file, read as they are sent. Closes the file when it goes.
class OriginalFile {
 public:
  /// Takes over the descriptor of a regular file.
  explicit OriginalFile(int fd);
  ~OriginalFile();
  OriginalFile(const OriginalFile&) = delete;
  OriginalFile& operator=(const OriginalFile&) = delete;

  std::uint64_t size() const { return size_; }
  /// Another one for another content; quoted.
  std::string etag() const;
  /// Up to `most` bytes from `offset` on. Throws std::runtime_error if the file has been changed since it was opened: what
  /// is in it now, nobody has graded.
  std::string read(std::uint64_t offset, std::size_t most) const;
  int fd() const { return fd_; }

 private:
  int fd_;
  std::uint64_t size_ = 0;
  std::int64_t times_ = 0;
};

/// A document as far as its original matters.
struct OriginalOf {
  std::string path;       ///< source's name and path below it
  std::string path_term;  ///< of the file it was read from; another one's document has a path of its own
  std::string format;     ///< pdf | docx …
  bool is_part = false;   ///< of a letter or an archive
};

enum class NoOriginal {
  kNone,     ///< there is no such file, or it holds more than this document
  kChanged,  ///< it is not what was indexed: it may have another grade by now
};

/// The files that documents were made of, opened only as they were indexed.
///   Originals originals({{"van-kien", "/mnt/van-kien"}});   // where a source lies for this program
///   originals.open(snapshot.folder(), snapshot.manifest().sources, {"van-kien/05.pdf", "Pvan-kien/05.pdf", "pdf"})
/// Only files of their own are opened: in a table, a letter or an archive lie other documents too, whose grades may be
/// higher. No path leads out of its source's folder, no link is followed, nothing but a regular file is read. A file whose
/// size and times are not those that were indexed is read once and compared by its hash.
class Originals {
 public:
  /// Source's name → its folder, for those that lie elsewhere than the indexer saw them; empty = that source's files are
  /// not shown.
  explicit Originals(std::map<std::string, std::filesystem::path> folders = {})
      : folders_(std::move(folders)) {}

  /// `generation` is the folder of the published one, `sources` what its manifest says.
  std::variant<std::shared_ptr<const OriginalFile>, NoOriginal> open(
      const std::filesystem::path& generation, const std::map<std::string, std::string>& sources,
      const OriginalOf& document) const;

 private:
  std::map<std::string, std::filesystem::path> folders_;
};

/// Whether a file of this format holds one document and no other.
bool is_of_one_document(std::string_view format);

}  // namespace vankien
