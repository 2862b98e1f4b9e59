#include "searchd/search/archive/home_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>

namespace vankien {

HomeWatch::HomeWatch(const std::filesystem::path& home)
    : renames_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)), wakes_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  // Without them, when the machine has no more, poll passes over the descriptor or sees nothing on it: time alone wakes.
  if (renames_ >= 0) ::inotify_add_watch(renames_, home.c_str(), IN_MOVED_TO);
}

HomeWatch::~HomeWatch() {
  if (renames_ >= 0) ::close(renames_);
  if (wakes_ >= 0) ::close(wakes_);
}

void HomeWatch::wait(std::chrono::milliseconds time) const {
  std::array<pollfd, 2> fds = {{{renames_, POLLIN, 0}, {wakes_, POLLIN, 0}}};
  ::poll(fds.data(), fds.size(), static_cast<int>(time.count()));
  std::array<char, 4096> events;
  while (renames_ >= 0 && ::read(renames_, events.data(), events.size()) > 0) {
  }
}

void HomeWatch::wake() const {
  if (wakes_ >= 0) ::eventfd_write(wakes_, 1);
}

}  // namespace vankien
