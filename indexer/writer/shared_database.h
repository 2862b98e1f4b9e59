#pragma once

#include <cstdint>
#include <filesystem>
#include <utility>
#include <vector>

namespace vankien {

/// A folder that holds the very files of another one (hard links), copies where the file system has no links.
void link_folder(const std::filesystem::path& from, const std::filesystem::path& to);

/// A database that begins as a published one and goes its own way, in the same table files: its first commit only
/// appends to them. Xapian changes no block of the revision before, takes new ones from the list of free blocks or
/// the end of the file, and each database's own version file tells where its trees begin. So with that list emptied
/// (version_file.h) both databases stay whole: the published one does not see what stands behind its end.
///
/// One commit: the blocks it frees are the published one's. Before a second, make_own().
///
///   SharedDatabase shared(home / "gen-000007/open", home / "gen-000008.tmp/open");
///   (write, commit)  shared.keep();         — or the files are cut to their old length at the end of its life
///
/// For the holder of the home's lock: what stands behind the end of a published table is nobody's.
/// Throws std::filesystem::filesystem_error, std::runtime_error.
class SharedDatabase {
 public:
  SharedDatabase(const std::filesystem::path& published, std::filesystem::path fresh);
  ~SharedDatabase();
  SharedDatabase(const SharedDatabase&) = delete;
  SharedDatabase& operator=(const SharedDatabase&) = delete;

  /// False: it is a copy, because the database is empty, of an unknown format, or files cannot have two names here.
  bool is_shared() const { return !lengths_.empty(); }
  /// What was appended stays.
  void keep() { lengths_.clear(); }
  /// Copies the tables, so that it can be written to freely; the others get their length back. The database is closed
  /// meanwhile.
  void make_own();

 private:
  bool share(const std::filesystem::path& published);
  void cut_back();

  std::filesystem::path fresh_;
  std::vector<std::pair<std::filesystem::path, std::uintmax_t>> lengths_;  ///< of the published tables
};

}  // namespace vankien
