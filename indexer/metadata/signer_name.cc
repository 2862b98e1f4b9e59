#include "indexer/metadata/signer_name.h"

#include <algorithm>
#include <iterator>

#include "analyzers/char_filters.h"
#include "indexer/metadata/organ_name.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kMostName = 6;  // words

using Text = std::u32string_view;
using Words = SignerWords;

bool is_capital(char32_t c) { return is_letter(c) && fold_letter(c) != c; }

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

}  // namespace

Words signature_words(Text text) {
  Words words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find(U' ', i), text.size());
    if (end > i) words.emplace_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

std::u32string joined_words(const Words& words, std::size_t first, std::size_t last) {
  std::u32string text;
  for (std::size_t i = first; i < last; ++i) text += (i == first ? U"" : U" ") + words[i];
  return text;
}

bool all_capitals(const std::u32string& word) {
  return std::none_of(word.begin(), word.end(), [](char32_t c) { return is_letter(c) && !is_capital(c); });
}

std::u32string folded_words(Text text) { return fold_text(encode_utf8(text)).chars; }

bool is_title(const std::u32string& word) {
  std::u32string letters;
  std::copy_if(word.begin(), word.end(), std::back_inserter(letters), is_letter);
  for (const Text title : {U"GS", U"PGS", U"TS", U"GSTS", U"PGSTS", U"BS", U"KS", U"CN", U"LS"})
    if (letters == title) return true;
  return false;
}

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

std::optional<std::string> name_of_signer(Text text) {
  text = without_titles(text);
  while (!text.empty() && (is_space(text.back()) || text.back() == U'.')) text.remove_suffix(1);
  const Words words = signature_words(text);
  if (words.size() < 2 || words.size() > kMostName) return std::nullopt;
  for (const auto& word : words) {
    if (!is_capital(word[0]) || (word.size() > 1 && all_capitals(word))) return std::nullopt;
    if (std::any_of(word.begin() + 1, word.end(),
                    [](char32_t c) { return !is_letter(c) && !is_dash(c) && c != U'\'' && c != U'’'; }))
      return std::nullopt;
  }
  const std::u32string folded = folded_words(text);
  if (begins_organ(folded) || begins_with_any(folded, {U"nơi nhận", U"kính gửi", U"như trên", U"phụ lục"}))
    return std::nullopt;
  return encode_utf8(text);
}

// NGUYỄN VĂN AN: a whole line behind an office. The commonest family names of the General Statistics Office's
// and of the minorities' lists; other names in capitals are not told from an office's last words.
std::optional<std::string> capital_name_of_signer(const Words& words) {
  static constexpr Text kFamilies[] = {
      U"nguyễn", U"trần",  U"lê",     U"phạm",  U"hoàng", U"huỳnh", U"phan", U"vũ",   U"võ",
      U"đặng",   U"bùi",   U"đỗ",     U"hồ",    U"ngô",   U"dương", U"lý",   U"đinh", U"đoàn",
      U"đào",    U"trịnh", U"trương", U"mai",   U"lâm",   U"hà",    U"cao",  U"chu",  U"tạ",
      U"tô",     U"thái",  U"lương",  U"vương", U"lưu",   U"quách", U"tống", U"nông", U"triệu"};
  if (words.size() < 2 || words.size() > 5) return std::nullopt;
  if (std::find(std::begin(kFamilies), std::end(kFamilies), folded_words(words[0])) == std::end(kFamilies))
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

}  // namespace vankien
