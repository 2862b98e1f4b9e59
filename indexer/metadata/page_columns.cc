#include "indexer/metadata/page_columns.h"

#include <algorithm>

#include "indexer/metadata/line_signs.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kRule = 3;  // strokes that make a rule
constexpr std::size_t kGap = 3;   // blanks that part two columns

using Text = std::u32string_view;

bool is_plain_rule(Text text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_stroke) &&
         (text.size() > 1 || text[0] == U'*' || text[0] == U'_');
}

std::size_t run(Text text, std::size_t at, bool (*is)(char32_t)) {
  std::size_t end = at;
  while (end < text.size() && is(text[end])) ++end;
  return end - at;
}

// Cuts at tabs, strokes of tables, wide gaps and rules.
std::vector<Text> cut(Text line, bool& rule) {
  std::vector<Text> parts;
  std::size_t begin = 0;
  const auto end_part = [&](std::size_t end, std::size_t next) {
    if (const Text part = trim(line.substr(begin, end - begin)); is_plain_rule(part))
      rule = true;
    else if (!part.empty())
      parts.push_back(part);
    begin = next;
  };
  for (std::size_t i = 0; i < line.size();) {
    // A single blank parts nothing either.
    if (is_plain(line[i]) || (line[i] == U' ' && i + 1 < line.size() && is_plain(line[i + 1]))) {
      ++i;
      continue;
    }
    std::size_t width = 0;
    if (line[i] == U'\t' || line[i] == U'|') {
      width = 1;
    } else if (is_space(line[i])) {
      const std::size_t blanks = run(line, i, is_space);
      const Text gap = line.substr(i, blanks);
      if (blanks < kGap && gap.find(U'\t') == gap.npos) {
        i += blanks;
        continue;
      }
      width = blanks;
    } else if (is_stroke(line[i])) {
      const std::size_t strokes = run(line, i, is_stroke);
      if (strokes < kRule) {
        i += strokes;
        continue;
      }
      rule = true;
      width = strokes;
    }
    if (width == 0) {
      ++i;
      continue;
    }
    end_part(i, i + width);
    i += width;
  }
  end_part(line.size(), line.size());
  return parts;
}

std::u32string squeeze(Text text) {
  std::u32string out;
  out.reserve(text.size());
  for (const char32_t c : text) {
    if (is_plain(c) || !is_space(c))
      out.push_back(c);
    else if (!out.empty() && out.back() != U' ')
      out.push_back(U' ');
  }
  return out;
}

// A day, a number left blank leaves a gap inside its own cell.
bool gap_is_inside(const std::u32string& left, const std::u32string& right) {
  const std::u32string before = fold_plainly(left);
  const std::u32string after = fold_plainly(right);
  for (const Text last : {U"ngày", U"tháng", U"năm", U"số", U"số:", U"số :"})
    if (before.ends_with(last) &&
        (before.size() == last.size() || !is_letter(before[before.size() - last.size() - 1])))
      return !begins_with(after, U"đảng cộng sản") && !begins_with(after, U"cộng hòa");
  if (begins_with(after, U"tháng") || begins_with(after, U"năm")) return has_words(before, U"ngày");
  const bool joiner = after.size() > 1 && (is_dash(after[0]) || after[0] == U'/');
  const std::size_t next = after.size() > 2 && after[1] == U' ' ? 2 : 1;
  return joiner && is_letter(right[next]) && fold_letter(right[next]) != right[next] &&
         (is_digit(before.back()) || begins_with(before, U"số"));
}

}  // namespace

PageColumns part_columns(Text line) {
  PageColumns columns;
  auto& texts = columns.texts;
  for (const Text part : cut(line, columns.rule)) {
    std::u32string next = squeeze(part);
    if (!texts.empty() && gap_is_inside(texts.back(), next))
      texts.back() += U" " + next;
    else
      texts.push_back(std::move(next));
  }
  return columns;
}

}  // namespace vankien
