#include "analyzers/word_finder.h"

#include <algorithm>
#include <optional>

#include "analyzers/analyzer.h"
#include "analyzers/run_borders.h"
#include "analyzers/run_memory.h"
#include "analyzers/run_symbols.h"

namespace vankien {
namespace {

constexpr std::size_t kMostLetters = 7;     // of a syllable (fragments.h)
constexpr std::size_t kBytesAWord = 4;      // of most texts there are fewer words
constexpr std::size_t kMostBlankBytes = 3;  // between pieces of one word: one blank, whatever it is

// Of texts in another language most words are no syllables: to ask about each would take longer than the chain itself.
constexpr std::size_t kWordsAPiece = 16;
constexpr std::size_t kFewPieces = 64;

/// Words [first, last) of a text.
struct Reach {
  std::size_t first = 0;
  std::size_t last = 0;
};

}  // namespace

class WordFinder::Search {
 public:
  Search(const WordFinder& finder, std::string_view text, bool with_symbols) : finder_(finder), text_(text) {
    if (with_symbols) symbols_.emplace(text);
    found_.words.reserve(text.size() / kBytesAWord);
  }

  FoundWords run() {
    RunBorders borders(text_);
    bool foreign = false;
    for (auto runs = borders.next(); !runs.empty() && !foreign; runs = borders.next()) {
      for (std::size_t i = 0; i < runs.size(); i += 2) take_run(runs[i], runs[i + 1]);
      foreign = pieces_.size() > kFewPieces + found_.words.size() / kWordsAPiece;
    }
    if (foreign || has_joined()) read_plainly();
    place_symbols();
    return std::move(found_);
  }

 private:
  void take_run(std::uint32_t begin, std::uint32_t end) {
    if (end - begin <= sizeof(std::uint64_t)) {
      if (const ShortWord* word = memory_.find_short(key_of(begin, end)); word != nullptr) [[likely]] {
        std::uint64_t letters;
        std::memcpy(&letters, word->text.data(), sizeof letters);
        const bool looks = finder_.looks_[look_of(letters & ~(std::uint64_t{0xFF} << 56))];
        if (looks || word->piece() == Piece::kVowel) [[unlikely]]
          note({word->text.data(), word->size()}, word->piece());
        found_.words.push_back({begin, end});
        return;
      }
    }
    take_other_run(begin);
  }

  // The bytes of a run of at most eight, then zeros.
  std::uint64_t key_of(std::uint32_t begin, std::uint32_t end) const {
    std::uint64_t key = 0;
    if (begin + sizeof key > text_.size()) {
      std::memcpy(&key, text_.data() + begin, end - begin);
      return key;
    }
    std::memcpy(&key, text_.data() + begin, sizeof key);
    return key & ~std::uint64_t{0} >> (64 - 8 * (end - begin));
  }

  void take_other_run(std::uint32_t begin) {
    const RunScan run = scan_run(text_, begin);
    const std::string_view bytes = text_.substr(begin, run.end - begin);
    if (symbols_ && symbols_->may_begin_in(run))
      symbols_->find_in(begin, run.end, [&](Token symbol) { found_.symbols.push_back(std::move(symbol)); });
    if (run.all_digits) {
      note(bytes.substr(std::min(bytes.find_first_not_of('0'), bytes.size() - 1)), Piece::kWhole);
      found_.words.push_back({begin, static_cast<std::uint32_t>(run.end)});
      return;
    }
    memory_.each_word(run.key, bytes, [&](const RunWord& word) {
      note(word.text, word.piece);
      found_.words.push_back({begin + word.begin, begin + word.end});
    });
  }

  // The next word, if anything is to be said of it.
  void note(std::string_view word, Piece piece) {
    const auto at = static_cast<std::uint32_t>(found_.words.size());
    if (piece == Piece::kVowel) pieces_.push_back(at);
    if (!finder_.looks_[look_of(word)]) return;
    if (const auto number = finder_.numbers_.find(word); number != finder_.numbers_.end())
      found_.sought.push_back({at, number->second});
  }

  // Whether the chain makes one word of several here. No more than those near a piece are asked about, and none twice.
  bool has_joined() const {
    Reach near;
    for (const std::uint32_t piece : pieces_) {
      const Reach reach = reach_of(piece);
      if (reach.first >= near.last) {
        if (is_joined(near)) return true;
        near = reach;
      }
      near.last = std::max(near.last, reach.last);
    }
    return is_joined(near);
  }

  // The words that can be one with that piece of a word.
  Reach reach_of(std::uint32_t piece) const {
    Reach reach{piece, piece + 1};
    const std::size_t own = letters_of(piece);
    for (std::size_t letters = own; reach.first > 0 && is_close(reach.first - 1); --reach.first)
      if ((letters += letters_of(reach.first - 1)) > kMostLetters) break;
    for (std::size_t letters = own; reach.last < found_.words.size() && is_close(reach.last - 1);
         ++reach.last)
      if ((letters += letters_of(reach.last)) > kMostLetters) break;
    return reach;
  }

  bool is_joined(Reach reach) const {
    if (reach.last - reach.first < 2) return false;
    const std::uint32_t begin = found_.words[reach.first].begin;
    std::size_t count = 0;
    analyze_words(text_.substr(begin, found_.words[reach.last - 1].end - begin),
                  [&](const TokenView&) { ++count; });
    return count != reach.last - reach.first;
  }

  // At least so many letters of a syllable has the word: neither what continues a letter nor a combining mark is one.
  std::size_t letters_of(std::size_t word) const {
    const auto [begin, end] = found_.words[word];
    return static_cast<std::size_t>(std::count_if(text_.begin() + begin, text_.begin() + end, [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return (byte & 0xC0) != 0x80 && byte != 0xCC && byte != 0xCD;
    }));
  }

  // Whether no more than one blank stands behind that word. (What is no ASCII may be one.)
  bool is_close(std::size_t word) const {
    const std::uint32_t begin = found_.words[word].end;
    const std::string_view between = text_.substr(begin, found_.words[word + 1].begin - begin);
    if (between.empty() || between == " ") return true;
    return between.size() <= kMostBlankBytes && std::all_of(between.begin(), between.end(), [](char c) {
             return c == ' ' || c == '\t' || static_cast<unsigned char>(c) >= 0x80;
           });
  }

  // Where a word is broken the whole chain reads the text: one of a hundred has such a word.
  void read_plainly() {
    found_ = {};
    const auto take = [&](const TokenView& token) {
      if (token.kind == TokenKind::kBigram) return;
      if (token.kind == TokenKind::kSymbol) {
        found_.symbols.push_back({std::string(token.text), token.begin, token.end, 0, token.kind});
        return;
      }
      note(token.text, Piece::kWhole);
      found_.words.push_back({token.begin, token.end});
    };
    if (symbols_)
      analyze(text_, take);
    else
      analyze_words(text_, take);
  }

  // A symbol comes before its first word.
  void place_symbols() {
    const auto& words = found_.words;
    for (Token& symbol : found_.symbols)
      symbol.position = static_cast<std::uint32_t>(
          std::lower_bound(words.begin(), words.end(), symbol.begin,
                           [](const Span& word, std::uint32_t at) { return word.begin < at; }) -
          words.begin());
    std::erase_if(found_.symbols, [&](const Token& symbol) { return symbol.position == words.size(); });
  }

  const WordFinder& finder_;
  std::string_view text_;
  std::optional<RunSymbols> symbols_;
  RunMemory& memory_ = RunMemory::of_thread();
  FoundWords found_;
  std::vector<std::uint32_t> pieces_;  ///< words that may be half of one
};

std::uint32_t WordFinder::add(std::string_view word) {
  const auto [entry, fresh] = numbers_.emplace(word, static_cast<std::uint32_t>(numbers_.size()));
  if (fresh) looks_.set(look_of(word));
  return entry->second;
}

FoundWords WordFinder::find(std::string_view text, bool with_symbols) const {
  return Search(*this, text, with_symbols).run();
}

}  // namespace vankien
