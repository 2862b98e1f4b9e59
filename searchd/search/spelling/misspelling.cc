#include "searchd/search/spelling/misspelling.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"

namespace vankien {
namespace {

/// Spellings of sounds that some region, or everybody, takes for one another.
constexpr std::array<std::pair<std::u32string_view, std::u32string_view>, 14> kSameSounds = {{{U"ch", U"tr"},
                                                                                              {U"s", U"x"},
                                                                                              {U"d", U"gi"},
                                                                                              {U"d", U"r"},
                                                                                              {U"gi", U"r"},
                                                                                              {U"l", U"n"},
                                                                                              {U"ng", U"ngh"},
                                                                                              {U"g", U"gh"},
                                                                                              {U"c", U"k"},
                                                                                              {U"c", U"q"},
                                                                                              {U"d", U"v"},
                                                                                              {U"ph", U"f"},
                                                                                              {U"k", U"kh"},
                                                                                              {U"i", U"y"}}};
constexpr std::array<std::pair<std::u32string_view, std::u32string_view>, 5> kSameEnds = {
    {{U"n", U"ng"}, {U"c", U"t"}, {U"n", U"nh"}, {U"ch", U"t"}, {U"i", U"y"}}};

/// Rows of the keyboard; a letter's neighbours are beside it in its row and in the next one.
constexpr std::array<std::u32string_view, 3> kRows = {U"qwertyuiop", U"asdfghjkl", U"zxcvbnm"};

bool are_neighbours(char32_t a, char32_t b) {
  const auto place = [](char32_t letter) {
    for (int row = 0; row < 3; ++row)
      if (const auto column = kRows[static_cast<std::size_t>(row)].find(letter);
          column != std::u32string_view::npos)
        return std::pair{row, static_cast<int>(column)};
    return std::pair{-9, -9};
  };
  const auto [row_a, column_a] = place(a);
  const auto [row_b, column_b] = place(b);
  if (row_a < 0 || row_b < 0 || a == b) return false;
  const int down = row_b - row_a;
  const int along = column_b - column_a;
  // Each row begins a little to the right of the one above it.
  return (down == 0 && (along == 1 || along == -1)) || (down == 1 && (along == 0 || along == -1)) ||
         (down == -1 && (along == 0 || along == 1));
}

/// Without tone, and the tone. A key of Telex left at the end is the tone it was to make: quyêts.
struct Parted {
  std::u32string letters;
  Tone tone = Tone::kNone;
};

Parted part(std::string_view word) {
  Parted parted;
  parted.letters = decode_utf8(word).chars;
  for (char32_t& letter : parted.letters) {
    const Vowel vowel = take_apart(letter);
    if (vowel.base == 0) continue;
    letter = vowel.base;
    if (vowel.tone != Tone::kNone) parted.tone = vowel.tone;
  }
  return parted;
}

std::u32string bare(const std::u32string& letters) {
  std::u32string out = letters;
  for (char32_t& letter : out) letter = strip_marks(letter);
  return out;
}

constexpr double kDaily = 1;
constexpr double kOther = 2;

double tone_cost(Tone typed, Tone meant) {
  if (typed == meant) return 0;
  const auto either = [&](Tone a, Tone b) {
    return (typed == a && meant == b) || (typed == b && meant == a);
  };
  if (either(Tone::kHook, Tone::kTilde) || typed == Tone::kNone) return kDaily;
  return kOther;
}

// One letter for another.
double letter_cost(char32_t typed, char32_t meant) {
  if (typed == meant) return 0;
  // A mark left out (o for ô) is a key not pressed; another mark or one too many is a key too many.
  if (strip_marks(typed) == strip_marks(meant)) return kDaily;
  return are_neighbours(strip_marks(typed), strip_marks(meant)) ? kDaily + 0.5 : kOther;
}

// Weighted distance with neighbours exchanged (Damerau); words are short, so the whole table is filled.
double distance(const std::u32string& a, const std::u32string& b) {
  constexpr std::size_t kMost = 12;
  if (a.size() > kMost || b.size() > kMost) return 2 * kFurthest;
  std::array<std::array<double, kMost + 1>, kMost + 1> cost{};
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = kOther * static_cast<double>(i + j);
        continue;
      }
      const bool doubled = i > 1 && a[i - 1] == a[i - 2];
      double best = cost[i - 1][j - 1] + letter_cost(a[i - 1], b[j - 1]);
      best = std::min(best, cost[i - 1][j] + (doubled ? kDaily : kOther));
      best = std::min(best, cost[i][j - 1] + kDaily + 0.5);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = std::min(best, cost[i - 2][j - 2] + kDaily);
      cost[i][j] = best;
    }
  return cost[a.size()][b.size()];
}

template <typename Function>
void with_same_sounds(const std::u32string& word, Function take) {
  for (const auto& [one, other] : kSameSounds)
    for (const auto& [from, to] : {std::pair{one, other}, std::pair{other, one}})
      if (word.starts_with(from)) take(std::u32string(to) + word.substr(from.size()));
  for (const auto& [one, other] : kSameEnds)
    for (const auto& [from, to] : {std::pair{one, other}, std::pair{other, one}})
      if (word.ends_with(from)) take(word.substr(0, word.size() - from.size()) + std::u32string(to));
}

// What the keys s f r x j z at the end of a Telex word were to be.
std::optional<Tone> tone_of_key(char32_t key) {
  constexpr std::u32string_view keys = U"zfrxsj";  // in the order of Tone
  const auto place = keys.find(key);
  return place == std::u32string_view::npos ? std::nullopt : std::optional(static_cast<Tone>(place));
}

}  // namespace

std::vector<std::string> bare_slips(const std::string& word) {
  const std::u32string letters = decode_utf8(word).chars;
  if (letters.size() > kLongestSlip) return {};
  std::set<std::string> slips;
  const auto take = [&](const std::u32string& slip) { slips.insert(encode_utf8(slip)); };
  take(letters);
  with_same_sounds(letters, take);
  for (std::size_t i = 0; i <= letters.size(); ++i) {
    std::u32string slip = letters;
    if (i < letters.size()) {
      take(std::u32string(letters).erase(i, 1));
      for (char32_t other = U'a'; other <= U'z'; ++other) {
        slip[i] = other;
        take(slip);
      }
      slip[i] = letters[i];
    }
    if (i + 1 < letters.size()) {
      std::swap(slip[i], slip[i + 1]);
      take(slip);
      std::swap(slip[i], slip[i + 1]);
    }
    for (char32_t missing = U'a'; missing <= U'z'; ++missing)
      take(std::u32string(letters).insert(i, 1, missing));
  }
  return {slips.begin(), slips.end()};
}

double slip_cost(std::string_view typed, std::string_view form) {
  const Parted meant = part(form);
  const Parted given = part(typed);
  // Typed without any marks: those of the form were left out on purpose.
  const bool no_marks = !has_marks(typed);
  const std::u32string target = no_marks ? bare(meant.letters) : meant.letters;
  const auto toned = [&](Tone tone) { return no_marks ? 0 : tone_cost(tone, meant.tone); };
  double best = distance(given.letters, target) + toned(given.tone);
  with_same_sounds(given.letters, [&](const std::u32string& sound) {
    best = std::min(best, kDaily + distance(sound, target) + toned(given.tone));
  });
  if (!no_marks && given.tone == Tone::kNone && given.letters.size() > 1)
    if (const auto tone = tone_of_key(given.letters.back()))
      best = std::min(best, kDaily + distance(given.letters.substr(0, given.letters.size() - 1), target) +
                                tone_cost(*tone, meant.tone));
  return best;
}

}  // namespace vankien
