#include "analyzers/page_furniture.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>

namespace vankien {
namespace {

constexpr std::size_t kMostLines = 3;    // furniture at one edge of a page
constexpr std::size_t kFewestPages = 3;  // on which a running head returns
constexpr std::size_t kMostBytes = 150;  // of a running head
constexpr std::size_t kMostDigits = 4;   // of a page's number

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Line by line from an edge of a page; blank lines are none.
std::vector<Furniture> edge_lines(std::string_view body, std::size_t begin, std::size_t end, bool from_top) {
  std::vector<Furniture> lines;
  while (begin < end && lines.size() < kMostLines) {
    std::size_t from = begin, to = end;
    if (from_top) {
      to = std::min(body.find('\n', begin), end);
      begin = std::min(to + 1, end);
    } else {
      const auto feed = body.substr(begin, end - begin).rfind('\n');
      from = feed == std::string_view::npos ? begin : begin + feed + 1;
      end = from == begin ? begin : from - 1;
    }
    while (from < to && is_blank(body[from])) ++from;
    while (to > from && is_blank(body[to - 1])) --to;
    if (from < to) lines.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
  }
  return lines;
}

// 2   - 2 -   [2]   Trang 2/15
bool is_page_number(std::string_view line) {
  std::string left;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line.substr(i).starts_with("\xE2\x80\x93") || line.substr(i).starts_with("\xE2\x80\x94"))
      i += 2;  // – —
    else if (!is_blank(line[i]) && line[i] != '-' && line[i] != '[' && line[i] != ']')
      left += line[i];
    if (left.size() > 20) return false;
  }
  for (const std::string_view word : {"Trang", "trang", "TRANG"})
    if (left.starts_with(word)) left.erase(0, word.size());
  std::size_t at = 0;
  const auto number = [&] {
    const std::size_t from = at;
    while (at < left.size() && is_digit(left[at])) ++at;
    return at > from && at - from <= kMostDigits;
  };
  if (!number()) return false;
  if (at < left.size() && left[at] == '/') {
    ++at;
    if (!number()) return false;
  }
  return at == left.size();
}

// The same on every page but for its number.
std::string likeness(std::string_view line) {
  std::string out;
  for (const char c : line) {
    const char shown = is_digit(c) ? '#' : is_blank(c) ? ' ' : c;
    if (out.empty() || !(shown == out.back() && (shown == '#' || shown == ' '))) out += shown;
  }
  return out;
}

}  // namespace

std::vector<Furniture> find_page_furniture(std::string_view body) {
  std::vector<std::vector<Furniture>> edges;  // foot of a page, head of the next
  std::size_t begin = 0;
  for (std::size_t feed = body.find('\f'); feed != std::string_view::npos; feed = body.find('\f', begin)) {
    edges.push_back(edge_lines(body, begin, feed, false));
    begin = feed + 1;
    edges.push_back(edge_lines(body, begin, std::min(body.find('\f', begin), body.size()), true));
  }
  const auto text = [&](const Furniture& line) { return body.substr(line.begin, line.end - line.begin); };
  // Feet and heads apart: a short page's line is at both of its edges.
  std::map<std::string, std::size_t> feet, heads;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const auto& lines = edges[i];
    auto& returns = i % 2 == 0 ? feet : heads;
    std::set<std::string> here;
    for (const Furniture& line : lines)
      if (text(line).size() <= kMostBytes) here.insert(likeness(text(line)));
    for (const auto& one : here) ++returns[one];
  }
  std::vector<Furniture> found;
  for (std::size_t i = 0; i < edges.size(); ++i)
    for (const Furniture& line : edges[i]) {
      auto& returns = i % 2 == 0 ? feet : heads;
      const bool running = text(line).size() <= kMostBytes && returns[likeness(text(line))] >= kFewestPages;
      if (!running && !is_page_number(text(line))) break;
      found.push_back(line);
    }
  const auto by_begin = [](const Furniture& a, const Furniture& b) { return a.begin < b.begin; };
  std::sort(found.begin(), found.end(), by_begin);
  // A page of one line is foot and head at once.
  const auto same = [](const Furniture& a, const Furniture& b) { return a.begin == b.begin; };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  return found;
}

}  // namespace vankien
