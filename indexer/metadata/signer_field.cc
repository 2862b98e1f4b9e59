#include "indexer/metadata/signer_field.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "analyzers/char_filters.h"
#include "indexer/metadata/organ_name.h"
#include "indexer/metadata/signer_name.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kMostWait = 16;  // cells between the office and the name: the left column's, a seal's
constexpr std::size_t kMostOffice = 120;

using Text = std::u32string_view;
using Words = SignerWords;

// "TM.", "T/M", "KT.CHỦ": at its beginning.
bool is_authority_sign(const std::u32string& word) {
  for (const Text sign : {U"T/M", U"TM", U"K/T", U"KT", U"T/L", U"TL", U"TUQ", U"T/UQ", U"T/U/Q", U"Q."})
    if (word.starts_with(sign) &&
        (word.size() == sign.size() || !is_letter(word[sign.size()]) || sign == U"Q."))
      return true;
  return false;
}

// Words with which the name of an office begins, folded.
constexpr std::array<Text, 28> kOffices = {U"phó",
                                           U"bí thư",
                                           U"chủ tịch",
                                           U"chủ nhiệm",
                                           U"chánh",
                                           U"trưởng",
                                           U"bộ trưởng",
                                           U"thứ trưởng",
                                           U"giám đốc",
                                           U"cục trưởng",
                                           U"vụ trưởng",
                                           U"viện trưởng",
                                           U"thủ tướng",
                                           U"tổng bí thư",
                                           U"tổng giám đốc",
                                           U"tổng cục trưởng",
                                           U"hiệu trưởng",
                                           U"thống đốc",
                                           U"chính ủy",
                                           U"chỉ huy trưởng",
                                           U"tư lệnh",
                                           U"tổ trưởng",
                                           U"đội trưởng",
                                           U"tổng kiểm toán",
                                           U"tổng thanh tra",
                                           U"thư ký",
                                           U"đoàn trưởng",
                                           U"thường trực ban bí thư"};

bool begins_office(Text folded) {
  return std::any_of(kOffices.begin(), kOffices.end(),
                     [&](Text office) { return begins_with(folded, office); });
}

// In "KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG" the signer's own office is the last; 0 if there is only the other's.
std::size_t own_office(const Words& words) {
  for (std::size_t i = words.size(); i-- > 2;) {
    if (!begins_office(folded_words(joined_words(words, i, words.size())))) continue;
    // Its first words may stand before: BỘ TRƯỞNG, PHÓ TỔNG GIÁM ĐỐC.
    std::size_t first = i;
    static constexpr Text kKinds[] = {U"bộ", U"thứ", U"cục", U"vụ", U"viện", U"tổ", U"đội", U"đoàn", U"hiệu"};
    if (folded_words(words[i]) == U"trưởng" &&
        std::find(std::begin(kKinds), std::end(kKinds), folded_words(words[i - 1])) != std::end(kKinds))
      --first;
    if (folded_words(words[i - 1]) == U"ban") continue;  // T/M BAN BÍ THƯ
    while (first > 1 &&
           (folded_words(words[first - 1]) == U"phó" || folded_words(words[first - 1]) == U"tổng"))
      --first;
    if (first > 1) return first;
  }
  return 0;
}

// Before an office stands nothing but numbers and signs, and its own words have no small letters. Brackets and "đã ký" are
// taken out of a line first, and may hide one.
bool begins_prose(std::string_view text) {
  bool letters = false;
  bool small = false;
  std::size_t at = 0;
  while (at < text.size() && !(letters && text[at] == ' ')) {
    const char32_t c = next_code_point(text, at);
    if (c == U'(' || c == U'[') return false;
    if (!is_letter(c)) continue;
    letters = true;
    small = small || fold_letter(c) == c;
  }
  const std::string_view seen = text.substr(0, text.find(' ', std::min(at + 1, text.size())));
  return (small || !letters) && seen.find("ký") == seen.npos && seen.find("KÝ") == seen.npos;
}

class Reader {
 public:
  Signature read(const Closing& closing) {
    for (const Line& line : closing.lines) {
      for (const Cell& cell : line.cells) take(cell);
      if (form_) return {};
      if (!names_.empty() || (begun() && waited_ > kMostWait)) break;
    }
    Signature found;
    if (!names_.empty()) found.signer = Field{names_, "signature"};
    if (names_.empty() && authority_.empty()) return found;  // capitals that only looked like an office
    if (!position_.empty()) found.position = Field{encode_utf8(position_), "signature"};
    if (!authority_.empty()) found.authority = Field{encode_utf8(authority_), "signature"};
    return found;
  }

 private:
  bool begun() const { return !position_.empty() || !authority_.empty(); }

  void take(const Cell& cell) {
    const Text folded = cell.folded.chars;
    if (begun()) ++waited_;
    if (folded.empty() || begins_recipients(cell) || is_dash(folded[0]) || folded[0] == U'+' ||
        begins_with(folded, U"lưu"))
      return;
    if (begun() && (has_words(folded, U"ghi rõ họ tên") || has_words(folded, U"ghi rõ họ, tên") ||
                    cell.text.find("...") != std::string::npos || cell.text.find("…") != std::string::npos)) {
      form_ = true;
      return;
    }
    if (!begun() && begins_prose(cell.text)) return;
    const Words words = signature_words(without_brackets(decode_utf8(cell.text).chars));
    std::size_t capitals = 0;
    while (capitals < words.size() && all_capitals(words[capitals])) ++capitals;
    // The one letter is a name's: PHÓ CHỦ TỊCH | Y Krông Siu.
    while (capitals > 0 && capitals < words.size() && words[capitals - 1].size() == 1) --capitals;
    while (capitals > 0 && capitals < words.size() && is_title(words[capitals - 1])) --capitals;
    const std::size_t rest = capitals;
    if (capitals > 0 && !names_.empty()) return;
    if (capitals > 0 && capitals == words.size() && begun() && !begins_office(folded))
      if (const auto name = capital_name_of_signer(words)) return add_name(*name);
    if (capitals > 0) take_capitals({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(capitals)});
    if (rest < words.size() && begun())
      if (const auto name = name_of_signer(joined_words(words, rest, words.size()))) add_name(*name);
  }

  void add_name(const std::string& name) { names_ += (names_.empty() ? "" : ", ") + name; }

  void take_capitals(const Words& words) {
    std::size_t first = 0;
    for (std::size_t i = 1; i <= words.size(); ++i) {
      if (i < words.size() && !is_authority_sign(words[i])) continue;
      take_segment({words.begin() + static_cast<std::ptrdiff_t>(first),
                    words.begin() + static_cast<std::ptrdiff_t>(i)});
      first = i;
    }
  }

  void take_segment(const Words& words) {
    const std::u32string whole = joined_words(words, 0, words.size());
    if (whole.size() > kMostOffice) return;
    if (is_authority_sign(words[0])) {
      // "TM 2025" names nobody; "TM." may stand alone on its line.
      const bool named = bare_letters(folded_words(joined_words(words, 1, words.size()))).size() >= 3 &&
                         !is_digit(words[1][0]);
      const bool glued = words[0].size() > 5;
      const bool alone = words.size() == 1 && words[0].find_first_of(U"./") != words[0].npos;
      if (!named && !glued && !alone) return;
      const std::size_t own = own_office(words);
      append(authority_, joined_words(words, 0, own == 0 ? words.size() : own), U", ");
      if (own != 0) append(position_, joined_words(words, own, words.size()), U" ");
      in_position_ = own != 0;
      waited_ = 0;
    } else if (begins_office(folded_words(whole))) {
      append(position_, whole, U" ");
      in_position_ = true;
      waited_ = 0;
    } else if (begun() && waited_ <= 2) {
      append(in_position_ ? position_ : authority_, whole, U" ");
    }
  }

  static void append(std::u32string& to, const std::u32string& text, Text between) {
    if (!to.empty()) to += between;
    to += text;
  }

  std::u32string position_;
  std::u32string authority_;
  std::string names_;
  std::size_t waited_ = 0;
  bool in_position_ = false;
  bool form_ = false;
};

}  // namespace

Signature read_signature(const Closing& closing) { return Reader().read(closing); }

}  // namespace vankien
