#include "indexer/pipeline/unpack_room.h"

#include <sys/stat.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace vankien {
namespace fs = std::filesystem;
namespace {

void make_private(const fs::path& folder) {
  if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
    throw std::system_error(errno, std::generic_category(), "make " + folder.string());
}

}  // namespace

UnpackRoom::UnpackRoom(const fs::path& home) : root_(home / "scratch") { fs::remove_all(root_); }

UnpackRoom::~UnpackRoom() {
  std::error_code ignored;  // the next run tries again
  fs::remove_all(root_, ignored);
}

UnpackRoom::Folder::Folder(UnpackRoom& room) : path_(room.root_ / std::to_string(++room.made_)) {
  make_private(room.root_);
  make_private(path_);
}

UnpackRoom::Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace vankien
