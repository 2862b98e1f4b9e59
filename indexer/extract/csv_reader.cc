#include "indexer/extract/csv_reader.h"

#include <algorithm>
#include <array>

namespace vankien {
namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

/// Reads one row after the other; `at_` and `line_` stand at the beginning of the next.
class Reader {
 public:
  Reader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  bool done() const { return at_ >= text_.size(); }

  CsvRow row() {
    CsvRow row;
    row.line = line_;
    for (bool more = true; more;) {
      row.cells.emplace_back();
      if (!done() && text_[at_] == '"') quoted(row);
      // A cell, or what stands after its closing quote.
      const std::size_t end = std::min(text_.find_first_of(stops(), at_), text_.size());
      if (end > at_ && quoted_) note(row, "letters after a closing quote in line " + std::to_string(line_));
      row.cells.back() += text_.substr(at_, end - at_);
      at_ = end;
      quoted_ = false;
      more = !done() && text_[at_] == delimiter_;
      if (more) ++at_;
    }
    end_line();
    row.lines = line_ - row.line;
    return row;
  }

 private:
  std::string stops() const { return {delimiter_, '\n', '\r'}; }

  static void note(CsvRow& row, std::string problem) {
    if (row.problem.empty()) row.problem = std::move(problem);
  }

  void quoted(CsvRow& row) {
    const std::uint64_t opened = line_;
    quoted_ = true;
    for (++at_; !done(); ++at_) {
      const char c = text_[at_];
      if (c == '"' && at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        ++at_;
      } else if (c == '"') {
        ++at_;
        return;
      }
      if (c == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n')
        continue;  // Windows' line end is one
      if (is_line_end(c)) ++line_;
      row.cells.back() += c == '\r' ? '\n' : c;
    }
    note(row, "a quote in line " + std::to_string(opened) + " is never closed");
  }

  void end_line() {
    if (!done()) at_ += text_.substr(at_, 2) == "\r\n" ? 2 : 1;
    ++line_;
  }

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  bool quoted_ = false;
};

}  // namespace

void read_csv(std::string_view text, char delimiter, const std::function<bool(CsvRow)>& take) {
  Reader reader(text, delimiter);
  while (!reader.done()) {
    CsvRow row = reader.row();
    if (row.cells.size() == 1 && row.cells[0].empty() && row.problem.empty()) continue;
    if (!take(std::move(row))) return;
  }
}

CsvDialect dialect_of_csv(std::string_view text) {
  const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
  if (first.size() == 5 && (first.starts_with("sep=") || first.starts_with("SEP=")) && first[4] != '"')
    return {first[4], true};
  constexpr std::array<char, 3> kDelimiters = {',', ';', '\t'};
  std::array<std::size_t, 3> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (is_line_end(c)) break;
    for (std::size_t i = 0; i < kDelimiters.size(); ++i) counts[i] += c == kDelimiters[i] ? 1 : 0;
  }
  return {
      kDelimiters[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())],
      false};
}

}  // namespace vankien
