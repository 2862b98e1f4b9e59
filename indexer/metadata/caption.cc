#include "indexer/metadata/caption.h"

#include <algorithm>
#include <string>

#include "analyzers/char_filters.h"
#include "analyzers/schema/date.h"
#include "indexer/metadata/organ_name.h"
#include "indexer/metadata/title_field.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kMostLines = 14;
constexpr std::size_t kMostIssuer = 110;   // letters between type and number
constexpr std::size_t kBehindSymbol = 12;  // ", ngày "
constexpr const char* kFrom = "title line";

using Text = std::u32string_view;

struct TypeName {
  const DocumentType* type = nullptr;
  std::size_t end = 0;
};

TypeName longest_type(const std::string& text, const MappedText& folded) {
  TypeName best;
  for (std::size_t end = 1; end <= std::min<std::size_t>(folded.chars.size(), 30); ++end) {
    if (end < folded.chars.size() && is_letter(folded.chars[end])) continue;
    if (const auto* type = find_type(std::string_view(text).substr(0, folded.offsets[end])))
      best = {type, end};
  }
  return best;
}

// Between type and number: "của Chính phủ", "Bộ A - Bộ B".
std::optional<Field> issuer_of(Text between) {
  between = without_bullet(between);
  if (begins_with(between, U"của")) between = without_bullet(between.substr(3));
  while (!between.empty() && !is_letter(between.back())) between.remove_suffix(1);
  if (between.empty() || between.size() > kMostIssuer) return std::nullopt;
  if (!begins_organ(between)) return std::nullopt;
  return Field{spell_organ_name(expand_organ(between)), kFrom};
}

// "Chính phủ", "BỘ TRƯỞNG BỘ A": in whose name the text begins.
bool is_office_line(const Cell& cell) {
  const Text folded = cell.folded.chars;
  return folded.size() < 60 &&
         (begins_organ(folded) || begins_with_any(folded, {U"bộ trưởng", U"chủ tịch", U"thống đốc"}));
}

// The caption's lines as one; nothing if the text does not go on as an act does.
std::optional<std::string> sentence_of(const std::vector<Line>& lines) {
  std::string text;
  std::size_t filled = 0;
  bool numbered = false;
  bool closed = false;  // the body must follow, an office's line before it
  for (const Line& line : lines) {
    if (line.cells.empty()) {
      closed = closed || (numbered && !text.empty());
      continue;
    }
    if (++filled > kMostLines) return std::nullopt;
    const Cell& cell = line.cells[0];
    if (begins_body(cell)) return text;
    closed = closed || (numbered && is_office_line(cell));
    if (closed) continue;
    for (const Cell& part : line.cells) text += (text.empty() ? "" : " ") + part.text;
    numbered = numbered || has_words(cell.folded.chars, U"số");
  }
  return std::nullopt;
}

}  // namespace

std::optional<Caption> read_caption(const Letterhead& head) {
  if (head.seen()) return std::nullopt;
  const auto text = sentence_of(head.lines);
  if (!text) return std::nullopt;
  const MappedText folded = fold_text(*text);
  const Text chars = folded.chars;
  const auto [type, end] = longest_type(*text, folded);
  const std::size_t so = find_words(chars, U"số", end);
  if (type == nullptr || so == chars.npos) return std::nullopt;
  auto issuer = issuer_of(chars.substr(end, so - end));
  if (!issuer) return std::nullopt;

  // Offsets in bytes, because folding may join what the symbol's finder sees apart.
  const MappedText plain = decode_utf8(*text);
  const auto symbols = find_symbols(plain);
  const auto own = std::find_if(symbols.begin(), symbols.end(), [&](const FoundSymbol& found) {
    return plain.offsets[found.begin] >= folded.offsets[so];
  });
  if (own == symbols.end() || plain.offsets[own->begin] > folded.offsets[so] + 12) return std::nullopt;
  Caption caption{own->symbol, {std::string(type->name), kFrom}, std::move(*issuer), {}, {}};
  auto behind = static_cast<std::size_t>(
      std::lower_bound(folded.offsets.begin(), folded.offsets.end(), plain.offsets[own->end]) -
      folded.offsets.begin());
  for (const FoundDate& found : find_dates(folded)) {
    if (found.begin < behind || found.begin - behind > kBehindSymbol || found.date.month == 0) continue;
    caption.date = Field{found.date.iso(), kFrom};
    behind = found.end;
    break;
  }
  caption.title = finish_title(text->substr(folded.offsets[behind]), kFrom);
  return caption;
}

}  // namespace vankien
