#include "searchd/search/query/query_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <set>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/schema/date.h"
#include "analyzers/schema/document_type.h"
#include "analyzers/schema/grade.h"
#include "analyzers/schema/numerals.h"
#include "analyzers/schema/symbol_words.h"
#include "searchd/search/query/held_names.h"

namespace vankien {
namespace {

struct Name {
  std::string_view name;
  QueryField field;
};

constexpr std::array kNames = {
    Name{"số", QueryField::kSymbol},       Name{"số hiệu", QueryField::kSymbol},
    Name{"ký hiệu", QueryField::kSymbol},  Name{"loại", QueryField::kType},
    Name{"thể loại", QueryField::kType},   Name{"cơ quan", QueryField::kIssuer},
    Name{"năm", QueryField::kYear},        Name{"từ", QueryField::kFrom},
    Name{"từ ngày", QueryField::kFrom},    Name{"đến", QueryField::kUntil},
    Name{"đến ngày", QueryField::kUntil},  Name{"khóa", QueryField::kTerm},
    Name{"nhiệm kỳ", QueryField::kTerm},   Name{"ký", QueryField::kSigner},
    Name{"người ký", QueryField::kSigner}, Name{"tiêu đề", QueryField::kTitle},
    Name{"trích yếu", QueryField::kTitle}, Name{"lĩnh vực", QueryField::kWorkField},
    Name{"mức", QueryField::kGrade},       Name{"độ mật", QueryField::kGrade},
};

// As the chain folds it, blanks gone: "Cơ quan" and "CƠQUAN" are one.
std::string run_together(std::string_view text) {
  std::string out;
  for (const Token& word : analyze_words(text)) out += word.text;
  return out;
}

Condition condition(Attribute attribute, Condition::Op op, std::vector<std::string> values) {
  return {attribute, op, std::move(values)};
}

FieldMeaning filtered(Condition condition, std::vector<std::string> as) {
  FieldMeaning meaning;
  meaning.filter.children.push_back(
      {.kind = Filter::Kind::kCondition, .children = {}, .condition = std::move(condition)});
  meaning.as = std::move(as);
  return meaning;
}

class Reader {
 public:
  explicit Reader(const View& view) : held_(view) {}

  std::optional<FieldMeaning> read(QueryField field, std::string_view value) {
    const std::string folded = fold_value(value);
    if (analyze_words(value).empty()) return std::nullopt;
    switch (field) {
      case QueryField::kSymbol:
        return symbol(value);
      case QueryField::kType:
        return type(value, folded);
      case QueryField::kIssuer:
        return names(Attribute::kIssuer, folded, Answer::kHolds);
      case QueryField::kSigner:
        return names(Attribute::kSigner, folded, Answer::kHolds);
      case QueryField::kWorkField:
        return names(Attribute::kFields, folded, Answer::kHolds);
      case QueryField::kYear:
        return year(value);
      case QueryField::kFrom:
        return bound(Condition::Op::kGreaterEqual, value);
      case QueryField::kUntil:
        return bound(Condition::Op::kLessEqual, value);
      case QueryField::kTerm:
        return term(value);
      case QueryField::kTitle:
        return title(value);
      case QueryField::kGrade:
        return grade(folded);
    }
    return std::nullopt;
  }

 private:
  static std::optional<FieldMeaning> symbol(std::string_view value) {
    FieldMeaning meaning;
    const Tokens words = analyze_words(value);
    meaning.symbol = parse_symbol(value);
    if (!meaning.symbol)
      for (const SymbolReading& said : read_symbol_words(words))
        if (said.first == 0 && said.last == words.size() && !said.symbol.organ.empty())
          meaning.symbol = said.symbol;
    if (meaning.symbol) {
      meaning.as = {meaning.symbol->canonical()};
      return meaning;
    }
    if (words.size() != 1 || words[0].kind != TokenKind::kNumber) return std::nullopt;
    const std::string& digits = words[0].text;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), meaning.number);
    if (error != std::errc() || end != digits.data() + digits.size() || meaning.number == 0)
      return std::nullopt;
    meaning.as = {digits};
    return meaning;
  }

  std::optional<FieldMeaning> type(std::string_view value, const std::string& folded) {
    std::vector<std::string> short_for;
    const auto spelt = spell_abbreviation(value, true);
    for (const DocumentType& known : document_types())
      if (!known.abbreviation.empty() &&
          std::find(spelt.begin(), spelt.end(), known.abbreviation) != spelt.end())
        short_for.emplace_back(known.name);
    if (!short_for.empty())
      return filtered(condition(Attribute::kType, Condition::Op::kIn, short_for), short_for);
    return names(Attribute::kType, folded, Answer::kBegins);
  }

  std::optional<FieldMeaning> names(Attribute attribute, const std::string& typed, Answer worst) {
    const std::vector<std::string> found = held_.answering(attribute, typed, worst);
    if (found.empty()) return std::nullopt;
    return filtered(condition(attribute, Condition::Op::kIn, found), found);
  }

  static std::optional<FieldMeaning> year(std::string_view value) {
    const auto is_year = [](std::string_view text) {
      return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
             text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (is_year(value))
      return filtered(condition(Attribute::kYear, Condition::Op::kEqual, {std::string(value)}),
                      {std::string(value)});
    const Tokens years = analyze_words(value);
    if (years.size() != 2 || !is_year(years[0].text) || !is_year(years[1].text)) return std::nullopt;
    const auto [first, last] = std::minmax(years[0].text, years[1].text);
    return filtered(condition(Attribute::kYear, Condition::Op::kBetween, {first, last}),
                    {first + "–" + last});
  }

  static std::optional<FieldMeaning> bound(Condition::Op op, std::string_view value) {
    const auto date = parse_date(value);
    if (!date) return std::nullopt;
    return filtered(condition(Attribute::kDate, op, {date->iso()}), {date->iso()});
  }

  // Central terms are counted in Roman numerals, lower ones named by their years: khóa:XIII khóa:13 khóa:2020-2025.
  static std::optional<FieldMeaning> term(std::string_view value) {
    const Tokens words = analyze_words(value);
    std::string name;
    if (words.size() == 2 && words[0].text.size() == 4 && words[1].text.size() == 4 &&
        words[0].kind == TokenKind::kNumber && words[1].kind == TokenKind::kNumber)
      name = words[0].text + "-" + words[1].text;
    else if (words.size() == 1 && words[0].kind == TokenKind::kNumber && words[0].text.size() <= 2 &&
             words[0].text != "0" && std::stoi(words[0].text) < 40)
      name = roman(static_cast<std::uint16_t>(std::stoi(words[0].text)));
    else if (const auto number = parse_roman(value))
      name = roman(*number);
    else
      return std::nullopt;
    return filtered(condition(Attribute::kTerm, Condition::Op::kEqual, {name}), {name});
  }

  static std::optional<FieldMeaning> title(std::string_view value) {
    FieldMeaning meaning;
    meaning.title = analyze_words(value);
    meaning.as = {std::string(value)};
    return meaning;
  }

  // As people say them, and as JSON does.
  static std::optional<FieldMeaning> grade(const std::string& folded) {
    constexpr std::array<std::array<std::string_view, 4>, kGradeCount> kSaid = {{
        {"thường", "công khai", "mở", "open"},
        {"nội bộ", "lưu hành nội bộ", "nb", "internal"},
        {"mật", "mat", "", ""},
        {"tối mật", "toi mat", "", ""},
        {"tuyệt mật", "tuyet mat", "", ""},
    }};
    for (std::size_t i = 0; i < kGradeCount; ++i)
      for (const std::string_view said : kSaid[i])
        if (!said.empty() &&
            (folded == fold_value(said) || (!has_marks(folded) && folded == bare_form(fold_value(said))))) {
          const std::string name(kGradeNames[i]);
          return filtered(condition(Attribute::kGrade, Condition::Op::kEqual, {name}), {name});
        }
    return std::nullopt;
  }

  HeldNames held_;
};

}  // namespace

std::optional<QueryField> find_query_field(std::string_view name) {
  // However written: y is i in a syllable alone (ký), not in words run together (ngườiký).
  static const std::map<std::string, QueryField> kSpellings = [] {
    std::map<std::string, QueryField> spellings;
    for (const Name& known : kNames) {
      std::string glued(known.name);
      std::erase(glued, ' ');
      for (const std::string& marked : {run_together(known.name), run_together(glued)}) {
        spellings.emplace(marked, known.field);
        spellings.emplace(bare_form(marked), known.field);
      }
    }
    return spellings;
  }();
  const auto found = kSpellings.find(run_together(name));
  if (found == kSpellings.end()) return std::nullopt;
  return found->second;
}

bool is_type_name(std::string_view words) {
  static const std::set<std::string> kTypes = [] {
    std::set<std::string> names;
    for (const DocumentType& known : document_types()) {
      const std::string folded = fold_value(known.name);
      names.insert({folded, bare_form(folded)});
    }
    return names;
  }();
  return kTypes.contains(fold_value(words));
}

FieldReader read_fields_of(const View& view) {
  return [reader = std::make_shared<Reader>(view)](QueryField field, std::string_view value) {
    return reader->read(field, value);
  };
}

}  // namespace vankien
