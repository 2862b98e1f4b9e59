// Preloaded into a program under test, it moves what that program takes for the time of day by VANKIEN_CLOCK seconds:
//   LD_PRELOAD=libother_clock.so VANKIEN_CLOCK=-31536000 vankien-indexer update …
// Clocks that only rise are left as they are, as they are when somebody sets the time.

#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <cstdlib>

namespace {

time_t offset() {
  const char* seconds = std::getenv("VANKIEN_CLOCK");
  return seconds == nullptr ? 0 : std::atol(seconds);
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* now) noexcept {
  const auto result = static_cast<int>(::syscall(SYS_clock_gettime, clock, now));
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += offset();
  return result;
}

time_t time(time_t* kept) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  if (kept != nullptr) *kept = now.tv_sec;
  return now.tv_sec;
}

int gettimeofday(timeval* kept, void*) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  *kept = {now.tv_sec, static_cast<suseconds_t>(now.tv_nsec / 1000)};
  return 0;
}
}
