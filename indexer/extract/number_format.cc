#include "indexer/extract/number_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <utility>
#include <vector>

namespace vankien {
namespace {

/// A piece of a format: a run of one letter or digit sign, or literal text.
struct Piece {
  char code = 0;  // 'd' 'm' 'y' 'h' 's' 'a' (am/pm) '0' (a run of 0 # ? , .) '%', 0 for literal text
  std::string text;
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_digit_sign(char c) { return c == '0' || c == '#' || c == '?'; }

/// Formats have up to four parts, for positive, negative, zero and text.
std::vector<std::string_view> sections_of(std::string_view format) {
  std::vector<std::string_view> sections;
  std::size_t begin = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] == '"') quoted = !quoted;
    if (format[i] == '\\') {
      ++i;
    } else if (format[i] == ';' && !quoted) {
      sections.push_back(format.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  sections.push_back(format.substr(std::min(begin, format.size())));
  return sections;
}

std::vector<Piece> pieces_of(std::string_view section) {
  std::vector<Piece> pieces;
  const auto literal = [&](std::string_view text) {
    if (pieces.empty() || pieces.back().code != 0) pieces.emplace_back();
    pieces.back().text += text;
  };
  for (std::size_t i = 0; i < section.size(); ++i) {
    const char c = lower(section[i]);
    if (c == '"') {
      const std::size_t end = std::min(section.find('"', i + 1), section.size());
      literal(section.substr(i + 1, end - i - 1));
      i = end;
    } else if (c == '\\') {
      literal(section.substr(i + 1, 1));
      ++i;
    } else if (c == '_' || c == '*') {  // room of a letter's width; a letter repeated to fill the cell
      ++i;
    } else if (c == '[') {  // a colour, a language, a condition; [h] is hours beyond a day
      const std::size_t end = std::min(section.find(']', i), section.size());
      const std::string_view inner = section.substr(i + 1, end - i - 1);
      if (inner.starts_with('$')) {
        literal(inner.substr(1, inner.find('-') - 1));
      } else if (!inner.empty() &&
                 (lower(inner[0]) == 'h' || lower(inner[0]) == 's' || lower(inner[0]) == 'm')) {
        pieces.push_back({lower(inner[0]), "[" + std::string(inner)});
      }
      i = end;
    } else if (section.substr(i, 5) == "AM/PM" || section.substr(i, 5) == "am/pm") {
      pieces.push_back({'a', "AM/PM"});
      i += 4;
    } else if (c == 'd' || c == 'm' || c == 'y' || c == 'h' || c == 's') {
      if (pieces.empty() || pieces.back().code != c) pieces.push_back({c, ""});
      pieces.back().text += c;
    } else if (is_digit_sign(c) || ((c == '.' || c == ',') && !pieces.empty() && pieces.back().code == '0')) {
      if (pieces.empty() || pieces.back().code != '0') pieces.push_back({'0', ""});
      pieces.back().text += c;
    } else if (c == '%') {
      pieces.push_back({'%', "%"});
    } else if (c != '@') {
      literal(section.substr(i, 1));
    }
  }
  return pieces;
}

std::string grouped(std::string digits) {
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ".");
  return digits;
}

std::string show_digits(double number, std::string_view pattern) {
  const auto point = pattern.find('.');
  const std::string_view whole = pattern.substr(0, point);
  const std::string_view places = point == pattern.npos ? std::string_view() : pattern.substr(point + 1);
  for (std::size_t i = whole.size(); i > 0 && whole[i - 1] == ','; --i) number /= 1000;
  const auto most = static_cast<int>(std::count_if(places.begin(), places.end(), is_digit_sign));
  std::string shown = fmt::format("{:.{}f}", number, std::min(most, 30));
  std::string after;
  if (const auto dot = shown.find('.'); dot != shown.npos) {
    after = shown.substr(dot + 1);
    shown.resize(dot);
  }
  const auto least = static_cast<std::size_t>(std::count(places.begin(), places.end(), '0'));
  while (after.size() > least && after.back() == '0') after.pop_back();
  const auto zeros = static_cast<std::size_t>(std::count(whole.begin(), whole.end(), '0'));
  constexpr std::size_t kMostZeros = 40;
  if (zeros == 0 && shown == "0") shown.clear();
  while (shown.size() < std::min(zeros, kMostZeros)) shown.insert(0, "0");
  const auto comma = whole.find(',');
  if (comma != whole.npos && whole.find_first_of("0#?", comma) != whole.npos) shown = grouped(shown);
  return after.empty() ? shown : shown + "," + after;
}

std::string show_general(double number) {
  std::string shown = fmt::format("{:.{}g}", number, number == std::floor(number) ? 15 : 10);
  std::replace(shown.begin(), shown.end(), '.', ',');
  return shown;
}

std::string show_date(double number, const std::vector<Piece>& pieces, bool from_1904) {
  using namespace std::chrono;
  constexpr double kMostDays = 2'958'466;  // 9999-12-31
  if (number < 0 || number >= kMostDays) return show_general(number);
  const auto seconds_of_all = static_cast<std::int64_t>(std::llround(number * 86'400));
  // The 1900 calendar has a 29 February that never was; days before it are one further on.
  const std::int64_t day = seconds_of_all / 86'400;
  const sys_days zero =
      from_1904 ? sys_days(year(1904) / 1 / 1) : sys_days(year(1899) / 12 / (day < 60 ? 31 : 30));
  const year_month_day date(zero + days(day));
  const std::int64_t second = seconds_of_all % 86'400;
  const bool twelve = std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.code == 'a'; });
  std::string shown;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const int width = piece.text.size() == 1 ? 1 : 2;
    // m is a minute after hours and before seconds, else a month.
    const auto beside = [&](int step, char code) {
      for (std::size_t at = i + static_cast<std::size_t>(step); at < pieces.size();
           at += static_cast<std::size_t>(step)) {
        if (pieces[at].code != 0) return pieces[at].code == code;
      }
      return false;
    };
    const std::int64_t hour = second / 3600;
    switch (piece.code) {
      case 'd':
        if (piece.text.size() <= 2) shown += fmt::format("{:0{}}", static_cast<unsigned>(date.day()), width);
        break;
      case 'y':
        shown += piece.text.size() > 2 ? fmt::format("{:04}", static_cast<int>(date.year()))
                                       : fmt::format("{:02}", static_cast<int>(date.year()) % 100);
        break;
      case 'm':
        shown += beside(-1, 'h') || beside(1, 's')
                     ? fmt::format("{:0{}}", second / 60 % 60, width)
                     : fmt::format("{:0{}}", static_cast<unsigned>(date.month()), width);
        break;
      case 'h':
        shown += piece.text.starts_with('[')
                     ? fmt::format("{}", seconds_of_all / 3600)
                     : fmt::format("{:0{}}", twelve ? (hour + 11) % 12 + 1 : hour, width);
        break;
      case 's':
        shown += fmt::format("{:0{}}", second % 60, width);
        break;
      case 'a':
        shown += hour < 12 ? "AM" : "PM";
        break;
      default:
        if (piece.code == 0) shown += piece.text;
    }
  }
  return shown;
}

}  // namespace

std::string show_number(double number, std::string_view format, bool from_1904) {
  if (!std::isfinite(number) || std::abs(number) >= 1e15) return fmt::format("{}", number);
  const std::vector<std::string_view> sections = sections_of(format);
  std::string_view section = sections[0];
  bool minus = number < 0;
  if (number < 0 && sections.size() > 1) {
    section = sections[1];
    minus = false;  // the section says how: (1.250)
  } else if (number == 0 && sections.size() > 2) {
    section = sections[2];
  }
  if (section.empty() || section.find("General") != section.npos) return show_general(number);
  const std::vector<Piece> pieces = pieces_of(section);
  const auto has = [&](std::string_view codes) {
    return std::any_of(pieces.begin(), pieces.end(),
                       [&](const Piece& p) { return p.code != 0 && codes.find(p.code) != codes.npos; });
  };
  if (has("dmyhs")) return show_date(number, pieces, from_1904);
  const bool text_only = sections.size() > 1 && !has("0");  // "-" for nothing
  if (!has("0") && !text_only) return show_general(number);
  double value = std::abs(number);
  if (has("%")) value *= 100;
  std::string shown = minus ? "-" : "";
  bool digits = false;
  for (const Piece& piece : pieces) {
    if (piece.code != '0') {
      shown += piece.text;
    } else if (!std::exchange(digits, true)) {
      shown += show_digits(value, piece.text);
    }
  }
  return shown;
}

std::string_view builtin_format(unsigned id) {
  static constexpr std::array<std::pair<unsigned, std::string_view>, 26> kFormats = {
      {{1, "0"},
       {2, "0.00"},
       {3, "#,##0"},
       {4, "#,##0.00"},
       {9, "0%"},
       {10, "0.00%"},
       {14, "dd/mm/yyyy"},
       {15, "d-mm-yy"},
       {16, "d-mm"},
       {17, "mm-yy"},
       {18, "h:mm AM/PM"},
       {19, "h:mm:ss AM/PM"},
       {20, "h:mm"},
       {21, "h:mm:ss"},
       {22, "dd/mm/yyyy h:mm"},
       {27, "dd/mm/yyyy"},
       {30, "dd/mm/yyyy"},
       {37, "#,##0;(#,##0)"},
       {38, "#,##0;(#,##0)"},
       {39, "#,##0.00;(#,##0.00)"},
       {40, "#,##0.00;(#,##0.00)"},
       {41, "#,##0"},
       {43, "#,##0.00"},
       {45, "mm:ss"},
       {46, "h:mm:ss"},
       {47, "mm:ss"}}};
  const auto found =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const auto& f) { return f.first == id; });
  return found == kFormats.end() ? "General" : found->second;
}

}  // namespace vankien
