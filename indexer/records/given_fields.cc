#include "indexer/records/given_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <stdexcept>

#include "analyzers/analyzer.h"
#include "analyzers/schema/place.h"
#include "analyzers/schema/symbol.h"

namespace vankien {
namespace {

using nlohmann::ordered_json;

struct KnownField {
  const char* name;
  std::string Record::*member;
};
constexpr std::array<KnownField, 15> kKnown = {{{"id", &Record::id},
                                                {"title", &Record::title},
                                                {"symbol", &Record::symbol},
                                                {"type", &Record::type},
                                                {"issuer", &Record::issuer},
                                                {"level", &Record::level},
                                                {"place", &Record::place},
                                                {"date", &Record::date},
                                                {"term", &Record::term},
                                                {"session", &Record::session},
                                                {"signer", &Record::signer},
                                                {"position", &Record::position},
                                                {"authority", &Record::authority},
                                                {"urgency", &Record::urgency},
                                                {"draft", &Record::draft}}};

constexpr std::string_view kSourcePrefix = "source_";
// Names the index itself writes; a source that has them keeps its own under another name.
bool is_reserved(const std::string& name) {
  return name == "path" || name == "format" || name == "pages" || name == "provenance" || name == "body" ||
         name == "year" || name == "paths" || name == "parent" || name == "parent_id" ||
         name == "certainty" || name == "scan" || name == "month" || name == "ocr_pages" ||
         name == "poor_pages" || name == "grade_doubts";
}

bool is_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

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

namespace {

// As it is stamped: "Mật", "TỐI MẬT".
std::optional<Grade> read_stamped(const std::string& text) {
  static const std::map<std::string, Grade> kStamped = {{fold_value("lưu hành nội bộ"), Grade::kInternal},
                                                        {fold_value("mật"), Grade::kMat},
                                                        {fold_value("tối mật"), Grade::kToiMat},
                                                        {fold_value("tuyệt mật"), Grade::kTuyetMat}};
  const auto found = kStamped.find(fold_value(text));
  return found == kStamped.end() ? std::nullopt : std::optional(found->second);
}

// By its name in the index, or as it is stamped.
std::optional<Grade> read_grade(const ordered_json& value) {
  if (!value.is_string()) return std::nullopt;
  const std::string text = value.get<std::string>();
  if (const auto grade = parse_grade(text)) return grade;
  if (fold_value(text) == fold_value("thường")) return Grade::kOpen;
  if (fold_value(text) == fold_value("nội bộ")) return Grade::kInternal;
  return read_stamped(text);
}

std::string check_urgency(const std::string& value) {
  for (const char* urgency : {"khẩn", "thượng khẩn", "hỏa tốc", "hỏa tốc hẹn giờ"})
    if (fold_value(value) == fold_value(urgency)) return urgency;
  throw std::runtime_error(
      fmt::format("field \"urgency\": \"{}\" is none of khẩn, thượng khẩn, hỏa tốc, hỏa tốc hẹn giờ", value));
}

// One value or a list of them. A line feed would part it in two in the index.
std::vector<std::string> read_list(const std::string& name, const ordered_json& value) {
  std::vector<std::string> list;
  for (const auto& item : value.is_array() ? value : ordered_json::array({value})) {
    if (!item.is_string()) throw std::runtime_error(fmt::format("field \"{}\" is no list of strings", name));
    std::string text = item.get<std::string>();
    std::replace(text.begin(), text.end(), '\n', ' ');
    if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end())
      list.push_back(std::move(text));
  }
  return list;
}

Relation read_relation(const ordered_json& value) {
  if (!value.is_object()) throw std::runtime_error("field \"relations\" is no list of objects");
  std::map<std::string, std::string> parts;
  for (const auto& [name, part] : value.items()) {
    if (name != "kind" && name != "symbol" && name != "type" && name != "date" && name != "text")
      throw std::runtime_error(fmt::format("field \"relations\": \"{}\" is no part of a relation", name));
    if (part.is_null()) continue;
    if (!part.is_string())
      throw std::runtime_error(fmt::format("field \"relations\": \"{}\" is no string", name));
    parts[name] = part.get<std::string>();
  }
  const auto kind = parse_relation(parts["kind"]);
  if (!kind)
    throw std::runtime_error(
        fmt::format("field \"relations\": \"{}\" is no kind of relation", parts["kind"]));
  Relation relation{*kind, parts["symbol"], parts["type"], "", parts["text"]};
  if (const auto symbol = parse_symbol(relation.symbol)) relation.symbol = symbol->canonical();
  if (!parts["date"].empty()) relation.date = check_date(parts["date"]);
  if (relation.symbol.empty() && relation.text.empty())
    throw std::runtime_error("field \"relations\": neither symbol nor text says to what");
  return relation;
}

std::vector<Relation> read_relations(const ordered_json& value) {
  if (!value.is_array()) throw std::runtime_error("field \"relations\" is no list of objects");
  std::vector<Relation> relations;
  for (const auto& item : value) relations.push_back(read_relation(item));
  return relations;
}

// The act that declassified the paper: without one no given grade is lower than the paper's stamp.
constexpr const char* kDeclassifiedBy = "declassified_by";

// Of a doubtful one a person decides by giving the grade.
bool is_clear_stamp(const Record& record) {
  const auto from = record.provenance.find("grade");
  return from == record.provenance.end() || from->second == "stamp" || from->second == "symbol";
}

bool is_declassified(const ordered_json& fields) {
  const auto act = fields.find(kDeclassifiedBy);
  return act != fields.end() && act->is_string() && !act->get<std::string>().empty();
}

// What a person must know of a grade given so.
std::string give_grade(const ordered_json& value, bool declassified, const std::string& from,
                       Record& record) {
  const Grade stamped = record.grade;
  const auto grade = read_grade(value);
  if (grade && *grade < stamped && !declassified && is_clear_stamp(record))
    return fmt::format("given as {}, but the paper is stamped {}, which holds: only \"{}\" lowers it",
                       grade_name(*grade), grade_name(stamped), kDeclassifiedBy);
  record.grade = grade.value_or(Grade::kTuyetMat);
  record.provenance["grade"] = from;
  if (grade) return {};
  return fmt::format("the given grade {} is none of open, internal, mat, toi-mat, tuyet-mat",
                     value.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

bool is_known(const std::string& name) {
  return name == "grade" || name == "recipients" || name == "fields" || name == "relations" ||
         name == "body" || std::any_of(kKnown.begin(), kKnown.end(), [&name](const KnownField& field) {
           return name == field.name;
         });
}

// A grade under a name that is not known: {"Mức độ bảo mật": "Tuyệt mật"}. It may only raise. What a source kept under another
// name was heeded when it was read first.
std::string heed_stamps(const ordered_json& fields, const std::string& from, Record& record) {
  std::string doubt;
  for (const auto& [name, value] : fields.items()) {
    if (!value.is_string() || is_known(name) || (from.empty() && name.starts_with(kSourcePrefix))) continue;
    const auto grade = read_stamped(value.get<std::string>());
    if (!grade || *grade <= record.grade) continue;
    record.grade = *grade;
    record.provenance["grade"] = from;
    doubt =
        fmt::format("field \"{}\" is not known and says {}: taken for the grade", name, grade_name(*grade));
  }
  return doubt;
}

void put(Record& record, const char* name, std::string Record::*member, std::string value,
         const std::string& from) {
  if (value.empty()) return;
  const std::string_view field = name;
  if (field == "date") value = check_date(value);
  if (field == "place")
    if (const auto known = province_name(value); !known.empty()) value = known;
  if (field == "urgency") value = check_urgency(value);
  if (field == "symbol")
    if (const auto symbol = parse_symbol(value)) value = symbol->canonical();
  record.*member = std::move(value);
  record.provenance[name] = from;
}

}  // namespace

std::string apply_given_fields(const ordered_json& fields, const std::string& from, Record& record) {
  std::string doubt;
  for (const auto& [name, value] : fields.items()) {
    if (value.is_null()) continue;
    const std::string& wanted = name;  // clang 14 captures no structured binding
    const auto known = std::find_if(kKnown.begin(), kKnown.end(),
                                    [&wanted](const KnownField& field) { return wanted == field.name; });
    if (known != kKnown.end()) {
      if (name == "id" && value.is_number_integer()) {
        put(record, "id", &Record::id, value.dump(), from);  // of any size
        continue;
      }
      if (!value.is_string()) throw std::runtime_error(fmt::format("field \"{}\" is no string", name));
      put(record, known->name, known->member, value.get<std::string>(), from);
    } else if (name == "grade") {
      if (value != "") doubt = give_grade(value, is_declassified(fields), from, record);
    } else if (name == "recipients" || name == "fields") {
      auto list = read_list(name, value);
      if (list.empty()) continue;
      (name == "fields" ? record.fields : record.recipients) = std::move(list);
      record.provenance[name] = from;
    } else if (name == "relations") {
      record.relations = read_relations(value);
      record.provenance[name] = from;
    } else if (is_reserved(name)) {
      if (name != "body") record.extra[std::string(kSourcePrefix) + name] = value;
    } else {
      record.extra[name] = value;
    }
  }
  if (std::string seen = heed_stamps(fields, from, record); !seen.empty()) doubt = std::move(seen);
  return doubt;
}

}  // namespace vankien
