#include "indexer/pipeline/given_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <stdexcept>

#include "analyzers/analyzer.h"
#include "analyzers/schema/symbol.h"

namespace vankien {
namespace {

using nlohmann::ordered_json;

struct KnownField {
  const char* name;
  std::string Record::*member;
};
constexpr std::array<KnownField, 9> kKnown = {{{"id", &Record::id},
                                               {"title", &Record::title},
                                               {"symbol", &Record::symbol},
                                               {"type", &Record::type},
                                               {"issuer", &Record::issuer},
                                               {"level", &Record::level},
                                               {"date", &Record::date},
                                               {"term", &Record::term},
                                               {"session", &Record::session}}};

// Names the index itself writes; a source that has them keeps its own under another name.
bool is_reserved(const std::string& name) {
  return name == "path" || name == "format" || name == "pages" || name == "provenance" || name == "body" ||
         name == "year" || name == "paths" || name == "parent" || name == "parent_id";
}

bool is_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

// yyyy, yyyy-mm or yyyy-mm-dd; a time after it is let go.
std::string check_date(const std::string& value) {
  const std::string day = value.substr(0, value.find('T'));
  const bool shape = (day.size() == 4 || (day.size() == 7 && day[4] == '-') ||
                      (day.size() == 10 && day[4] == '-' && day[7] == '-'));
  std::string digits;
  for (const char c : day)
    if (c != '-') digits.push_back(c);
  if (!shape || !is_digits(digits) || digits.size() != (day.size() == 4 ? 4u : day.size() == 7 ? 6u : 8u))
    throw std::runtime_error(fmt::format("field \"date\": \"{}\" is no ISO date (yyyy-mm-dd)", value));
  using namespace std::chrono;
  const auto number = [&](std::size_t at, std::size_t size) {
    return static_cast<unsigned>(std::stoi(day.substr(at, size)));
  };
  const year_month_day exact{year(static_cast<int>(number(0, 4))), month(day.size() >= 7 ? number(5, 2) : 1),
                             std::chrono::day(day.size() == 10 ? number(8, 2) : 1)};
  if (!exact.ok()) throw std::runtime_error(fmt::format("field \"date\": there is no day {}", value));
  return day;
}

// By its name in the index, or as it is stamped: "mat", "Mật", "TỐI MẬT".
std::optional<Grade> read_grade(const ordered_json& value) {
  if (!value.is_string()) return std::nullopt;
  const std::string text = value.get<std::string>();
  if (const auto grade = parse_grade(text)) return grade;
  static const std::map<std::string, Grade> kStamped = {{fold_value("thường"), Grade::kOpen},
                                                        {fold_value("nội bộ"), Grade::kInternal},
                                                        {fold_value("lưu hành nội bộ"), Grade::kInternal},
                                                        {fold_value("mật"), Grade::kMat},
                                                        {fold_value("tối mật"), Grade::kToiMat},
                                                        {fold_value("tuyệt mật"), Grade::kTuyetMat}};
  const auto found = kStamped.find(fold_value(text));
  return found == kStamped.end() ? std::nullopt : std::optional(found->second);
}

void put(Record& record, const char* name, std::string Record::*member, std::string value,
         const std::string& from) {
  if (value.empty()) return;
  const std::string_view field = name;
  if (field == "date") value = check_date(value);
  if (field == "symbol")
    if (const auto symbol = parse_symbol(value)) value = symbol->canonical();
  record.*member = std::move(value);
  record.provenance[name] = from;
}

}  // namespace

void apply_given_fields(const ordered_json& fields, const std::string& from, Record& record) {
  for (const auto& [name, value] : fields.items()) {
    if (value.is_null()) continue;
    const std::string& wanted = name;  // clang 14 captures no structured binding
    const auto known = std::find_if(kKnown.begin(), kKnown.end(),
                                    [&wanted](const KnownField& field) { return wanted == field.name; });
    if (known != kKnown.end()) {
      if (name == "id" && value.is_number_integer()) {
        put(record, "id", &Record::id, std::to_string(value.get<std::int64_t>()), from);
        continue;
      }
      if (!value.is_string()) throw std::runtime_error(fmt::format("field \"{}\" is no string", name));
      put(record, known->name, known->member, value.get<std::string>(), from);
    } else if (name == "grade") {
      const auto grade = read_grade(value);
      if (!grade)
        throw std::runtime_error(fmt::format(
            "field \"grade\": {} is none of open, internal, mat, toi-mat, tuyet-mat", value.dump()));
      record.grade = *grade;
      record.provenance["grade"] = from;
    } else if (is_reserved(name)) {
      if (name != "body") record.extra["source_" + name] = value;
    } else {
      record.extra[name] = value;
    }
  }
}

}  // namespace vankien
