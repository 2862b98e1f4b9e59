#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/mapped_text.h"

namespace vankien {

/// A date as far as the paper gives it. A blank day ("ngày      tháng 5 năm 2026") is a draft or a scan and
/// keeps the precision of its month; nothing is made up.
struct Date {
  std::uint16_t year = 0;
  std::uint8_t month = 0;  ///< 1–12; 0 = not known
  std::uint8_t day = 0;    ///< 1–31; 0 = not known

  /// "2022-06-01", "2026-05" or "2026": as strings they sort by time.
  std::string iso() const;
  bool operator==(const Date&) const = default;
};

/// A date and the code points [begin, end) of the text where it stands, with a "ngày" before it.
struct FoundDate {
  Date date;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool in_words = false;  ///< "ngày 01 tháng 6 năm 2022", the form of letterheads
};

/// All dates of a text that has gone through fold_text, the day always before the month:
///   ngày 01 tháng 6 năm 2022   ngày     tháng 5 năm 2026   tháng 10 năm 2020   tháng 10/2020
///   01/6/2022   18-10-2023   ngày 3.2.1930   2022-06-01
/// Dates without a year, ratios, times, symbols (12/2020/NĐ-CP) and days the calendar lacks (30/02) are none.
/// Years 1900–2099.
std::vector<FoundDate> find_dates(const MappedText& folded);

/// The whole string as one date, the shorter forms people type among them: "2022", "6/2022", "2022-06".
/// Nothing if it is none or holds anything else.
std::optional<Date> parse_date(std::string_view text);

}  // namespace vankien
