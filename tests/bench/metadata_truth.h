#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "analyzers/char_filters.h"
#include "analyzers/letters.h"
#include "analyzers/schema/date.h"
#include "analyzers/schema/record.h"
#include "indexer/metadata/organ_name.h"

namespace vankien::bench {

// When a field read from a document counts as the one given for it, and when the document's text can tell it at
// all: here and nowhere else. Nothing here looks at an answer to decide what a text holds.

/// Letters and digits of folded text: case, tone placement, blanks, dashes and points do not count.
inline std::u32string squeeze(std::u32string_view folded) {
  std::u32string out;
  for (const char32_t c : folded)
    if (is_letter(c) || is_digit(c)) out.push_back(c);
  return out;
}

inline std::u32string squeeze(std::string_view text) { return squeeze(fold_text(text).chars); }

/// "05-NQ/TU", "5 - NQ / TU" → "5nqtu".
inline std::u32string symbol_key(std::string_view symbol) {
  std::u32string key = squeeze(symbol);
  key.erase(0, std::min(key.find_first_not_of(U'0'), key.size()));
  return key;
}

inline bool same_symbol(std::string_view given, std::string_view read) {
  return symbol_key(given) == symbol_key(read);
}

/// Abbreviations written out. Two ways of naming one body do not count: "Chủ tịch Ủy ban nhân dân tỉnh A" signs
/// on the paper of the "Ủy ban nhân dân tỉnh A", and "Bộ trưởng Bộ B" on that of the Bộ B.
inline std::u32string issuer_key(std::string_view issuer) {
  std::u32string key = squeeze(expand_organ(fold_text(issuer).chars));
  for (const std::u32string_view office : {U"chủtịch", U"bộtrưởng"})
    if (key.starts_with(office) && key.size() > office.size() + 6 && !key.starts_with(U"chủtịchnước"))
      key.erase(0, office.size());
  return key;
}

/// Law portals file the papers of a province's councils, committees and departments under its name alone:
/// "Tỉnh A", "Thành phố B".
inline bool is_place_alone(std::u32string_view key) {
  return key.starts_with(U"tỉnh") ? !key.starts_with(U"tỉnhủy") : key.starts_with(U"thànhphố");
}

/// The same body; of a place alone a body of that place; of joint issuers the one that is named; of a body named
/// with its parent ("Bộ A Cục B") the body itself. Nothing else that is longer or shorter counts.
inline bool same_issuer(std::string_view given, std::string_view read) {
  const std::u32string a = issuer_key(given);
  const std::u32string b = issuer_key(read);
  if (a == b) return true;
  if (b.empty()) return false;
  if (is_place_alone(a)) return b.ends_with(a);
  const auto others = a.find(U"và4cơquan");  // "Viện A và 4 cơ quan"
  if (others != a.npos) return b.starts_with(a.substr(0, others));
  if (read.find(" - ") != read.npos && b.find(a) != b.npos) return true;
  // What is behind the name belongs to the next line of the paper: "CHÍNH PHỦ_____ Số: 3/2025/NĐ CP".
  const auto number = a.find(U"số");
  if (number != a.npos && number + 2 < a.size() && is_digit(a[number + 2])) return a.substr(0, number) == b;
  if ((a.starts_with(U"bộ") || a.starts_with(U"cục")) && a.ends_with(b) && a.size() > b.size() + 4)
    return true;
  // "Ủy ban nhân dân tỉnh A Sở B" is the Sở B tỉnh A.
  const std::u32string_view parent = U"ủybannhândân";
  if (!a.starts_with(parent)) return false;
  const std::u32string rest = a.substr(parent.size());
  for (std::size_t place = 1; rest.size() == b.size() && place < rest.size(); ++place)
    if (b.substr(b.size() - place) + b.substr(0, b.size() - place) == rest) return true;
  return false;
}

/// Sources give titles with and without "về", "V/v", "ban hành" … in capitals and small: the same if one's letters
/// begin with the other's, or end with them, and the shorter has three quarters of the longer. Some sources stop
/// at the name of an organ or at a number ("… CỦA", "… SỐ"), others go on with the office in whose name the text
/// begins ("… MÃ SỐ CỤC TRƯỞNG CỤC HẢI QUAN"): of these the title itself is compared.
inline bool same_title(std::string_view given, std::string_view read) {
  std::u32string a = squeeze(given);
  std::u32string b = squeeze(read);
  if ((a.ends_with(U"của") || a.ends_with(U"số")) && b.starts_with(a)) return true;
  for (const std::u32string_view office : {U"cụctrưởng", U"trưởngban", U"giámđốc", U"bộtrưởng", U"chủtịch"})
    if (!b.empty() && a.starts_with(b) && a.substr(b.size()).starts_with(office)) return true;
  if (a.size() > b.size()) std::swap(a, b);
  return a == b || ((b.starts_with(a) || b.ends_with(a)) && a.size() * 4 >= b.size() * 3);
}

/// What the two ends of a document show to anyone.
struct Shown {
  MappedText head;         ///< the first letters, folded
  MappedText tail;         ///< the last letters
  std::u32string letters;  ///< the first ones, squeezed
  bool heading = false;  ///< a national heading stands there on a line of its own, or beside the left column
};

inline constexpr std::size_t kShown = 3000;       // letters from either end that are looked at
inline constexpr std::size_t kHeadingLine = 150;  // letters of a line that holds both columns

inline Shown show(const std::vector<std::string>& pages) {
  MappedText text = decode_utf8(join_pages(pages));
  to_nfc(text);
  const std::u32string_view all = text.chars;
  const auto part = [](std::u32string_view chars) { return fold_text(encode_utf8(chars)); };
  Shown shown;
  shown.head = part(all.substr(0, kShown));
  shown.tail = part(all.substr(all.size() - std::min(all.size(), kShown)));
  shown.letters = squeeze(shown.head.chars);
  std::u32string_view rest = shown.head.chars;
  while (!rest.empty()) {
    const std::u32string_view line = rest.substr(0, rest.find(U'\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const std::u32string key = line.size() > kHeadingLine ? std::u32string() : squeeze(line);
    shown.heading = shown.heading || key.find(U"đảngcộngsảnviệtnam") != key.npos ||
                    key.find(U"cộnghòaxãhộichủnghĩa") != key.npos;
  }
  return shown;
}

/// Not where it is only named as the act an enclosure belongs to: "(Ban hành kèm theo Quyết định số …)".
inline bool shows_symbol(const Shown& shown, std::string_view symbol) {
  const std::u32string key = symbol_key(symbol);
  const std::u32string_view letters = shown.letters;
  for (auto at = letters.find(key); at != letters.npos; at = letters.find(key, at + 1)) {
    const std::size_t from = at - std::min<std::size_t>(at, 60);
    if (letters.substr(from, at - from).find(U"kèmtheo") == letters.npos) return true;
  }
  return false;
}

/// The date stands where a document's own date can stand: above the first "Căn cứ" and not behind another
/// document's number; right behind its own number; or behind "thông qua" at the end of an act of parliament.
/// Sources that took the first date they met give that of a law in the legal basis: they are not asked.
inline bool shows_date(const Shown& shown, std::string_view date, std::string_view symbol) {
  const std::u32string own = symbol_key(symbol);
  const auto stands = [&](const MappedText& text, bool end) {
    const std::u32string_view all = text.chars;
    const std::size_t basis = std::min(all.find(U"\ncăn cứ"), all.find(U"\n- căn cứ"));
    for (const FoundDate& found : find_dates(text)) {
      if (found.date.iso() != date) continue;
      const std::size_t from = found.begin - std::min<std::size_t>(found.begin, 60);
      const std::u32string_view before = all.substr(from, found.begin - from);
      const std::u32string_view line = before.substr(before.rfind(U'\n') + 1);  // npos + 1 is 0
      if (!own.empty() && squeeze(before).ends_with(own)) return true;
      if (end && before.find(U"thông qua") != before.npos) return true;
      // "Số 5-NQ/TU   An Phong, ngày …" is the head's own line, "… số 5-NQ/TU ngày …" another's date.
      const bool others = line.find(U'/') != line.npos && squeeze(line).find(own) == line.npos;
      if (!end && found.begin < basis && !others) return true;
    }
    return false;
  };
  return stands(shown.head, false) || stands(shown.tail, true);
}

/// Letters bear no name of a type; of a consolidated text every gazette prints the heading differently.
inline bool shows_type(const Shown& shown, std::string_view type) {
  if (type == "Công văn") return shown.letters.find(U"kínhgửi") != shown.letters.npos;
  if (type == "Văn bản hợp nhất")
    return shown.letters.find(U"hợpnhất") != shown.letters.npos ||
           shown.letters.find(U"vbhn") != shown.letters.npos;
  return shown.letters.find(squeeze(type)) != shown.letters.npos;
}

inline bool shows_issuer(const Shown& shown, std::string_view issuer) {
  std::u32string key = issuer_key(issuer);
  const auto others = key.find(U"và4cơquan");
  if (others != key.npos) key.resize(others);
  return squeeze(expand_organ(shown.head.chars)).find(key) != std::u32string::npos;
}

inline bool shows_title(const Shown& shown, std::string_view title) {
  return shown.letters.find(squeeze(title)) != shown.letters.npos;
}

}  // namespace vankien::bench
