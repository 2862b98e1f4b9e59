#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"

namespace vankien::test {

/// A symbol in its parts, and how people say it.
struct Parts {
  std::string number;  ///< at least two digits
  std::string year;
  std::string type;
  std::string organ;
  bool party;
  std::string type_name;
  std::string organ_name;

  std::string head() const { return year.empty() ? number : number + "/" + year; }
  std::string canonical() const {
    if (type.empty()) return head() + "/" + organ;
    return party ? number + "-" + type + "/" + organ : head() + "/" + type + "-" + organ;
  }
};

inline const std::vector<Parts>& symbols() {
  static const std::vector<Parts> kSymbols = {
      {"05", "", "NQ", "TU", true, "nghị quyết", "tỉnh ủy"},
      {"57", "", "NQ", "TW", true, "nghị quyết", "trung ương"},
      {"06", "", "ĐA", "TU", true, "đề án", "tỉnh uỷ"},
      {"66", "", "QĐ", "TW", true, "quyết định", "trung ương"},
      {"5053", "", "CV", "VPTW/nb", true, "công văn", "văn phòng trung ương"},
      {"24", "", "BS", "UBKTTU", true, "bản sao", "ủy ban kiểm tra tỉnh ủy"},
      {"30", "2020", "NĐ", "CP", false, "nghị định", "chính phủ"},
      {"733", "", "QĐ", "TTg", false, "quyết định", "thủ tướng chính phủ"},
      {"09", "", "CT", "UBND", false, "chỉ thị", "uỷ ban nhân dân"},
      {"117", "2025", "", "QH15", false, "luật", ""},
  };
  return kSymbols;
}

inline std::string replace_all(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}
inline std::string letters(std::string_view text, char32_t (*change)(char32_t)) {
  std::string out;
  for (const char32_t c : decode_utf8(text).chars) append_utf8(out, change(c));
  return out;
}
inline std::string lower(std::string_view text) { return letters(text, fold_letter); }
inline std::string upper(std::string_view text) { return letters(text, capital_letter); }
inline std::string bare(std::string_view text) { return letters(text, strip_marks); }
inline std::string full_width(std::string_view text) {
  return letters(text,
                 [](char32_t c) { return c > 0x20 && c < 0x7F ? static_cast<char32_t>(c + 0xFEE0) : c; });
}
inline std::string separators(const Parts& s, const std::string& glyph) {
  return replace_all(replace_all(s.canonical(), "/", glyph), "-", glyph);
}

enum class Expect { kKey, kBareKey, kKeyWithoutYear, kBareKeyWithoutYear };

struct Spelling {
  const char* name;
  std::function<std::string(const Parts&)> write;  ///< empty = does not apply to this symbol
  Expect expect = Expect::kKey;
};

inline const std::vector<Spelling>& spellings() {
  using S = const Parts&;
  static const auto dash = [](const char* glyph) {
    return [glyph](S s) { return replace_all(s.canonical(), "-", glyph); };
  };
  // A law has no type: what moves the type does not apply to it.
  static const auto typed = [](auto write) {
    return [write](S s) { return s.type.empty() ? std::string() : write(s); };
  };
  static const auto undated = [](auto write) {
    return [write](S s) { return s.type.empty() || !s.year.empty() ? std::string() : write(s); };
  };
  static const std::vector<Spelling> kSpellings = {
      {"05-NQ/TU", [](S s) { return s.canonical(); }},
      {"05-nq/tu", [](S s) { return lower(s.canonical()); }},
      {"05-NQ/TU, all capitals", [](S s) { return upper(s.canonical()); }},
      {"5-NQ/TU", [](S s) { return s.number[0] == '0' ? s.canonical().substr(1) : s.canonical(); }},
      {"005-NQ/TU", [](S s) { return s.number.size() < 5 ? "0" + s.canonical() : std::string(); }},
      {"Số 05-NQ/TU", [](S s) { return "Số " + s.canonical(); }},
      {"Số: 05-NQ/TU", [](S s) { return "Số: " + s.canonical(); }},
      {"số05-NQ/TU", [](S s) { return "số" + s.canonical(); }},
      {"so 05-nq/tu", [](S s) { return "so " + lower(s.canonical()); }},
      {"Số: 05 - NQ/TU", [](S s) { return "Số: " + replace_all(s.canonical(), "-", " - "); }},
      {"05 -NQ/TU", dash(" -")},
      {"05- NQ/TU", dash("- ")},
      {"05 - NQ / TU", [](S s) { return replace_all(replace_all(s.canonical(), "/", " / "), "-", " - "); }},
      {"  05-NQ/TU ", [](S s) { return "  " + s.canonical() + " "; }},
      {"05/NQ-TU", undated([](S s) {
         return s.party ? s.number + "/" + s.type + "-" + s.organ : s.number + "-" + s.type + "/" + s.organ;
       })},
      {"05-NQ-TU", typed([](S s) { return separators(s, "-"); })},
      {"05/NQ/TU", [](S s) { return separators(s, "/"); }},
      {"U+2010", dash("\u2010")},
      {"U+2011", dash("\u2011")},
      {"U+2012", dash("\u2012")},
      {"U+2013", dash("\u2013")},
      {"U+2014", dash("\u2014")},
      {"U+2015", dash("\u2015")},
      {"U+2212", dash("\u2212")},
      {"full width", [](S s) { return full_width(s.canonical()); }},
      {"NBSP", dash("\u00A0-\u00A0")},
      {"NBSP after Số", [](S s) { return "Số\u00A0" + s.canonical(); }},
      {"NFD", [](S s) { return "So\u0302\u0301 " + s.canonical(); }},
      {"U+00D0", [](S s) { return replace_all(s.canonical(), "Đ", "\u00D0"); }},
      {"05.NQ.TU", [](S s) { return separators(s, "."); }},
      {"05_NQ_TU", [](S s) { return separators(s, "_"); }},
      {"05\\NQ\\TU", [](S s) { return separators(s, "\\"); }},
      {"05 NQ TU", [](S s) { return separators(s, " "); }},
      {"05 nq tu", [](S s) { return lower(separators(s, " ")); }},
      {"05NQTU", undated([](S s) { return replace_all(s.number + s.type + s.organ, "/nb", ""); })},
      {"05nqtu", undated([](S s) { return lower(replace_all(s.number + s.type + s.organ, "/nb", "")); })},
      {"05nq/tu", undated([](S s) { return lower(s.number + s.type + "/" + s.organ); })},
      {"NQ 05 TU", undated([](S s) { return s.type + " " + s.number + " " + s.organ; })},
      {"NQ05-TU", undated([](S s) { return s.type + s.number + "-" + s.organ; })},
      {"nq05tu", undated([](S s) { return lower(s.type + s.number + replace_all(s.organ, "/nb", "")); })},
      {"nghị quyết 05 tỉnh ủy", typed([](S s) { return s.type_name + " " + s.number + " " + s.organ_name; }),
       Expect::kKeyWithoutYear},
      {"nghi quyet so 5 cua tinh uy",
       typed([](S s) { return bare(s.type_name + " so " + s.number + " cua " + s.organ_name); }),
       Expect::kKeyWithoutYear},
      {"Nghị quyết số 05-NQ/TU", [](S s) { return s.type_name + " số " + s.canonical(); }},
      {"NGHỊ QUYẾT SỐ 05-NQ/TU", [](S s) { return upper(s.type_name + " số " + s.canonical()); }},
      {"nghi quyet 05 nq tu", [](S s) { return bare(s.type_name) + " " + lower(separators(s, " ")); }},
      {"05-QD/TW", [](S s) { return bare(s.canonical()); }, Expect::kBareKey},
      {"05-qd/tw", [](S s) { return lower(bare(s.canonical())); }, Expect::kBareKey},
      {"05 qd tw", [](S s) { return lower(bare(separators(s, " "))); }, Expect::kBareKey},
      {"(05-NQ/TU)", [](S s) { return "(" + s.canonical() + ")"; }},
      {"“05-NQ/TU”,", [](S s) { return "“" + s.canonical() + "”,"; }},
      {"05-NQ/TU.", [](S s) { return s.canonical() + "."; }},
      {"05-NQ/TU.pdf", [](S s) { return s.organ.ends_with("nb") ? std::string() : s.canonical() + ".pdf"; }},
      {"over a line's end", dash("-\n")},
  };
  return kSpellings;
}

}  // namespace vankien::test
