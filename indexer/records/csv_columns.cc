#include "indexer/records/csv_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "analyzers/mapped_text.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/utf.h"

namespace vankien {
namespace {

using nlohmann::ordered_json;

struct Heading {
  std::string_view name;  // as comparable() writes it
  std::string_view field;
};

// Headings to be expected in registers of papers, without marks. What is missing here a map can say.
constexpr std::array kHeadings = std::to_array<Heading>({
    {"id", "id"},
    {"ma", "id"},
    {"ma van ban", "id"},
    {"symbol", "symbol"},
    {"so ky hieu", "symbol"},
    {"so va ky hieu", "symbol"},
    {"so ky hieu van ban", "symbol"},
    {"so hieu", "symbol"},
    {"so hieu van ban", "symbol"},
    {"title", "title"},
    {"trich yeu", "title"},
    {"trich yeu noi dung", "title"},
    {"ten loai va trich yeu noi dung", "title"},
    {"ten loai va trich yeu noi dung van ban", "title"},
    {"ten van ban", "title"},
    {"tieu de", "title"},
    {"ve viec", "title"},
    {"date", "date"},
    {"ngay ban hanh", "date"},
    {"ngay van ban", "date"},
    {"ngay thang van ban", "date"},
    {"ngay thang nam van ban", "date"},
    {"ngay ky", "date"},
    {"issuer", "issuer"},
    {"co quan ban hanh", "issuer"},
    {"noi ban hanh", "issuer"},
    {"don vi ban hanh", "issuer"},
    {"tac gia van ban", "issuer"},
    {"type", "type"},
    {"loai", "type"},
    {"loai van ban", "type"},
    {"ten loai", "type"},
    {"the loai", "type"},
    {"level", "level"},
    {"cap", "level"},
    {"cap ban hanh", "level"},
    {"place", "place"},
    {"dia ban", "place"},
    {"dia phuong", "place"},
    {"tinh", "place"},
    {"tinh thanh pho", "place"},
    {"term", "term"},
    {"khoa", "term"},
    {"nhiem ky", "term"},
    {"session", "session"},
    {"grade", "grade"},
    {"do mat", "grade"},
    {"muc do mat", "grade"},
    {"do mat van ban", "grade"},
    {"body", "body"},
    {"noi dung", "body"},
    {"toan van", "body"},
});

/// Without marks, case and punctuation: "Số, ký hiệu", "so_ky_hieu" → "so ky hieu".
std::string comparable(std::string_view heading) {
  std::string words;
  for (const char c : bare(heading)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter)
      words += c;
    else if (!words.empty() && words.back() != ' ')
      words += ' ';
  }
  if (words.ends_with(' ')) words.pop_back();
  return words;
}

[[noreturn]] void refuse(const std::string& reason) { throw ExtractError("bad_columns", reason); }

std::string field_of(const std::string& heading, const CsvMap& map, std::set<std::string>& used) {
  const std::string name = comparable(heading);
  for (const auto& column : map.columns) {
    if (column.heading != heading && (name.empty() || comparable(column.heading) != name)) continue;
    used.insert(column.heading);
    return column.field;
  }
  const auto known =
      std::find_if(kHeadings.begin(), kHeadings.end(), [&](const Heading& one) { return one.name == name; });
  return known == kHeadings.end() ? heading : std::string(known->field);
}

}  // namespace

CsvMap read_csv_map(const std::filesystem::path& file) {
  CsvMap map;
  if (file.empty()) return map;
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const ordered_json json = ordered_json::parse(bytes, nullptr, false);
  if (!json.is_object()) throw ExtractError("bad_json", "the table's map is no JSON object");
  for (const auto& [name, value] : json.items()) {
    if (name == "columns" && value.is_object()) {
      for (const auto& [heading, field] : value.items()) {
        if (!field.is_null() && !field.is_string())
          refuse(fmt::format("map: column \"{}\" is no string", heading));
        map.columns.push_back({heading, field.is_null() ? "" : field.get<std::string>()});
      }
    } else if (name == "delimiter" && value.is_string() && value.get<std::string>().size() == 1) {
      map.delimiter = value.get<std::string>()[0];
    } else if (name == "encoding" && value.is_string()) {
      const std::string wanted = value.get<std::string>();
      const auto same = [&](LegacyEncoding one) { return comparable(name_of(one)) == comparable(wanted); };
      const auto found = std::find_if(kCandidates.begin(), kCandidates.end(), same);
      if (found == kCandidates.end()) refuse(fmt::format("map: encoding \"{}\" is not known", wanted));
      map.encoding = *found;
    } else {
      refuse(fmt::format("map: \"{}\" is not understood", name));
    }
  }
  return map;
}

std::vector<std::string> fields_of_columns(const std::vector<std::string>& headings, const CsvMap& map) {
  std::vector<std::string> fields;
  std::set<std::string> used;
  std::set<std::string> seen;
  for (const std::string& heading : headings) {
    std::string field = field_of(heading, map, used);
    if (heading.empty() && field.empty()) field = fmt::format("column {}", fields.size() + 1);
    if (!field.empty() && !seen.insert(field).second)
      refuse(fmt::format("two columns are \"{}\": name another field for one in the map", field));
    fields.push_back(std::move(field));
  }
  for (const auto& column : map.columns)
    if (!used.contains(column.heading)) refuse(fmt::format("map: there is no column \"{}\"", column.heading));
  if (!seen.contains("title") && !seen.contains("symbol") && !seen.contains("body"))
    refuse("no column is a title, symbol or body: the first row must name the columns, or a map");
  return fields;
}

std::string iso_date(const std::string& text) {
  std::vector<std::string> numbers(1);
  for (const char c : text) {
    if (c == '/' || c == '-' || c == '.')
      numbers.emplace_back();
    else if (c >= '0' && c <= '9')
      numbers.back() += c;
    else
      return text;
  }
  const bool dated = numbers.size() == 2 || numbers.size() == 3;
  if (!dated || numbers.back().size() != 4) return text;
  std::string iso = numbers.back();
  for (auto number = numbers.rbegin() + 1; number != numbers.rend(); ++number) {
    if (number->empty() || number->size() > 2) return text;
    const bool is_month = number == numbers.rbegin() + 1;
    if (std::stoi(*number) > (is_month ? 12 : 31)) return text;  // as it was typed, for whoever mends it
    iso += (number->size() == 1 ? "-0" : "-") + *number;
  }
  return iso;
}

}  // namespace vankien
