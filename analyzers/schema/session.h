#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/schema/spoken_names.h"

namespace vankien {

/// A meeting by which people name what it decided: the fourth plenum of the Central Committee of term XII, the
/// thirteenth congress.
struct Session {
  std::string organ;         ///< as in symbols: TW, TU, HU, ĐU
  std::uint16_t plenum = 0;  ///< 0 = a congress
  std::string term;          ///< XII; of a congress its own number; empty = not said

  /// One term: organ|meeting|term. "TW|4|XII"; "TW|ĐH|XIII" for the congress.
  std::string key() const;
  bool operator==(const Session&) const = default;
};

/// Its words are [first, last).
struct SessionReading {
  Session session;
  std::size_t first = 0;
  std::size_t last = 0;
  bool named = false;  ///< "hội nghị" or "đại hội" was said, not only "trung ương 4"
};

/// The meeting whose name begins at `at`:
///   hội nghị trung ương 4 khóa xii · tw4 khóa 12 · hntw 4 (khóa XII)
///   hội nghị lần thứ tư [của] ban chấp hành trung ương [đảng] khóa XII
///   đại hội XIII · đại hội [đại biểu] toàn quốc lần thứ XIII · đại hội đảng bộ tỉnh lần thứ XVI
/// "trung ương 4" alone is read, with `named` false: only beside a type or a term does it mean a meeting.
std::optional<SessionReading> session_at(WordSpan words, std::size_t at);

/// All meetings in a text that are named, or have a term, or stand right behind "nghị quyết", "kết luận", nq, kl.
std::vector<SessionReading> read_sessions(WordSpan words);
/// The one of these that begins at that word.
std::optional<SessionReading> told_session_at(WordSpan words, std::size_t at);

/// "khóa XII", "khóa 12", "nhiệm kỳ 2020-2025" → "XII", "XII", "2020-2025", and how many words it takes.
struct TermReading {
  std::string term;
  std::size_t words = 0;
};
std::optional<TermReading> term_at(WordSpan words, std::size_t at);

}  // namespace vankien
