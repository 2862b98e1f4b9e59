#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/archive/clearance.h"
#include "searchd/search/passages/highlight.h"
#include "searchd/search/query/search_query.h"

namespace vankien {

class Snapshot;

/// Something that what was typed so far may become.
struct Suggestion {
  enum class Kind : std::uint8_t {
    kSymbol,  ///< 05-NQ/TU
    kType,    ///< Nghị quyết
    kIssuer,  ///< Tỉnh ủy Đông Giang
    kPhrase,  ///< nguồn nhân lực: words that follow one another in titles
    kTitle,   ///< a whole title
  };
  Kind kind{};
  std::string text;
  std::vector<Span> marked = {};  ///< bytes of `text` that were typed
  std::string id = {};            ///< of the newest document with this symbol or title
  std::string symbol = {};        ///< of that document, for a title
  std::string title = {};         ///< of that document, for a symbol
  std::string date = {};
  std::uint64_t count = 0;  ///< documents that bear it; that have all pairs of the phrase in their titles
};

/// What a query may become that is being typed, in the order of its likelihood, at most `limit`. Words may be without marks,
/// keystrokes or, the last one, half-typed. Nothing but what the caller's databases hold is suggested or counted.
/// Measured in tests/bench/README.md. Throws IndexUnreadable.
///   "5 nq"         05-NQ/TU, 05-NQ/TW
///   "nghij quye"   nghị quyết, titles with nghị quyết
///   "nguon nh"     nguồn nhân lực
std::vector<Suggestion> suggest(const Snapshot& snapshot, Clearance clearance, const std::string& typed,
                                std::size_t limit);

/// As the API says it: "symbol", "type" …
std::string_view name_of(Suggestion::Kind kind);

}  // namespace vankien
