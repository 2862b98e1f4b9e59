#include "analyzers/schema/spoken_names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/schema/document_type.h"
#include "analyzers/schema/organ.h"

namespace vankien {
namespace {

constexpr std::size_t kMostTypeLetters = 4;  // CTHĐ, VBHN
constexpr std::size_t kMostOrganLetters = 8;

SpokenName make_name(std::string_view text, std::string meaning, std::string_view type_name = {}) {
  SpokenName name{{}, {}, std::move(meaning), type_name};
  for (const Token& word : analyze_words(text)) {
    name.bare.push_back(bare_form(word.text));
    name.words.push_back(word.text);
  }
  return name;
}

// By the bare form of their first word, longer names first, so that "thông tư liên tịch" is not read as
// "thông tư".
struct Names {
  std::unordered_map<std::string, std::vector<SpokenName>> by_first;
  std::array<bool, 0x80> firsts{};  ///< letters with which the bare forms begin; all are ASCII
};

Names make_names(std::vector<SpokenName> all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const SpokenName& a, const SpokenName& b) { return a.words.size() > b.words.size(); });
  Names names;
  for (SpokenName& name : all)
    if (const std::string first = name.bare.front(); !first.empty()) {
      names.firsts.at(static_cast<unsigned char>(first[0])) = true;
      names.by_first[first].push_back(std::move(name));
    }
  return names;
}

const Names& type_names() {
  static const Names made = [] {
    std::vector<SpokenName> all;
    for (const auto& type : document_types())
      all.push_back(make_name(type.name, std::string(type.abbreviation), type.name));
    return make_names(std::move(all));
  }();
  return made;
}

const Names& organ_names() {
  static const Names made = [] {
    std::vector<SpokenName> all = {
        make_name("ban chấp hành trung ương", "TW"),
        make_name("bộ chính trị", "TW"),
        make_name("ban bí thư", "TW"),
        make_name("ban chấp hành đảng bộ tỉnh", "TU"),
        make_name("ban thường vụ tỉnh ủy", "TU"),
        make_name("ban thường vụ thành ủy", "TU"),
        make_name("ban thường vụ huyện ủy", "HU"),
        make_name("ban thường vụ đảng ủy", "ĐU"),
        make_name("chính phủ", "CP"),
        make_name("thủ tướng", "TTg"),
        make_name("thủ tướng chính phủ", "TTg"),
        make_name("ủy ban nhân dân", "UBND"),
        make_name("hội đồng nhân dân", "HĐND"),
    };
    // Committees, and the organs that help them: BTC + TU.
    static constexpr std::pair<std::string_view, std::string_view> kCommittees[] = {
        {"trung ương", "TW"}, {"tỉnh ủy", "TU"}, {"thành ủy", "TU"}, {"huyện ủy", "HU"},
        {"quận ủy", "QU"},    {"thị ủy", "ThU"}, {"đảng ủy", "ĐU"},  {"chi bộ", "CB"}};
    static constexpr std::pair<std::string_view, std::string_view> kHelpers[] = {
        {"văn phòng", "VP"},        {"ban tổ chức", "BTC"},
        {"ban tuyên giáo", "BTG"},  {"ban tuyên giáo và dân vận", "BTGDV"},
        {"ban dân vận", "BDV"},     {"ban nội chính", "BNC"},
        {"ủy ban kiểm tra", "UBKT"}};
    for (const auto& [committee, letters] : kCommittees) {
      all.push_back(make_name(committee, std::string(letters)));
      if (letters == "CB") continue;
      for (const auto& [helper, first] : kHelpers)
        all.push_back(make_name(std::string(helper) + " " + std::string(committee),
                                std::string(first) + std::string(letters)));
    }
    return make_names(std::move(all));
  }();
  return made;
}

bool meets(const std::string& typed, std::string_view word, std::string_view bare) {
  return typed == word || (typed == bare && !has_marks(typed));
}

// True if `typed` is that word without its marks.
bool is_bare_form(std::string_view typed, std::string_view marked) {
  std::size_t at = 0;
  std::size_t with = 0;
  while (at < typed.size() && with < marked.size()) {
    const char32_t c = next_code_point(typed, at);
    if (strip_marks(c) != c || c != strip_marks(next_code_point(marked, with))) return false;
  }
  return at == typed.size() && with == marked.size();
}

// Few words of a text begin a name, and every one is asked.
bool may_begin(const Names& names, std::string_view word) {
  std::size_t at = 0;
  const char32_t first = word.empty() ? 0 : strip_marks(next_code_point(word, at));
  return first >= 0x80 || names.firsts[first];
}

const SpokenName* match(const Names& known, WordSpan words, std::size_t at) {
  if (at >= words.size() || !may_begin(known, words[at].text)) return nullptr;
  const auto& names = known.by_first;
  const auto begun = names.find(bare_form(words[at].text));
  if (begun == names.end()) return nullptr;
  for (const SpokenName& name : begun->second) {
    if (at + name.words.size() > words.size()) continue;
    bool all = true;
    for (std::size_t i = 0; all && i < name.words.size(); ++i)
      all = meets(words[at + i].text, name.words[i], name.bare[i]);
    if (all) return &name;
  }
  return nullptr;
}

bool names_organ(const std::string& organ) {
  static constexpr std::string_view kState[] = {"CP", "TTg", "UBND", "HĐND", "HDND", "QH", "DU"};
  return is_party_organ(organ) || std::find(std::begin(kState), std::end(kState), organ) != std::end(kState);
}

std::optional<std::string> spell_type_letters(std::string_view typed) {
  const auto spelt = spell_abbreviation(typed, !has_marks(typed));
  if (spelt.empty()) return std::nullopt;
  const auto exact = spell_abbreviation(typed, false);
  return std::string(exact.empty() ? typed : exact.front());
}

}  // namespace

const SpokenName* find_type_name(WordSpan words, std::size_t at) { return match(type_names(), words, at); }
const SpokenName* find_organ_name(WordSpan words, std::size_t at) { return match(organ_names(), words, at); }

bool is_word(WordSpan words, std::size_t at, std::string_view marked) {
  if (at >= words.size()) return false;
  const std::string& typed = words[at].text;
  // A word that begins with another ASCII letter is not asked further.
  if (!typed.empty() && !marked.empty() && typed[0] != marked[0] &&
      static_cast<unsigned char>(marked[0]) < 0x80)
    return false;
  return typed == marked || is_bare_form(typed, marked);
}

std::size_t match_phrase(WordSpan words, std::size_t at, std::string_view phrase) {
  std::size_t count = 0;
  while (!phrase.empty()) {
    const std::size_t blank = std::min(phrase.find(' '), phrase.size());
    if (!is_word(words, at + count, phrase.substr(0, blank))) return 0;
    ++count;
    phrase.remove_prefix(std::min(blank + 1, phrase.size()));
  }
  return count;
}

std::optional<std::uint32_t> number_at(WordSpan words, std::size_t at) {
  if (at >= words.size() || words[at].kind != TokenKind::kNumber || words[at].text.size() > 5)
    return std::nullopt;
  std::uint32_t number = 0;
  const auto& text = words[at].text;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<std::uint16_t> year_at(WordSpan words, std::size_t at) {
  const auto number = number_at(words, at);
  if (!number || *number < 1930 || *number > 2099) return std::nullopt;
  return static_cast<std::uint16_t>(*number);
}

std::optional<OrganLetters> organ_letters_at(WordSpan words, std::size_t at) {
  if (at >= words.size() || words[at].kind != TokenKind::kWord) return std::nullopt;
  const auto read = [&](std::size_t count) -> std::optional<OrganLetters> {
    std::u32string letters;
    for (std::size_t i = 0; i < count; ++i) letters += decode_utf8(words[at + i].text).chars;
    const std::string organ = spell_organ(letters);
    if (letters.size() > kMostOrganLetters || !names_organ(organ)) return std::nullopt;
    return OrganLetters{organ, count};
  };
  auto found = read(1);
  // T.Ư, T.W, Th.U: the words fall apart at the point.
  static constexpr std::string_view kApart[] = {"t", "th", "tx"};
  const bool last_is_letter = at + 1 < words.size() && decode_utf8(words[at + 1].text).chars.size() == 1;
  if (!found && last_is_letter &&
      std::find(std::begin(kApart), std::end(kApart), words[at].text) != std::end(kApart))
    found = read(2);
  if (found && at + found->words < words.size() && words[at + found->words].text == "nb") {
    found->organ += "/nb";
    ++found->words;
  }
  return found;
}

std::optional<std::string> type_letters_at(WordSpan words, std::size_t at) {
  if (at >= words.size() || words[at].kind != TokenKind::kWord) return std::nullopt;
  return spell_type_letters(words[at].text);
}

std::optional<GluedLetters> glued_letters_at(WordSpan words, std::size_t at) {
  if (at >= words.size() || words[at].kind != TokenKind::kWord) return std::nullopt;
  const std::string_view letters = words[at].text;
  std::size_t count = 0;
  std::array<std::size_t, kMostTypeLetters + 1> ends{};  // where the first letters end, in bytes
  for (std::size_t end = 0; end < letters.size();) {
    next_code_point(letters, end);
    if (++count < ends.size()) ends[count] = end;
    if (count > kMostTypeLetters + kMostOrganLetters) return std::nullopt;
  }
  for (std::size_t cut = 2; cut + 2 <= count && cut <= kMostTypeLetters; ++cut) {
    const auto type = spell_type_letters(letters.substr(0, ends[cut]));
    if (!type) continue;
    Token rest = words[at];
    rest.text = letters.substr(ends[cut]);
    if (const auto organ = organ_letters_at({&rest, 1}, 0)) return GluedLetters{*type, organ->organ};
  }
  return std::nullopt;
}

}  // namespace vankien
