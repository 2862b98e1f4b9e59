#include "searchd/http/connection_loop.h"

// Which connections the loop closes, and when.

namespace vankien::http {

using State = Connection::State;

// Thousands of connections that never send a request would keep everybody else out for as long as each may wait. Who has
// waited longest goes: a client that means it sends its request at once.
bool ConnectionLoop::close_one_waiting(const Connection& fresh) {
  auto longest = connections_.end();
  for (auto entry = connections_.begin(); entry != connections_.end(); ++entry) {
    const Connection& one = *entry->second;
    if (&one == &fresh || (one.state() != State::kReading && one.state() != State::kLingering)) continue;
    if (longest == connections_.end() || one.deadline() < longest->second->deadline()) longest = entry;
  }
  if (longest == connections_.end()) return false;
  connections_.erase(longest);
  return true;
}

void ConnectionLoop::expire_old() {
  const auto now = std::chrono::steady_clock::now();
  for (auto entry = connections_.begin(); entry != connections_.end();) {
    const auto next = std::next(entry);
    if (entry->second->deadline() <= now) {
      entry->second->expire();
      settle(entry);
    }
    entry = next;
  }
}

/// While draining: what has come in is looked at once more, what is no whole request is closed.
void ConnectionLoop::close_idle() {
  if (!is_draining()) return;
  bool writing = false;
  for (auto entry = connections_.begin(); entry != connections_.end();) {
    const auto next = std::next(entry);
    if (entry->second->state() == State::kReading) entry->second->read();
    const State state = entry->second->state();
    if (state == State::kReady) {
      const int fd = entry->first;
      settle(entry);
      const auto still = connections_.find(fd);  // answered at once, and not all is sent
      writing = writing || (still != connections_.end() && still->second->state() == State::kWriting);
    } else if (state == State::kWriting)
      writing = true;
    else if (state != State::kLingering)
      connections_.erase(entry);
    entry = next;
  }
  const std::scoped_lock lock(mutex_);
  if (writing || answering_ > 0 || !returned_.empty() || !incoming_.empty() || drained_) return;
  drained_ = true;
  all_done_.notify_all();
}

}  // namespace vankien::http
