#include "analyzers/schema/spoken_names.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/schema/document_type.h"
#include "analyzers/schema/organ.h"

namespace vankien {
namespace {

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
using Names = std::unordered_map<std::string, std::vector<SpokenName>>;

Names make_names(std::vector<SpokenName> all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const SpokenName& a, const SpokenName& b) { return a.words.size() > b.words.size(); });
  Names names;
  for (SpokenName& name : all)
    if (const std::string first = name.bare.front(); !first.empty()) names[first].push_back(std::move(name));
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

const SpokenName* match(const Names& names, WordSpan words, std::size_t at) {
  if (at >= words.size()) return nullptr;
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

}  // namespace

const SpokenName* find_type_name(WordSpan words, std::size_t at) { return match(type_names(), words, at); }
const SpokenName* find_organ_name(WordSpan words, std::size_t at) { return match(organ_names(), words, at); }

bool is_word(WordSpan words, std::size_t at, std::string_view marked) {
  if (at >= words.size()) return false;
  const std::string& typed = words[at].text;
  return typed == marked || (!has_marks(typed) && typed == bare_form(marked));
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
    if (letters.size() > 8 || !names_organ(organ)) return std::nullopt;
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
  const std::string& typed = words[at].text;
  if (spell_abbreviation(typed, !has_marks(typed)).empty()) return std::nullopt;
  const auto exact = spell_abbreviation(typed, false);
  return exact.empty() ? typed : std::string(exact.front());
}

std::optional<GluedLetters> glued_letters_at(WordSpan words, std::size_t at) {
  if (at >= words.size() || words[at].kind != TokenKind::kWord) return std::nullopt;
  const std::u32string letters = decode_utf8(words[at].text).chars;
  for (std::size_t cut = 2; cut + 2 <= letters.size() && cut <= 4; ++cut) {
    Token part = words[at];
    part.text = encode_utf8(std::u32string_view(letters).substr(0, cut));
    const auto type = type_letters_at({&part, 1}, 0);
    if (!type) continue;
    part.text = encode_utf8(std::u32string_view(letters).substr(cut));
    if (const auto organ = organ_letters_at({&part, 1}, 0)) return GluedLetters{*type, organ->organ};
  }
  return std::nullopt;
}

}  // namespace vankien
