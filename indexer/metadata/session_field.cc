#include "indexer/metadata/session_field.h"

#include <algorithm>
#include <string>

#include "analyzers/analyzer.h"
#include "analyzers/schema/citation_words.h"
#include "analyzers/schema/session.h"

namespace vankien {
namespace {

constexpr std::size_t kLinesAfterType =
    3;  // "HỘI NGHỊ LẦN THỨ TƯ" / "BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XII" / "về …"

std::string name_of(const Session& session) {
  return session.plenum == 0 ? "đại hội" : std::to_string(session.plenum);
}

std::optional<Field> field_of(const std::optional<SessionReading>& reading, const char* from) {
  if (!reading || !reading->named) return std::nullopt;
  return Field{name_of(reading->session), from};
}

// A line that begins with the meeting, whose name may run on over the next two.
std::optional<Field> begun_in(const Letterhead& head, std::size_t line, std::size_t cell, std::size_t skip) {
  std::string text(head.lines[line].cells[cell].text_from(skip));
  for (std::size_t next = line + 1; next < std::min(line + 3, head.lines.size()); ++next)
    if (!head.lines[next].cells.empty() && !begins_body(head.lines[next].cells[0]))
      text += " " + head.lines[next].cells[0].text;
  return field_of(session_at(analyze_words(text), 0), "title line");
}

}  // namespace

std::optional<Field> read_session(const Letterhead& head, std::string_view issuer, std::string_view title) {
  if (auto field = field_of(session_at(analyze_words(issuer), 0), "letterhead")) return field;
  if (head.type_line) {
    const auto& type = *head.type_line;
    if (auto field = begun_in(head, type.line, type.cell, type.rest)) return field;
    for (std::size_t i = type.line + 1; i <= type.line + kLinesAfterType && i < head.lines.size(); ++i) {
      if (head.lines[i].cells.empty()) continue;
      if (begins_body(head.lines[i].cells[0])) break;
      if (auto field = begun_in(head, i, 0, 0)) return field;
    }
  }
  return session_of_title(title);
}

std::optional<Field> session_of_title(std::string_view title) {
  const Tokens words = analyze_words(title);
  if (auto field = field_of(session_at(words, 0), "title")) return field;
  const auto citation = citation_at_start(words);
  if (!citation || !citation->session) return std::nullopt;
  return Field{name_of(*citation->session), "title"};
}

}  // namespace vankien
