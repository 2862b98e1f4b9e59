#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzers/schema/session.h"
#include "analyzers/short_key.h"

namespace vankien {

/// Two words, by their keys, with which a meeting's name can begin, marked or bare.
bool may_begin_session(std::uint64_t word, std::uint64_t next);

/// As read_sessions, of words that come one by one. It keeps those alone that stand about a pair with which a name can begin: to
/// keep all words of all texts for it took a twentieth of a bulk run.
///   SessionFinder finder; finder.see(word, kind)…; for (const SessionReading& one : finder.finish()) …
class SessionFinder {
 public:
  void see(std::string_view word, TokenKind kind) {
    const std::uint64_t key = short_key(word);
    if (wanted_ > 0 || may_begin_session(before_[2], key)) keep(word, kind, key);
    before_[0] = before_[1];
    before_[1] = before_[2];
    before_[2] = key;
  }
  /// Their `first` and `last` are places among the words kept.
  std::vector<SessionReading> finish();

 private:
  void keep(std::string_view word, TokenKind kind, std::uint64_t key);
  void read();

  std::uint64_t before_[3] = {0, 0, 0};  ///< the three words before
  std::size_t wanted_ = 0;               ///< of the words to come
  Tokens kept_;
  std::vector<SessionReading> found_;
};

}  // namespace vankien
