#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>

#include "searchd/search/query/filter.h"
#include "searchd/search/query/filter_scanner.h"

// filter    = or END | nothing
// or        = and ("OR" and)*
// and       = not ("AND" not)*
// not       = "NOT" not | "(" or ")" | condition
// condition = attribute (op value | value "TO" value | ["NOT"] "IN" "[" values "]" | ["NOT"] "EXISTS"
//           | ["NOT"] "CONTAINS" value | ["NOT"] "STARTS" "WITH" value | "IS" ["NOT"] ("NULL" | "EMPTY"))
// value     = word | 'quoted' | "quoted"; a backslash keeps a quote or a backslash
//
// Keywords are capitals. A word is made of letters, digits and _ - . /; the slash is more than the dialect
// allows, so that symbol = 05-NQ/TU needs no quotes.

namespace vankien {
namespace {

constexpr int kMaxDepth = 200;

bool is_number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
}

// 2024, 2024-05 or 2024-05-31, if the calendar has it.
bool is_date(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (kShape[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  const auto number = [&](std::size_t at, std::size_t size) {
    unsigned value = 0;
    for (const char c : text.substr(at, size)) value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
  };
  const std::chrono::year year(static_cast<int>(number(0, 4)));
  const std::chrono::month month(text.size() < 7 ? 1 : number(5, 2));
  const std::chrono::day day(text.size() < 10 ? 1 : number(8, 2));
  return std::chrono::year_month_day(year, month, day).ok();
}

bool is_of_dates(Attribute attribute) {
  return attribute == Attribute::kDate || attribute == Attribute::kMonth;
}

std::string attribute_list() {
  std::string names;
  for (const AttributeInfo& attribute : kAttributes)
    names += fmt::format("{}`{}`", names.empty() ? "" : ", ", attribute.name);
  return names;
}

Filter negate(Filter filter) {
  Filter negated{.kind = Filter::Kind::kNot, .children = {}, .condition = {}};
  negated.children.push_back(std::move(filter));
  return negated;
}

class Parser : private FilterScanner {
 public:
  using FilterScanner::FilterScanner;

  Filter parse() {
    skip_space();
    if (at_end()) return {};
    Filter filter = parse_list(Filter::Kind::kAny, 0);
    if (!at_end())
      fail(fmt::format("did not expect `{}` here; is an `AND` or `OR` missing before it?", rest()));
    return filter;
  }

 private:
  /// and/or share one shape: parts joined by one keyword; a single part stands for itself.
  Filter parse_list(Filter::Kind kind, int depth) {
    const bool any = kind == Filter::Kind::kAny;
    Filter list{.kind = kind, .children = {}, .condition = {}};
    do {
      list.children.push_back(any ? parse_list(Filter::Kind::kAll, depth) : parse_not(depth));
    } while (take_keyword(any ? "OR" : "AND"));
    if (list.children.size() > 1) return list;
    Filter only = std::move(list.children.front());
    return only;
  }

  Filter parse_not(int depth) {
    if (depth > kMaxDepth) fail(fmt::format("conditions are nested deeper than {} levels", kMaxDepth));
    if (take_keyword("NOT")) return negate(parse_not(depth + 1));
    if (!take('(')) return parse_condition();
    const std::size_t opened = position();
    Filter filter = parse_list(Filter::Kind::kAny, depth + 1);
    if (!take(')')) fail("expected `)` to close the parenthesis opened here", opened - 1);
    return filter;
  }

  Filter parse_condition() {
    Filter filter{.kind = Filter::Kind::kCondition, .children = {}, .condition = {}};
    Condition& condition = filter.condition;
    condition.attribute = parse_attribute_name();
    skip_space();
    if (const auto comparison = take_comparison()) {
      condition.op = *comparison;
      take_operand(condition);
      return filter;
    }
    if (take_keyword("IS")) {
      const bool negated = take_keyword("NOT");
      if (take_keyword("NULL"))
        condition.op = Condition::Op::kIsNull;
      else if (take_keyword("EMPTY"))
        condition.op = Condition::Op::kIsEmpty;
      else
        fail("expected `NULL` or `EMPTY` after `IS`");
      return negated ? negate(std::move(filter)) : filter;
    }
    const bool negated = take_keyword("NOT");
    if (take_keyword("EXISTS")) {
      condition.op = Condition::Op::kExists;
    } else if (take_keyword("IN")) {
      condition.op = Condition::Op::kIn;
      parse_values(condition);
    } else if (take_keyword("CONTAINS")) {
      condition.op = Condition::Op::kContains;
      take_operand(condition);
    } else if (take_keyword("STARTS")) {
      if (!take_keyword("WITH")) fail("expected `WITH` after `STARTS`");
      condition.op = Condition::Op::kStartsWith;
      take_operand(condition);
    } else if (negated) {
      fail("expected `IN`, `EXISTS`, `CONTAINS` or `STARTS WITH` after `NOT`");
    } else {
      if (!at_value()) fail_operation();
      condition.op = Condition::Op::kBetween;
      take_operand(condition);
      if (!take_keyword("TO")) fail_operation();
      take_operand(condition);
    }
    return negated ? negate(std::move(filter)) : filter;
  }

  Attribute parse_attribute_name() {
    const std::size_t start = position();
    const std::string name = take_value("an attribute");
    if (name.starts_with("_geo") || name.starts_with("_vectors") || name.starts_with("_foreign"))
      fail(fmt::format("`{}` is not supported by this server", name), start);
    if (const auto attribute = vankien::parse_attribute(name)) return *attribute;
    fail(fmt::format("attribute `{}` is not filterable. Available filterable attributes are: {}", name,
                     attribute_list()),
         start);
  }

  std::optional<Condition::Op> take_comparison() {
    if (take_sign(">=")) return Condition::Op::kGreaterEqual;
    if (take_sign("<=")) return Condition::Op::kLessEqual;
    if (take_sign("!=")) return Condition::Op::kNotEqual;
    if (take_sign(">")) return Condition::Op::kGreater;
    if (take_sign("<")) return Condition::Op::kLess;
    if (take_sign("=")) return Condition::Op::kEqual;
    return std::nullopt;
  }

  /// One value of a condition. What is compared as a number must be one, and a date one that there is, or the
  /// comparison would quietly be false.
  void take_operand(Condition& condition) {
    const std::size_t start = position();
    condition.values.push_back(take_value("a value"));
    const bool compared = condition.op == Condition::Op::kBetween ||
                          condition.op == Condition::Op::kGreater ||
                          condition.op == Condition::Op::kGreaterEqual ||
                          condition.op == Condition::Op::kLess || condition.op == Condition::Op::kLessEqual;
    if (compared && info(condition.attribute).numeric && !is_number(condition.values.back()))
      fail(fmt::format("`{}` is compared with a number", info(condition.attribute).name), start);
    if (condition.op != Condition::Op::kContains && condition.op != Condition::Op::kStartsWith)
      check_date(condition, start);
  }

  void check_date(const Condition& condition, std::size_t start) const {
    if (is_of_dates(condition.attribute) && !is_date(condition.values.back()))
      fail(fmt::format("`{}` is compared with a date that there is: 2024, 2024-05 or 2024-05-31",
                       info(condition.attribute).name),
           start);
  }

  void parse_values(Condition& condition) {
    if (!take('[')) fail("expected `[` after `IN`");
    while (!take(']')) {
      const std::size_t start = position();
      condition.values.push_back(take_value("a value or `]`"));
      check_date(condition, start);
      if (take(',')) continue;
      if (!take(']')) fail("expected `,` or `]` in the list after `IN`");
      return;
    }
  }

  [[noreturn]] void fail_operation() const {
    fail(fmt::format(
        "expected an operation: =, !=, >, >=, <, <=, TO, IN, EXISTS, IS NULL, IS EMPTY, CONTAINS or "
        "STARTS WITH, but found {}",
        at_end() ? "the end" : "`" + rest() + "`"));
  }
};

}  // namespace

Filter parse_filter(std::string_view expression) { return Parser(expression).parse(); }

}  // namespace vankien
