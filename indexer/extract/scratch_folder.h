#pragma once

#include <filesystem>

namespace vankien {

/// A folder of our own under the system's folder for temporary files ($TMPDIR, mostly /tmp), readable by this user
/// alone, gone with the object. What a killed run left behind – it may hold a secret paper – the next one removes:
/// whoever uses a folder holds a lock on it, which no killed process does.
///     ScratchFolder scratch;   scratch.path()  →  /tmp/vankien-scratch-k3Xq9a
/// Throws std::system_error when none can be made.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  int lock_ = -1;
};

/// Removes the folders nobody holds any more. The first ScratchFolder of a process does so by itself.
void sweep_scratch_folders();

}  // namespace vankien
