#include "analyzers/run_memory.h"

#include <algorithm>

#include "analyzers/char_filters.h"
#include "analyzers/fragments.h"
#include "analyzers/letters.h"
#include "analyzers/token_filters.h"
#include "analyzers/tokenizer.h"

namespace vankien {
namespace {

// What stands at bytes [from, to) of the run. Blanks alone never do: they are separators.
Gap gap_between(const MappedText& text, std::size_t& cursor, std::uint32_t from, std::uint32_t to) {
  while (cursor < text.chars.size() && text.offsets[cursor] < from) ++cursor;
  // What did not combine with the letter before it, a mark or a jamo, stands at the end of its word, for no bytes.
  const auto is_rest = [&](std::size_t i) { return is_extender(text.chars[i]) || is_letter(text.chars[i]); };
  while (from > 0 && cursor < text.chars.size() && text.offsets[cursor] == from && is_rest(cursor)) ++cursor;
  Gap gap = Gap::kNone;
  for (std::size_t i = cursor; i < text.chars.size() && text.offsets[i] < to; ++i) {
    if (!is_space(text.chars[i])) return Gap::kBreak;
    gap = Gap::kSpace;
  }
  return gap;
}

bool fill(Run& run, const RunKey& key, std::string_view bytes) {
  const RunWords made = filter_run(bytes);
  if (made.words.size() > Run::kMostWords) return false;
  std::size_t size = 0;
  for (const Token& word : made.words) size += word.text.size();
  if (size > Run::kMostBytes) return false;
  run = Run{};
  run.key = key;
  size = 0;
  for (std::size_t i = 0; i < made.words.size(); ++i) {
    const Token& word = made.words[i];
    std::copy(word.text.begin(), word.text.end(), run.text.begin() + static_cast<std::ptrdiff_t>(size));
    size += word.text.size();
    Run::Word& out = run.words[i];
    out.begin = static_cast<std::uint8_t>(word.begin);
    out.end = static_cast<std::uint8_t>(word.end);
    out.text_end = static_cast<std::uint8_t>(size);
    out.kind = word.kind;
    out.gap = made.gaps[i];
    out.piece = piece_of(word);
  }
  run.count = static_cast<std::uint8_t>(made.words.size());
  run.gap_after = made.gaps.back();
  return true;
}

}  // namespace

RunWords filter_run(std::string_view bytes) {
  MappedText text = read_letters(bytes);
  split_glued_words(text);
  place_tone_marks(text);
  fold_case(text);
  RunWords out;
  out.words = split_words(text);
  fold_i_y(out.words);
  std::size_t cursor = 0;
  std::uint32_t from = 0;
  for (const Token& word : out.words) {
    out.gaps.push_back(gap_between(text, cursor, from, word.begin));
    from = word.end;
  }
  out.gaps.push_back(gap_between(text, cursor, from, static_cast<std::uint32_t>(bytes.size())));
  return out;
}

Piece piece_of(const Token& word) {
  return word.kind == TokenKind::kWord ? piece_of(word.text) : Piece::kWhole;
}

RunMemory& RunMemory::of_thread() {
  thread_local RunMemory memory;
  return memory;
}

RunMemory::RunMemory()
    : runs_(std::make_unique<Run[]>(kPlaces)),
      short_words_(std::make_unique<ShortWord[]>(std::size_t{1} << (64 - kShortShift))) {}

const Run* RunMemory::find(const RunKey& key, std::string_view bytes) {
  Run* const places = &runs_[hash(key)];
  const Run* found = std::find_if(places, places + kWays, [&](const Run& run) { return run.key == key; });
  if (found == places + kWays) found = learn(places, key, bytes);
  if (found != nullptr) keep_if_short(*found);
  return found;
}

void RunMemory::keep_if_short(const Run& run) {
  const Run::Word& word = run.words[0];
  const bool is_short = run.key[1] == 0 && run.count == 1 && word.kind == TokenKind::kWord &&
                        word.text_end < 8 && word.begin == 0 && word.gap == Gap::kNone &&
                        run.gap_after == Gap::kNone && (word.end == 8 || run.key[0] >> (8 * word.end) == 0);
  if (!is_short) return;
  ShortWord& kept = short_words_[short_hash(run.key[0])];
  kept.key = run.key[0];
  std::copy_n(run.text.begin(), 7, kept.text.begin());
  kept.text[7] = static_cast<char>(word.text_end + 8 * static_cast<int>(word.piece));
}

const Run* RunMemory::learn(Run* places, const RunKey& key, std::string_view bytes) {
  Run made;
  if (!fill(made, key, bytes)) return nullptr;
  std::copy_backward(places, places + kWays - 1, places + kWays);
  *places = made;
  return places;
}

}  // namespace vankien
