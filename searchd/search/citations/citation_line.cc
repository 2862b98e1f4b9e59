#include "searchd/search/citations/citation_line.h"

#include <fmt/format.h>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/schema/date.h"
#include "analyzers/schema/spoken_names.h"
#include "analyzers/schema/symbol.h"

namespace vankien {
namespace {

// A title that begins so goes on without "về": "ban hành Quy chế …".
constexpr std::string_view kVerbs[] = {
    "ban hành",  "phê duyệt",  "quy định", "sửa đổi", "bổ sung",  "thay thế",  "bãi bỏ",    "hướng dẫn",
    "thực hiện", "triển khai", "thi hành", "sơ kết",  "tổng kết", "thành lập", "kiện toàn", "của"};

bool begins_with(const Tokens& words, std::string_view phrase) { return match_phrase(words, 0, phrase) != 0; }

// The first letter small, unless the first word is a name or in capitals as a whole: "Đảng viên", "ODA".
std::string with_small_beginning(std::string_view title) {
  std::u32string letters = decode_utf8(title).chars;
  if (letters.empty()) return "";
  std::size_t end = 0;
  std::size_t capitals = 0;
  while (end < letters.size() && is_letter(letters[end]))
    capitals += fold_letter(letters[end]) != letters[end], ++end;
  const bool name = letters.substr(0, end) == U"Đảng" || letters.substr(0, end) == U"Quốc" || capitals > 1;
  if (!name) letters[0] = fold_letter(letters[0]);
  return encode_utf8(letters);
}

// " về …": the subject behind the issuer.
std::string subject(const std::string& title, const std::string& type) {
  if (title.empty()) return "";
  const Tokens words = analyze_words(title);
  if (words.empty()) return "";
  const std::string small = with_small_beginning(title);
  if (begins_with(words, "về")) return " " + small;
  if (title.starts_with("V/v ")) return " về việc " + title.substr(4);
  for (const auto verb : kVerbs)
    if (begins_with(words, verb)) return " " + small;
  const Tokens own = analyze_words(type);  // "Luật Đất đai": the title is the name
  if (!own.empty() && words[0].text == own[0].text) return " (" + title + ")";
  return " về " + small;
}

}  // namespace

std::string citation_date(const std::string& iso) {
  const auto date = parse_date(iso);
  if (!date) return iso;
  if (date->month == 0) return fmt::format("năm {}", date->year);
  const std::string month =
      date->month < 3 ? fmt::format("{:02}", date->month) : fmt::format("{}", date->month);
  if (date->day == 0) return fmt::format("tháng {}/{}", month, date->year);
  return fmt::format("{:02}/{}/{}", date->day, month, date->year);
}

std::string citation_reference(const DocumentName& name) {
  const auto symbol = parse_symbol(name.symbol);
  const bool party = !symbol || symbol->system == System::kParty;
  std::string line = name.type;
  if (!name.symbol.empty()) line += (line.empty() ? "số " : " số ") + name.symbol;
  if (!name.date.empty()) {
    const bool whole = name.date.size() == 10;
    line += (party ? ", " : " ") + std::string(whole ? "ngày " : "") + citation_date(name.date);
  }
  if (!name.issuer.empty()) line += " của " + name.issuer;
  line.erase(0, line.find_first_not_of(", "));  // of a document without type and symbol
  return line;
}

std::string citation_line(const DocumentName& name) {
  std::string line = citation_reference(name) + subject(name.title, name.type);
  line.erase(0, line.find_first_not_of(' '));
  return line;
}

}  // namespace vankien
