// 1. Every form of the filter language is read, with AND before OR and NOT before both.
// 2. Quoted values keep spaces, keywords and escaped quotes; words may be Vietnamese and hold - . _ /.
// 3. What cannot be read is an error at the byte where it goes wrong.
// 4. An attribute that does not exist, and a number that is none, are errors, not empty results.
// 5. Nesting up to 200 levels is read, deeper nesting is an error, however deep.

#include <gtest/gtest.h>

#include <string>

#include "searchd/search/query/filter.h"

namespace vankien {
namespace {

std::string show(const Filter& filter) {
  static const char* const kOps[] = {"=",  "!=",     ">",    ">=",    "<",        "<=",        "to",
                                     "in", "exists", "null", "empty", "contains", "startswith"};
  if (filter.kind == Filter::Kind::kCondition) {
    std::string text = std::string(info(filter.condition.attribute).name) + " " +
                       kOps[static_cast<int>(filter.condition.op)];
    for (const std::string& value : filter.condition.values) text += " <" + value + ">";
    return text;
  }
  const char* const name = filter.kind == Filter::Kind::kAll   ? "all"
                           : filter.kind == Filter::Kind::kAny ? "any"
                                                               : "not";
  std::string text = std::string(name) + "(";
  for (std::size_t i = 0; i < filter.children.size(); ++i)
    text += (i == 0 ? "" : ", ") + show(filter.children[i]);
  return text + ")";
}

struct Reading {
  const char* expression;
  const char* tree;
};

TEST(FilterParser, ReadsEveryForm) {
  const Reading readings[] = {
      {"", "all()"},
      {"  \n ", "all()"},
      {"type = \"Nghị quyết\"", "type = <Nghị quyết>"},
      {"type='Nghị quyết'", "type = <Nghị quyết>"},
      {"type != Chỉ_thị", "type != <Chỉ_thị>"},
      {"symbol = 05-NQ/TU", "symbol = <05-NQ/TU>"},
      {"year > 2020", "year > <2020>"},
      {"year>=2020", "year >= <2020>"},
      {"year < 2020.5", "year < <2020.5>"},
      {"date <= 2024-12-31", "date <= <2024-12-31>"},
      {"date 2024-01-01 TO 2024-12-31", "date to <2024-01-01> <2024-12-31>"},
      {"year 2020 TO 2024", "year to <2020> <2024>"},
      {"issuer IN [\"Bộ Chính trị\", 'Ban Bí thư']", "issuer in <Bộ Chính trị> <Ban Bí thư>"},
      {"issuer IN[a,b,]", "issuer in <a> <b>"},
      {"issuer IN []", "issuer in"},
      {"issuer NOT IN [a]", "not(issuer in <a>)"},
      {"NOT issuer IN [a]", "not(issuer in <a>)"},
      {"term EXISTS", "term exists"},
      {"term NOT EXISTS", "not(term exists)"},
      {"term IS NULL", "term null"},
      {"term IS NOT NULL", "not(term null)"},
      {"term IS EMPTY", "term empty"},
      {"term IS NOT EMPTY", "not(term empty)"},
      {"issuer CONTAINS 'Tỉnh ủy'", "issuer contains <Tỉnh ủy>"},
      {"issuer NOT CONTAINS ban", "not(issuer contains <ban>)"},
      {"symbol STARTS WITH 05", "symbol startswith <05>"},
      {"symbol NOT STARTS WITH 05", "not(symbol startswith <05>)"},
      {"type = a AND year = 1 AND level = b", "all(type = <a>, year = <1>, level = <b>)"},
      {"type = a OR type = b AND year = 1", "any(type = <a>, all(type = <b>, year = <1>))"},
      {"(type = a OR type = b) AND year = 1", "all(any(type = <a>, type = <b>), year = <1>)"},
      {"NOT type = a AND year = 1", "all(not(type = <a>), year = <1>)"},
      {"NOT (type = a AND year = 1)", "not(all(type = <a>, year = <1>))"},
      {"NOT NOT type = a", "not(not(type = <a>))"},
      {"((type=a))", "type = <a>"},
      {"\"type\" = a", "type = <a>"},
      {"type = 'AND'", "type = <AND>"},
      {"type = and", "type = <and>"},
      {R"(type = "a \"b\" 'c' \\ d")", R"(type = <a "b" 'c' \ d>)"},
      {R"(type = 'a \'b\'')", "type = <a 'b'>"},
      {"type = \"\"", "type = <>"},
      {"year = hai", "year = <hai>"},
      {"date = 2024-02-29", "date = <2024-02-29>"},
      {"date STARTS WITH '2024-1'", "date startswith <2024-1>"},
  };
  for (const Reading& reading : readings) {
    SCOPED_TRACE(reading.expression);
    EXPECT_EQ(show(parse_filter(reading.expression)), reading.tree);
  }
}

struct Mistake {
  const char* expression;
  std::size_t position;
  const char* part_of_message;
};

TEST(FilterParser, TellsWhereItGoesWrong) {
  const Mistake mistakes[] = {
      {"colour = red", 0, "`colour` is not filterable"},
      {"type = a AND colour = red", 13, "`type`, `issuer`"},
      {"type", 4, "expected an operation"},
      {"type =", 6, "expected a value"},
      {"type = a b", 9, "did not expect `b`"},
      {"type = a AND", 12, "expected an attribute"},
      {"type = AND", 7, "keyword"},
      {"AND type = a", 0, "keyword"},
      {"(type = a", 0, "`)`"},
      {"type = a)", 8, "did not expect `)`"},
      {"type = 'a", 7, "close the quotation"},
      {"type = \"a\\", 7, "close the quotation"},
      {"type = 'a\\x'", 9, "escape"},
      {"type IN a", 8, "`[`"},
      {"type IN [a", 10, "`]`"},
      {"type IN [a b]", 11, "`,` or `]`"},
      {"type NOT a", 9, "after `NOT`"},
      {"type IS a", 8, "`NULL` or `EMPTY`"},
      {"type STARTS a", 12, "`WITH`"},
      {"type a", 6, "expected an operation"},
      {"type a TO", 9, "expected a value"},
      {"year > hai", 7, "compared with a number"},
      {"year 2020 TO nay", 13, "compared with a number"},
      {"year > 1e999", 7, "compared with a number"},
      {"date > gestern", 7, "a date that there is"},
      {"date >= 2024-13", 8, "`date` is compared with a date"},
      {"date 2024-01-01 TO 2024-02-31", 19, "`date` is compared with a date"},
      {"type = a AND date = 2023-02-29", 20, "`date` is compared with a date"},
      {"month IN [2024-12, 2024-00]", 19, "`month` is compared with a date"},
      {"_geoRadius(1, 2, 3)", 0, "not supported"},
      {"type = @", 7, "expected a value"},
  };
  for (const Mistake& mistake : mistakes) {
    SCOPED_TRACE(mistake.expression);
    try {
      parse_filter(mistake.expression);
      ADD_FAILURE() << "was read without an error";
    } catch (const FilterError& error) {
      EXPECT_EQ(error.position(), mistake.position) << error.what();
      EXPECT_NE(std::string(error.what()).find(mistake.part_of_message), std::string::npos) << error.what();
    }
  }
}

std::string repeat(const std::string& text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

TEST(FilterParser, BoundsNesting) {
  EXPECT_NO_THROW(parse_filter(repeat("(", 200) + "type=a" + repeat(")", 200)));
  EXPECT_NO_THROW(parse_filter(repeat("NOT ", 200) + "type=a"));
  for (const std::size_t depth : {std::size_t{201}, std::size_t{100'000}}) {
    EXPECT_THROW(parse_filter(repeat("(", depth)), FilterError);
    EXPECT_THROW(parse_filter(repeat("NOT ", depth) + "type=a"), FilterError);
    EXPECT_THROW(parse_filter(repeat("NOT (", depth)), FilterError);
  }
}

}  // namespace
}  // namespace vankien
