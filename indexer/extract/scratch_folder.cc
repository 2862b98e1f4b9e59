#include "indexer/extract/scratch_folder.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <mutex>
#include <string>
#include <system_error>

namespace vankien {
namespace {

constexpr const char* kName = "vankien-scratch-";

/// The folder's lock, or -1 if another holds it or it is gone.
int lock_of(const std::filesystem::path& folder) {
  const int lock = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (lock < 0) return -1;
  struct stat found {};
  if (flock(lock, LOCK_EX | LOCK_NB) == 0 && fstat(lock, &found) == 0 && found.st_nlink > 0 &&
      found.st_uid == geteuid())
    return lock;
  close(lock);
  return -1;
}

}  // namespace

void sweep_scratch_folders() {
  std::error_code error;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::temp_directory_path(), error)) {
    if (!entry.path().filename().string().starts_with(kName)) continue;
    const int lock = lock_of(entry.path());
    if (lock < 0) continue;
    std::filesystem::remove_all(entry.path(), error);
    close(lock);
  }
}

ScratchFolder::ScratchFolder() {
  static std::once_flag swept;
  std::call_once(swept, sweep_scratch_folders);
  while (lock_ < 0) {  // again if another process swept it away before we held it
    std::string pattern = (std::filesystem::temp_directory_path() / kName).string() + "XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr)
      throw std::system_error(errno, std::generic_category(), "make a scratch folder");
    path_ = pattern;
    lock_ = lock_of(path_);
  }
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
  close(lock_);
}

}  // namespace vankien
