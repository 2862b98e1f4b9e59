#include "searchd/search/archive/home_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace vankien {

HomeWatch::HomeWatch(const std::filesystem::path& home)
    : renames_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)), wakes_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (wakes_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
  // Without a watch, when the machine has no more of them, poll passes over the descriptor or sees nothing on it.
  if (renames_ >= 0) ::inotify_add_watch(renames_, home.c_str(), IN_MOVED_TO);
}

HomeWatch::~HomeWatch() {
  if (renames_ >= 0) ::close(renames_);
  ::close(wakes_);
}

void HomeWatch::wait(std::chrono::milliseconds time) const {
  std::array<pollfd, 2> fds = {{{renames_, POLLIN, 0}, {wakes_, POLLIN, 0}}};
  ::poll(fds.data(), fds.size(), static_cast<int>(time.count()));
  std::array<char, 4096> events;
  while (renames_ >= 0 && ::read(renames_, events.data(), events.size()) > 0) {
  }
}

void HomeWatch::wake() const { ::eventfd_write(wakes_, 1); }

}  // namespace vankien
