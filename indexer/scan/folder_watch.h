#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "indexer/scan/scan.h"

namespace vankien {

/// Says that something below the sources may have changed, by the kernel's word (inotify); what, a scan finds out.
/// It hears nothing of what another machine does on a network share, and of folders beyond the kernel's limit
/// (fs.inotify.max_user_watches).
///   FolderWatch watch(sources);  watch.look_around();  poll(watch.fd()) … watch.hear() …
class FolderWatch {
 public:
  /// Throws std::runtime_error.
  explicit FolderWatch(std::vector<Source> sources);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  /// Readable when there is something to hear.
  int fd() const { return fd_; }
  /// Watches every folder there is now. How many could not be watched.
  std::size_t look_around();
  std::size_t folders() const { return watched_.size(); }

  struct News {
    bool changed = false;
    bool folders_changed =
        false;  ///< look_around again before the next scan: folders came, moved, or events were lost
  };
  /// All that has happened since; does not wait.
  News hear();

 private:
  std::size_t watch_folder(const std::filesystem::path& folder);
  bool watch_one(const std::filesystem::path& folder, const std::string& only);

  int fd_ = -1;
  std::vector<Source> sources_;
  std::map<int, std::set<std::string>> watched_;  ///< watch → the names it is for; none = all
};

}  // namespace vankien
