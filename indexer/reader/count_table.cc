#include "indexer/reader/count_table.h"

#include <algorithm>
#include <stdexcept>

#include "analyzers/collation.h"

namespace vankien {
namespace {

constexpr std::size_t kGap = 2;

std::string value_of(const CountedFields& fields, const std::string& column) {
  return column == "type" ? fields.type : column == "year" ? fields.year : fields.issuer;
}

// Letters as wide as one; the marks of decomposed text have no width.
std::size_t width(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool continues = (byte & 0xC0) == 0x80;
    const bool is_mark = byte == 0xCC || (byte == 0xCD && i + 1 < text.size() &&
                                          static_cast<unsigned char>(text[i + 1]) < 0xB0);
    letters += continues || is_mark ? 0 : 1;
  }
  return letters;
}

std::string on_one_line(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return text;
}

std::string quoted(const std::string& value) {
  if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
  std::string out = "\"";
  for (const char c : value) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

}  // namespace

CountTable::CountTable(std::vector<std::string> columns) : columns_(std::move(columns)) {
  if (columns_.empty()) throw std::runtime_error("a table needs a column: type, year, issuer");
  for (const auto& column : columns_)
    if (column != "type" && column != "year" && column != "issuer")
      throw std::runtime_error("there is no column \"" + column + "\"; there are type, year, issuer");
}

void CountTable::add(const CountedFields& fields) {
  std::vector<std::string> row;
  row.reserve(columns_.size());
  for (const auto& column : columns_) row.push_back(value_of(fields, column));
  ++counts_[row];
  ++total_;
}

std::vector<std::vector<std::string>> CountTable::sorted_rows() const {
  std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> keyed;
  for (const auto& [row, count] : counts_) {
    std::vector<std::string> key;
    for (const auto& value : row) key.push_back(collation_key(value));
    auto cells = row;
    cells.push_back(std::to_string(count));
    keyed.emplace_back(std::move(key), std::move(cells));
  }
  std::sort(keyed.begin(), keyed.end());
  std::vector<std::vector<std::string>> rows;
  for (auto& [key, cells] : keyed) rows.push_back(std::move(cells));
  return rows;
}

std::string CountTable::text() const {
  auto rows = sorted_rows();
  for (auto& row : rows)
    for (auto& cell : row) cell = cell.empty() ? "-" : on_one_line(cell);
  std::vector<std::string> head = columns_;
  head.emplace_back("documents");
  rows.insert(rows.begin(), head);
  std::vector<std::string> foot(columns_.size() + 1);
  foot.front() = "total";
  foot.back() = std::to_string(total_);
  rows.push_back(foot);
  std::vector<std::size_t> widths(head.size());
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i + 1 < row.size(); ++i)
      out += row[i] + std::string(widths[i] - width(row[i]) + kGap, ' ');
    out += std::string(widths.back() - row.back().size(), ' ') + row.back() + "\n";
  }
  return out;
}

std::string CountTable::csv() const {
  std::string out;
  for (const auto& column : columns_) out += column + ",";
  out += "documents\r\n";
  for (const auto& row : sorted_rows()) {
    for (std::size_t i = 0; i < row.size(); ++i) out += (i > 0 ? "," : "") + quoted(row[i]);
    out += "\r\n";
  }
  return out;
}

}  // namespace vankien
