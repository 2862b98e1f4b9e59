#include "searchd/stop_signal.h"

#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace vankien {

StopSignal::StopSignal() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  signals_ = ::signalfd(-1, &set, SFD_CLOEXEC);
  end_ = ::eventfd(0, EFD_CLOEXEC);
  if (signals_ < 0 || end_ < 0) throw std::system_error(errno, std::generic_category(), "signalfd");
}

void StopSignal::call(std::function<void()> stop) {
  thread_ = std::jthread([this, stop = std::move(stop)] {
    std::jthread stopping;  // stop() takes its time, and a second signal must be heard meanwhile
    for (;;) {
      std::array<pollfd, 2> fds = {{{signals_, POLLIN, 0}, {end_, POLLIN, 0}}};
      if (::poll(fds.data(), fds.size(), -1) < 0 && errno != EINTR) return;
      if (fds[1].revents != 0) return;
      if (fds[0].revents == 0) continue;
      signalfd_siginfo info{};
      if (::read(signals_, &info, sizeof info) != sizeof info) continue;
      if (stopping.joinable()) ::_exit(1);
      stopping = std::jthread(stop);
    }
  });
}

StopSignal::~StopSignal() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(end_, &one, sizeof one);
  if (thread_.joinable()) thread_.join();
  ::close(signals_);
  ::close(end_);
}

}  // namespace vankien
