#include "searchd/sheets/csv.h"

namespace vankien::sheets {
namespace {

void append_text(std::string& out, const std::string& text, char separator) {
  const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
  const bool quoted = text.find_first_of(std::string{separator, '"', '\n', '\r'}) != std::string::npos;
  if (quoted) out += '"';
  if (formula) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  if (quoted) out += '"';
}

}  // namespace

std::string csv_row(const Row& row, char separator) {
  std::string out;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out += separator;
    if (const auto* text = std::get_if<std::string>(&row[i]))
      append_text(out, *text, separator);
    else
      out += std::to_string(std::get<std::uint64_t>(row[i]));
  }
  return out += "\r\n";
}

}  // namespace vankien::sheets
