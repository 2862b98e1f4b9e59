// 1. A number is shown as its cell shows it, in Vietnamese notation.
// 2. A day is the day on the paper: both calendars, whatever order the format has.
// 3. Any format is survived.
#include "indexer/extract/number_format.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

TEST(NumberFormat, AsCellsShowIt) {
  struct Case {
    double number;
    const char* format;
    const char* shown;
  };
  const Case cases[] = {
      {1250, "General", "1250"},
      {1250.5, "General", "1250,5"},
      {0.1 + 0.2, "General", "0,3"},
      {79123456789, "General", "79123456789"},
      {1250, "#,##0", "1.250"},
      {-1234567.891, "#,##0.00", "-1.234.567,89"},
      {-1250, "#,##0;(#,##0)", "(1.250)"},
      {0, "#,##0;-#,##0;\"-\"", "-"},
      {12.5, "0.##", "12,5"},
      {12, "0.##", "12"},
      {7, "000", "007"},
      {0.5, "0%", "50%"},
      {0.1234, "0.0%", "12,3%"},
      {1500000, "#,##0\\ \"đồng\"", "1.500.000 đồng"},
      {1500000, "#,##0,", "1.500"},
      {1500, "[Red]#,##0_);[Blue](#,##0)", "1.500"},
      {1500, "[$đ-42A]#,##0", "đ1.500"},
      {15, "\"Điều \"0", "Điều 15"},
      {45356, "dd/mm/yyyy", "05/03/2024"},
      {45356, "d/m/yy;@", "5/3/24"},
      {45356, "[$-42A]dd\" tháng \"mm\" năm \"yyyy", "05 tháng 03 năm 2024"},
      {45356.75, "yyyy-mm-dd hh:mm:ss", "2024-03-05 18:00:00"},
      {45356.75, "h:mm AM/PM", "6:00 PM"},
      {1.5, "[h]:mm", "36:00"},
      {60, "d/m/yyyy", "28/2/1900"},
      {59, "d/m/yyyy", "28/2/1900"},
      {61, "d/m/yyyy", "1/3/1900"},
      {-1, "d/m/yyyy", "-1"},
      {1e300, "d/m/yyyy", "1e+300"},
      {5, "", "5"},
      {5, "@", "5"},
      {5, "\"", "5"},
      {5, "0\\", "5"},
      {5, "[", "5"},
      {5, "# ?/?", "5 /"},
  };
  for (const Case& one : cases)
    EXPECT_EQ(show_number(one.number, one.format, false), one.shown) << one.number << ' ' << one.format;
  EXPECT_EQ(show_number(43894, "dd/mm/yyyy", true), "05/03/2024");
}

}  // namespace
}  // namespace vankien
