#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <span>

namespace vankien {

/// The first place in `ids` (ascending) from `at` on whose id is no less than `id`: by steps of 1, 2, 4 …, so that a near one is
/// found at once and a far one soon.
inline std::size_t gallop(std::span<const Xapian::docid> ids, std::size_t at, Xapian::docid id) {
  std::size_t step = 1;
  while (at + step < ids.size() && ids[at + step - 1] < id) {
    at += step;
    step *= 2;
  }
  const auto begin = ids.begin() + static_cast<std::ptrdiff_t>(at);
  const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(at + step, ids.size()));
  return static_cast<std::size_t>(std::lower_bound(begin, end, id) - ids.begin());
}

/// Calls `take(i, j)` for each id that both lists (ascending) have, at a[i] and b[j]: step by step, or by leaps through the longer one.
template <typename Take>
void meet_sorted(std::span<const Xapian::docid> a, std::span<const Xapian::docid> b, Take take) {
  constexpr std::size_t kMuchLonger = 8;
  const auto leap = [](auto few, auto many, auto found) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < few.size(); ++i) {
      at = gallop(many, at, few[i]);
      if (at == many.size()) return;
      if (many[at] == few[i]) found(i, at);
    }
  };
  if (b.size() / kMuchLonger > a.size()) return leap(a, b, take);
  if (a.size() / kMuchLonger > b.size()) return leap(b, a, [&](std::size_t j, std::size_t i) { take(i, j); });
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const Xapian::docid x = a[i], y = b[j];
    if (x == y) take(i, j);
    i += x <= y ? 1 : 0;
    j += y <= x ? 1 : 0;
  }
}

}  // namespace vankien
