#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace vankien {

/// Another file with the same content as one that is read: the document is indexed once.
struct SourceCopy {
  std::string path;
  std::int64_t size = 0;  ///< as SourceFile has them
  std::int64_t mtime_ns = 0;
};

/// One file of a source, as the file system shows it.
struct SourceFile {
  std::filesystem::path file;  ///< to open it
  std::string path;            ///< source's name and path below it, '/' between: its name in ledger and index
  std::filesystem::path sidecar;  ///< <file>.meta.json beside it (<file>.map.json of a .csv), or empty
  std::int64_t size = 0;          ///< of the file and its sidecar together
  std::int64_t mtime_ns = 0;      ///< of both, times of change (a rename, too) added: another if anything happened
  std::string problem;     ///< why it cannot be read: "is a symbolic link", "cannot be listed"; usually empty
  bool is_folder = false;  ///< a folder that cannot be listed
  bool lacks_sidecar = false;  ///< its problem: it was indexed with a sidecar that is elsewhere now (survey.h)

  // What the plan of a run adds:
  std::string hash;  ///< of the content, where it was needed already; else empty
  std::string born;  ///< the path its documents' ids are made of, if not this one: it was moved; else empty
  std::vector<SourceCopy> copies;  ///< files further on that hold the same
};

/// A folder or file to index. Its name is the last part of its path: `corpus/sample` → "sample".
struct Source {
  std::filesystem::path path;
  std::string name;
};

/// Throws std::runtime_error if one does not exist, two have the same name (their documents' ids would collide) or one
/// lies in another (its files would be documents twice).
std::vector<Source> open_sources(const std::vector<std::filesystem::path>& paths);

/// Calls `found` for every file of a source, in order of their paths. Hidden files and folders, sidecars
/// (*.meta.json), column maps (*.csv.map.json) and expectations (*.expect.json) are no documents. Links are not followed. A folder that
/// cannot be listed is told as one entry with a problem: what the ledger knows below it has not vanished.
/// `found_stray` is called for every FILE.meta.json that lies without its FILE.
void scan_source(const Source& source, const std::function<void(SourceFile)>& found,
                 const std::function<void(const std::filesystem::path& sidecar)>& found_stray = {});

/// Whether the file and its sidecar are still as scan_source told them: of the same size and times. A file that
/// changed while it was read may have been read half old, half new.
bool is_as_scanned(const SourceFile& file);

/// Opens a regular file to read; -1 and errno for anything else (a pipe would wait for ever). Follows no link.
int open_regular(const std::filesystem::path& file);

/// XXH3-128 of the file's and its sidecar's bytes, hex. Throws std::runtime_error if unreadable.
std::string hash_content(const SourceFile& file);

/// The same of one file alone.
std::string hash_bytes(const std::filesystem::path& file);

}  // namespace vankien
