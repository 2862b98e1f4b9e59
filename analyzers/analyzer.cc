#include "analyzers/analyzer.h"

#include <array>
#include <utility>
#include <vector>

#include "analyzers/char_filters.h"
#include "analyzers/fragments.h"
#include "analyzers/phrase.h"
#include "analyzers/run_memory.h"
#include "analyzers/schema/symbol_window.h"

namespace vankien {
namespace {

using Sink = std::function<void(const TokenView&)>;

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

// A word that is not in the memory; fields as in Run::Word.
struct LongWord {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::kWord;
  Piece piece = Piece::kWhole;
};

class Walk {
 public:
  Walk(std::string_view text, bool words_only, const Sink& sink)
      : text_(text), words_only_(words_only), sink_(sink) {}

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
      }
    }
    finish_phrase();
  }

 private:
  Byte byte(std::size_t at) const { return kBytes[static_cast<unsigned char>(text_[at])]; }

  void widen(Byte kind) { gap_ = kWider[static_cast<std::size_t>(gap_)][static_cast<std::size_t>(kind)]; }
  void widen(Gap inside_run) {
    if (inside_run != Gap::kNone) widen(inside_run == Gap::kSpace ? Byte::kSpace : Byte::kOther);
  }

  std::size_t take_run(std::size_t begin) {
    const RunScan run = scan_run(text_, begin);
    if (run.has_digit && !words_only_) find_symbols_in(begin, run.end);
    if (run.all_digits)
      add_number(begin, run.end);
    else
      add_run(begin, run);
    return run.end;
  }

  void find_symbols_in(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
      if (byte(at) != Byte::kDigit) continue;
      if (at >= symbols_read_)
        if (auto symbol = read_symbol_at(text_, at)) {
          symbols_read_ = symbol->end;
          symbols_.push_back(std::move(*symbol));
        }
      while (at + 1 < end && byte(at + 1) == Byte::kDigit) ++at;
    }
  }

  // "007" → "7", "000" → "0": as the tokenizer does.
  void add_number(std::size_t begin, std::size_t end) {
    const PhraseWord word =
        next_word(0, LongWord{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                              TokenKind::kNumber, Piece::kWhole});
    while (begin + 1 < end && text_[begin] == '0') ++begin;
    phrase_.add(word, text_.substr(begin, end - begin));
  }

  void add_run(std::size_t begin, const RunScan& scan) {
    const std::string_view bytes = text_.substr(begin, scan.end - begin);
    const Run* found = bytes.size() <= Run::kMostBytes ? memory_.find(scan.key, bytes) : nullptr;
    if (found == nullptr) {
      add_long_run(begin, bytes);
      return;
    }
    if (found->count == 1 && found->words[0].gap == Gap::kNone && gap_ != Gap::kBreak) {
      const Run::Word& from = found->words[0];
      phrase_.add_padded<Run::kMostBytes>(next_word(begin, from), found->text.data(), from.text_end);
      widen(found->gap_after);
      return;
    }
    const Run run = *found;  // a sink may analyse, too
    std::size_t text = 0;
    for (std::size_t i = 0; i < run.count; ++i) {
      const Run::Word& from = run.words[i];
      widen(from.gap);
      phrase_.add(next_word(begin, from), {run.text.data() + text, from.text_end - text});
      text = from.text_end;
    }
    widen(run.gap_after);
  }

  void add_long_run(std::size_t begin, std::string_view bytes) {
    const RunWords run = filter_run(bytes);
    for (std::size_t i = 0; i < run.words.size(); ++i) {
      const Token& from = run.words[i];
      widen(run.gaps[i]);
      const Piece piece = from.kind == TokenKind::kWord ? piece_of(from.text) : Piece::kWhole;
      phrase_.add(next_word(begin, LongWord{from.begin, from.end, from.kind, piece}), from.text);
    }
    widen(run.gaps.back());
  }

  // A word after the gap that was read; `from` has its bytes in the run that begins there.
  template <class Word>
  PhraseWord next_word(std::size_t run_begin, const Word& from) {
    const auto shift = static_cast<std::uint32_t>(run_begin);
    if (gap_ == Gap::kBreak) finish_phrase();
    broken_ = broken_ || from.piece == Piece::kVowel;
    return {shift + from.begin, shift + from.end, 0, 0, from.kind, std::exchange(gap_, Gap::kNone),
            from.piece};
  }

  void finish_phrase() {
    if (broken_) join_fragments(phrase_);
    broken_ = false;
    const std::size_t count = phrase_.size();
    for (std::size_t i = 0; i < count; ++i) {
      const PhraseWord& word = phrase_[i];
      while (symbols_given_ < symbols_.size() && symbols_[symbols_given_].begin <= word.begin)
        give(symbols_[symbols_given_++]);
      sink_({phrase_.word(i), word.begin, word.end, position_, word.kind});
      if (!words_only_ && i + 1 < count)
        sink_({phrase_.bigram(i), word.begin, phrase_[i + 1].end, position_, TokenKind::kBigram});
      ++position_;
    }
    phrase_.clear();
  }

  void give(const SymbolAt& symbol) {
    const std::string key = symbol.symbol.key();
    sink_({key, symbol.begin, symbol.end, position_, TokenKind::kSymbol});
  }

  static RunMemory& memory_of_thread() {
    thread_local RunMemory memory;
    return memory;
  }

  std::string_view text_;
  bool words_only_;
  const Sink& sink_;
  RunMemory& memory_ = memory_of_thread();
  Gap gap_ = Gap::kNone;  ///< since the last word
  Phrase phrase_;
  bool broken_ = false;  ///< the phrase holds half of a word
  std::vector<SymbolAt> symbols_;
  std::size_t symbols_given_ = 0;  ///< the others wait for their words
  std::size_t symbols_read_ = 0;   ///< digits before this byte belong to a symbol found
  std::uint32_t position_ = 0;
};

Token copy(const TokenView& token) {
  return {std::string(token.text), token.begin, token.end, token.position, token.kind};
}

}  // namespace

void analyze(std::string_view text, const Sink& sink) { Walk(text, false, sink).run(); }

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
  Walk(text, true, [&](const TokenView& token) { words.push_back(copy(token)); }).run();
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
