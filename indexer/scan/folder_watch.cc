#include "indexer/scan/folder_watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>

namespace vankien {
namespace fs = std::filesystem;
namespace {

// Every end of a write, and writes themselves: a file that grows is not quiet.
constexpr std::uint32_t kEvents = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM |
                                  IN_MOVED_TO | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR |
                                  IN_DONT_FOLLOW;

bool is_hidden(const std::string& name) { return name.starts_with('.'); }

}  // namespace

FolderWatch::FolderWatch(std::vector<Source> sources)
    : fd_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)), sources_(std::move(sources)) {
  if (fd_ < 0) throw std::runtime_error(std::string("inotify cannot be used: ") + std::strerror(errno));
}

FolderWatch::~FolderWatch() { ::close(fd_); }

std::size_t FolderWatch::look_around() {
  std::size_t unwatched = 0;
  for (const auto& source : sources_) {
    std::error_code gone;
    if (fs::is_directory(source.path, gone))
      unwatched += watch_folder(source.path);
    else  // an editor replaces a file by another, so its folder is watched
      unwatched += watch_one(source.path.parent_path(), source.path.filename().string()) ? 0 : 1;
  }
  return unwatched;
}

// The watch before the listing: what comes in between is seen twice rather than not at all. Watching a folder again
// gives the same watch.
std::size_t FolderWatch::watch_folder(const fs::path& folder) {
  std::size_t unwatched = watch_one(folder, "") ? 0 : 1;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code gone;
    if (!is_hidden(entry->path().filename().string()) && fs::is_directory(entry->symlink_status(gone)))
      unwatched += watch_folder(entry->path());
  }
  return unwatched;
}

bool FolderWatch::watch_one(const fs::path& folder, const std::string& only) {
  const int watch = ::inotify_add_watch(fd_, folder.c_str(), kEvents);
  if (watch < 0) return errno == ENOENT || errno == ENOTDIR;  // gone again: its own folder tells
  const auto [known, fresh] = watched_.try_emplace(watch);
  if (only.empty())
    known->second.clear();
  else if (fresh || !known->second.empty())
    known->second.insert(only);
  return true;
}

FolderWatch::News FolderWatch::hear() {
  News news;
  alignas(inotify_event) char buffer[1 << 16];
  for (;;) {
    const ssize_t got = ::read(fd_, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return news;
    const inotify_event* event = nullptr;
    for (const char* at = buffer; at < buffer + got; at += sizeof(inotify_event) + event->len) {
      event = reinterpret_cast<const inotify_event*>(at);
      if ((event->mask & IN_Q_OVERFLOW) != 0) {
        news.changed = news.folders_changed = true;
        continue;
      }
      const auto watched = watched_.find(event->wd);
      if (watched == watched_.end()) continue;
      const std::string name = event->len > 0 ? event->name : "";
      const bool is_ours = watched->second.empty() || name.empty() || watched->second.contains(name);
      if ((event->mask & IN_IGNORED) != 0) watched_.erase(watched);
      if (!is_ours || is_hidden(name)) continue;
      news.changed = true;
      if ((event->mask & (IN_ISDIR | IN_DELETE_SELF | IN_MOVE_SELF)) != 0) news.folders_changed = true;
    }
  }
}

}  // namespace vankien
