#include "analyzers/schema/place.h"

#include <array>
#include <map>

#include "analyzers/analyzer.h"

namespace vankien {
namespace {

struct ProvinceRow {
  std::string_view name;
  std::array<std::string_view, 2> today;  // the second may be empty
};

struct ProvinceSpelling {
  std::string_view spelling;
  std::string_view name;
};

#include "analyzers/data/provinces.inc"

const ProvinceRow* find_row(std::string_view text) {
  static const auto kByName = [] {
    std::map<std::string, const ProvinceRow*> rows;
    for (const ProvinceRow& row : kProvinceRows) rows.emplace(fold_value(row.name), &row);
    for (const ProvinceSpelling& other : kProvinceSpellings)
      rows.emplace(fold_value(other.spelling), rows.at(fold_value(other.name)));
    return rows;
  }();
  const auto row = kByName.find(fold_value(text));
  return row == kByName.end() ? nullptr : row->second;
}

}  // namespace

std::string_view province_name(std::string_view text) {
  const ProvinceRow* row = find_row(text);
  return row == nullptr ? std::string_view() : row->name;
}

std::vector<std::string> todays_places(std::string_view place) {
  const ProvinceRow* row = find_row(place);
  if (row == nullptr) return {std::string(place)};
  std::vector<std::string> today;
  for (const std::string_view unit : row->today)
    if (!unit.empty()) today.emplace_back(unit);
  return today;
}

}  // namespace vankien
