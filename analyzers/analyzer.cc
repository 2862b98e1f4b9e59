#include "analyzers/analyzer.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "analyzers/char_filters.h"
#include "analyzers/fragments.h"
#include "analyzers/phrases.h"
#include "analyzers/run_memory.h"
#include "analyzers/run_symbols.h"

namespace vankien {
namespace {

using Take = std::function<void(const TokenBlock&)>;

constexpr std::size_t kBlockWords = 256;  // a block ends with the phrase that has this word

constexpr std::size_t kMostSpareBytes = 64
                                        << 10;  // of text: one giant phrase must not keep its room for ever

/// What a byte is to the walk; kRun and above may be in a run.
enum class Byte : std::uint8_t { kBlank, kSpace, kLineFeed, kOther, kRun, kDigit, kLead };

constexpr auto kBytes = [] {
  std::array<Byte, 256> table{};
  table.fill(Byte::kRun);
  for (std::size_t c = 0; c < 0x80; ++c)
    if (!((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) table[c] = Byte::kOther;
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = Byte::kDigit;
  for (std::size_t c = 9; c <= 13; ++c) table[c] = Byte::kSpace;
  table[' '] = table['\t'] = Byte::kBlank;
  table['\n'] = Byte::kLineFeed;
  table[0xC2] = table[0xE2] = Byte::kLead;  // may begin a wide separator
  return table;
}();

// What the gap is that was that gap before that byte. Rows as in Gap, columns as in Byte.
constexpr Gap kWider[5][4] = {{Gap::kBlank, Gap::kSpace, Gap::kLine, Gap::kBreak},
                              {Gap::kSpace, Gap::kSpace, Gap::kLine, Gap::kBreak},
                              {Gap::kSpace, Gap::kSpace, Gap::kLine, Gap::kBreak},
                              {Gap::kLine, Gap::kLine, Gap::kBreak, Gap::kBreak},
                              {Gap::kBreak, Gap::kBreak, Gap::kBreak, Gap::kBreak}};

class Walk {
 public:
  Walk(std::string_view text, bool words_only, const Take& take)
      : text_(text), words_only_(words_only), take_(take), run_symbols_(text) {}

  void run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const Byte kind = byte(at);
      if (kind < Byte::kRun) {
        widen(kind);
        ++at;
      } else if (const std::size_t size = kind == Byte::kLead ? wide_separator(text_, at) : 0; size != 0) {
        widen(size == 2 ? Byte::kBlank : Byte::kOther);
        at += size;
      } else {
        at = take_run(at);
        while (one_blank_stands_at(at)) {  // four of five runs; the rest of the loop need not guess
          widen(Byte::kBlank);
          at = take_run(at + 1);
        }
      }
    }
    give_block();
    if (phrases_.room() <= kMostSpareBytes) spare_phrases() = std::move(phrases_);
  }

 private:
  Byte byte(std::size_t at) const { return kBytes[static_cast<unsigned char>(text_[at])]; }

  bool one_blank_stands_at(std::size_t at) const {
    return at + 1 < text_.size() && text_[at] == ' ' &&
           (byte(at + 1) == Byte::kRun || byte(at + 1) == Byte::kDigit);
  }

  void widen(Byte kind) { gap_ = kWider[static_cast<std::size_t>(gap_)][static_cast<std::size_t>(kind)]; }
  void widen(Gap inside_run) {
    if (inside_run != Gap::kNone) widen(inside_run == Gap::kSpace ? Byte::kSpace : Byte::kOther);
  }

  std::size_t take_run(std::size_t begin) {
    const RunScan run = scan_run(text_, begin);
    if (!words_only_ && run_symbols_.may_begin_in(run))
      run_symbols_.find_in(begin, run.end, [&](Token symbol) { symbols_.push_back(std::move(symbol)); });
    if (phrases_.size() >= kBlockWords && gap_ == Gap::kBreak) give_block();
    if (run.all_digits)
      add_number(begin, run.end);
    else
      add_run(begin, run);
    return run.end;
  }

  // "007" → "7", "000" → "0": as the tokenizer does.
  void add_number(std::size_t begin, std::size_t end) {
    PhraseWord word{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    word.kind = TokenKind::kNumber;
    word.gap = std::exchange(gap_, Gap::kNone);
    while (begin + 1 < end && text_[begin] == '0') ++begin;
    phrases_.add(word, text_.substr(begin, end - begin));
  }

  void add_run(std::size_t begin, const RunScan& scan) {
    const auto first = static_cast<std::uint32_t>(begin);
    if (const ShortWord* word = memory_.find_short(scan); word != nullptr) [[likely]] {
      const Piece piece = word->piece();
      broken_ = broken_ || piece == Piece::kVowel;
      phrases_.add_padded<8>({first, static_cast<std::uint32_t>(scan.end), 0, 0, TokenKind::kWord,
                              std::exchange(gap_, Gap::kNone), piece},
                             word->text.data(), word->size());
      return;
    }
    widen(memory_.each_word(scan.key, text_.substr(begin, scan.end - begin), [&](const RunWord& word) {
      widen(word.gap);
      broken_ = broken_ || word.piece == Piece::kVowel;
      phrases_.add({first + word.begin, first + word.end, 0, 0, word.kind, std::exchange(gap_, Gap::kNone),
                    word.piece},
                   word.text);
    }));
  }

  void give_block() {
    if (phrases_.size() == 0) return;
    if (broken_) join_fragments(phrases_);
    broken_ = false;
    const std::uint32_t last = phrases_[phrases_.size() - 1].begin;
    const auto waiting = std::find_if(symbols_.begin(), symbols_.end(),
                                      [&](const Token& symbol) { return symbol.begin > last; });
    take_(TokenBlock(phrases_, {symbols_.begin(), waiting}, position_, !words_only_));
    symbols_.erase(symbols_.begin(), waiting);
    position_ += static_cast<std::uint32_t>(phrases_.size());
    phrases_.clear();
  }

  // Room for words that no walk uses now: to make it anew for each text took a twentieth of generated papers.
  static Phrases& spare_phrases() {
    thread_local Phrases spare;
    return spare;
  }

  std::string_view text_;
  bool words_only_;
  const Take& take_;
  RunSymbols run_symbols_;
  RunMemory& memory_ = RunMemory::of_thread();
  Gap gap_ = Gap::kNone;  ///< since the last word
  Phrases phrases_ = std::exchange(spare_phrases(), Phrases());
  bool broken_ = false;  ///< a phrase holds half of a word
  Tokens symbols_;       ///< they wait for their words
  std::uint32_t position_ = 0;
};

Token copy(const TokenView& token) {
  return {std::string(token.text), token.begin, token.end, token.position, token.kind};
}

}  // namespace

void analyze_blocks(std::string_view text, const Take& take) { Walk(text, false, take).run(); }

void analyze_word_blocks(std::string_view text, const Take& take) { Walk(text, true, take).run(); }

Tokens analyze(std::string_view text) {
  Tokens words;
  Tokens symbols;
  Tokens bigrams;
  analyze(text, [&](const TokenView& token) {
    Tokens& kind = token.kind == TokenKind::kSymbol   ? symbols
                   : token.kind == TokenKind::kBigram ? bigrams
                                                      : words;
    kind.push_back(copy(token));
  });
  words.reserve(words.size() + symbols.size() + bigrams.size());
  for (Tokens* more : {&symbols, &bigrams}) std::move(more->begin(), more->end(), std::back_inserter(words));
  return words;
}

Tokens analyze_words(std::string_view text) {
  Tokens words;
  analyze_words(text, [&](const TokenView& token) { words.push_back(copy(token)); });
  return words;
}

std::string fold_value(std::string_view text) {
  std::string out;
  for (const Token& token : analyze_words(text)) {
    if (!out.empty()) out.push_back(' ');
    out += token.text;
  }
  return out.empty() ? encode_utf8(fold_text(text).chars) : out;
}

}  // namespace vankien
