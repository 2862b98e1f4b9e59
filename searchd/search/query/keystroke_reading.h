#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/query/understanding.h"

namespace vankien {

/// A query with its keystrokes read as the words they were meant for.
struct KeystrokeReading {
  std::string text;                       ///< everything else as it was
  std::vector<Understanding> understood;  ///< one a word that was read so
};

/// Words typed with the keyboard method switched off (Telex or VNI), where the database does not hold the
/// letters as they stand, neither as a word nor as a bare form, but holds what they are the keys of:
///   "nghij quyeets so 05" → "nghị quyết so 05"
/// Of several readings the one that most documents have. What may be something else as well (English max, six; VNI
/// with its digit at the end, uy3) is read so if the query shows elsewhere how it was typed, or if with its neighbour it
/// is a pair of words that the archive holds: "tinh3 uy3" → "tỉnh ủy".
KeystrokeReading read_keystrokes(std::string_view q, const Xapian::Database& database);

}  // namespace vankien
