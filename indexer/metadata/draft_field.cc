#include "indexer/metadata/draft_field.h"

#include <string>

#include "analyzers/analyzer.h"
#include "analyzers/schema/numerals.h"
#include "indexer/metadata/stamp_zones.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

// "lần 2", "lần thứ hai", "số 2", "2", then at most a date.
std::optional<std::string> count_of(const Tokens& words) {
  std::size_t at = 2;
  const auto is = [&](std::string_view word) { return at < words.size() && words[at].text == word; };
  const bool counted = is("lần") || is("số");
  if (counted) ++at;
  if (is("thứ")) ++at;
  std::string count;
  if (at < words.size() && !is("ngày")) {
    const auto number = ordinal_at(words, at);
    if (!number) return std::nullopt;
    count = std::to_string(number->value);
    at += number->words;
  }
  if (counted && count.empty()) return std::nullopt;
  if (at < words.size() && !is("ngày")) return std::nullopt;
  return count;
}

std::optional<Field> draft_of(const Cell& cell) {
  if (cell.folded.chars.size() > 60) return std::nullopt;
  std::u32string_view words = without_bullet(cell.folded.chars);
  if (!cell.capitals && !begins_sentence(cell)) return std::nullopt;
  if (bare_letters(words) == U"duthao") return Field{"dự thảo", "stamp"};
  if (!begins_with(words, U"dự thảo")) return std::nullopt;
  const auto count = count_of(analyze_words(encode_utf8(words)));
  if (!count) return std::nullopt;
  return Field{count->empty() ? "dự thảo" : "dự thảo lần " + *count, "stamp"};
}

}  // namespace

std::optional<Field> read_draft(const Letterhead& head) {
  std::optional<Field> found;
  for (const Line* line : stamp_lines(head))
    for (const Cell& cell : line->cells)
      if (auto draft = draft_of(cell); draft && (!found || draft->value.size() > found->value.size()))
        found = std::move(draft);
  return found;
}

}  // namespace vankien
