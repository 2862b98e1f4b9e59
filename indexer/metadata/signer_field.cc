#include "indexer/metadata/signer_field.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "analyzers/char_filters.h"
#include "indexer/metadata/organ_name.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kMostWait = 16;  // cells between the office and the name: the left column's, a seal's
constexpr std::size_t kMostName = 6;   // words
constexpr std::size_t kMostOffice = 120;

using Text = std::u32string_view;
using Words = std::vector<std::u32string>;

Words split(Text text) {
  Words words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find(U' ', i), text.size());
    if (end > i) words.emplace_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

std::u32string join(const Words& words, std::size_t first, std::size_t last) {
  std::u32string text;
  for (std::size_t i = first; i < last; ++i) text += (i == first ? U"" : U" ") + words[i];
  return text;
}

bool is_capital(char32_t c) { return is_letter(c) && fold_letter(c) != c; }

bool all_capitals(const std::u32string& word) {
  return std::none_of(word.begin(), word.end(), [](char32_t c) { return is_letter(c) && !is_capital(c); });
}

std::u32string fold(Text text) { return fold_text(encode_utf8(text)).chars; }

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
    if (!begins_office(fold(join(words, i, words.size())))) continue;
    // Its first words may stand before: BỘ TRƯỞNG, PHÓ TỔNG GIÁM ĐỐC.
    std::size_t first = i;
    static constexpr Text kKinds[] = {U"bộ", U"thứ", U"cục", U"vụ", U"viện", U"tổ", U"đội", U"đoàn", U"hiệu"};
    if (fold(words[i]) == U"trưởng" &&
        std::find(std::begin(kKinds), std::end(kKinds), fold(words[i - 1])) != std::end(kKinds))
      --first;
    if (fold(words[i - 1]) == U"ban") continue;  // T/M BAN BÍ THƯ
    while (first > 1 && (fold(words[first - 1]) == U"phó" || fold(words[first - 1]) == U"tổng")) --first;
    if (first > 1) return first;
  }
  return 0;
}

// Titles and ranks before a name.
Text without_titles(Text name) {
  static constexpr Text kTitles[] = {U"GS",        U"PGS",          U"TS",          U"ThS",         U"BS",
                                     U"KS",        U"CN",           U"LS",          U"Đồng chí",    U"Đ/c",
                                     U"Đại tướng", U"Thượng tướng", U"Trung tướng", U"Thiếu tướng", U"Đại tá",
                                     U"Thượng tá", U"Trung tá",     U"Thiếu tá"};
  for (bool again = true; again;) {
    again = false;
    while (!name.empty() && !is_letter(name.front())) name.remove_prefix(1);
    for (const Text title : kTitles)
      if (name.starts_with(title) && name.size() > title.size() && !is_letter(name[title.size()])) {
        name.remove_prefix(title.size());
        again = true;
      }
  }
  return name;
}

// "GS.TS.", "PGS,": capitals that belong to the name behind them.
bool is_title(const std::u32string& word) {
  std::u32string letters;
  std::copy_if(word.begin(), word.end(), std::back_inserter(letters), is_letter);
  for (const Text title : {U"GS", U"PGS", U"TS", U"GSTS", U"PGSTS", U"BS", U"KS", U"CN", U"LS"})
    if (letters == title) return true;
  return false;
}

// "[đã ký]", "(Đã ký)" and what else stands in brackets.
std::u32string without_brackets(Text text) {
  std::u32string out;
  int depth = 0;
  for (const char32_t c : text) {
    if (c == U'(' || c == U'[') ++depth;
    if (depth == 0) out.push_back(c);
    if ((c == U')' || c == U']') && depth > 0) --depth;
  }
  for (const Text signed_word : {U"Đã ký", U"đã ký", U"ĐÃ KÝ"})
    if (const auto at = out.find(signed_word); at != out.npos) out.erase(at, signed_word.size());
  return out;
}

std::optional<std::string> name_of(Text text) {
  text = without_titles(text);
  while (!text.empty() && (is_space(text.back()) || text.back() == U'.')) text.remove_suffix(1);
  const Words words = split(text);
  if (words.size() < 2 || words.size() > kMostName) return std::nullopt;
  for (const auto& word : words) {
    if (!is_capital(word[0]) || (word.size() > 1 && all_capitals(word))) return std::nullopt;
    if (std::any_of(word.begin() + 1, word.end(),
                    [](char32_t c) { return !is_letter(c) && !is_dash(c) && c != U'\'' && c != U'’'; }))
      return std::nullopt;
  }
  const std::u32string folded = fold(text);
  if (begins_organ(folded) || begins_with_any(folded, {U"nơi nhận", U"kính gửi", U"như trên", U"phụ lục"}))
    return std::nullopt;
  return encode_utf8(text);
}

// NGUYỄN VĂN AN: a whole line behind an office. The commonest family names of the General Statistics Office's
// and of the minorities' lists; other names in capitals are not told from an office's last words.
std::optional<std::string> capital_name_of(const Words& words) {
  static constexpr Text kFamilies[] = {
      U"nguyễn", U"trần",  U"lê",     U"phạm",  U"hoàng", U"huỳnh", U"phan", U"vũ",   U"võ",
      U"đặng",   U"bùi",   U"đỗ",     U"hồ",    U"ngô",   U"dương", U"lý",   U"đinh", U"đoàn",
      U"đào",    U"trịnh", U"trương", U"mai",   U"lâm",   U"hà",    U"cao",  U"chu",  U"tạ",
      U"tô",     U"thái",  U"lương",  U"vương", U"lưu",   U"quách", U"tống", U"nông", U"triệu"};
  if (words.size() < 2 || words.size() > 5) return std::nullopt;
  if (std::find(std::begin(kFamilies), std::end(kFamilies), fold(words[0])) == std::end(kFamilies))
    return std::nullopt;
  std::u32string name;
  for (const auto& word : words) {
    if (!std::all_of(word.begin(), word.end(), is_letter)) return std::nullopt;
    name += name.empty() ? U"" : U" ";
    name += word[0];
    for (const char32_t c : Text(word).substr(1)) name += fold_letter(c);
  }
  return encode_utf8(name);
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
    const Words words = split(without_brackets(decode_utf8(cell.text).chars));
    std::size_t capitals = 0;
    while (capitals < words.size() && all_capitals(words[capitals])) ++capitals;
    // The one letter is a name's: PHÓ CHỦ TỊCH | Y Krông Siu.
    while (capitals > 0 && capitals < words.size() && words[capitals - 1].size() == 1) --capitals;
    while (capitals > 0 && capitals < words.size() && is_title(words[capitals - 1])) --capitals;
    const std::size_t rest = capitals;
    if (capitals > 0 && !names_.empty()) return;
    if (capitals > 0 && capitals == words.size() && begun() && !begins_office(folded))
      if (const auto name = capital_name_of(words)) return add_name(*name);
    if (capitals > 0) take_capitals({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(capitals)});
    if (rest < words.size() && begun())
      if (const auto name = name_of(join(words, rest, words.size()))) add_name(*name);
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
    const std::u32string whole = join(words, 0, words.size());
    if (whole.size() > kMostOffice) return;
    if (is_authority_sign(words[0])) {
      // "TM 2025" names nobody; "TM." may stand alone on its line.
      const bool named =
          bare_letters(fold(join(words, 1, words.size()))).size() >= 3 && !is_digit(words[1][0]);
      const bool glued = words[0].size() > 5;
      const bool alone = words.size() == 1 && words[0].find_first_of(U"./") != words[0].npos;
      if (!named && !glued && !alone) return;
      const std::size_t own = own_office(words);
      append(authority_, join(words, 0, own == 0 ? words.size() : own), U", ");
      if (own != 0) append(position_, join(words, own, words.size()), U" ");
      in_position_ = own != 0;
      waited_ = 0;
    } else if (begins_office(fold(whole))) {
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
