// 1. Headings are understood with and without marks, in capitals, with underscores; others stay as they are.
// 2. A map beside the table wins; what it says that is not so is an error.
// 3. Rows become records at their own lines, whatever the encoding; empty cells say nothing; days are ISO.
// 4. A row without an id has one that depends on the file and the row alone.
// 5. A row too short or long is refused, and the others are read.

#include "indexer/records/csv_rows.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "indexer/records/csv_columns.h"
#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {
namespace {

using Fields = std::vector<std::string>;

TEST(CsvColumns, UnderstandsHeadings) {
  EXPECT_EQ(fields_of_columns(
                {"STT", "Số, ký hiệu", "TRICH YEU", "ngay_ban_hanh", "Cơ quan ban hành", "Độ mật"}, {}),
            (Fields{"STT", "symbol", "title", "date", "issuer", "grade"}));
  EXPECT_EQ(fields_of_columns({"id", "title", ""}, {}), (Fields{"id", "title", "column 3"}));
  for (const char* const place : {"Địa bàn", "place", "Địa phương", "TỈNH", "Tỉnh, thành phố"})
    EXPECT_EQ(fields_of_columns({"title", place}, {}), (Fields{"title", "place"})) << place;
  CsvMap map;
  map.columns = {{"Tên gọi", "title"}, {"STT", ""}};
  EXPECT_EQ(fields_of_columns({"STT", "ten goi"}, map), (Fields{"", "title"}));
}

TEST(CsvColumns, RefusesWhatIsUnclear) {
  EXPECT_EQ(error_code_of([] { fields_of_columns({"Trích yếu", "Tiêu đề"}, {}); }), "bad_columns");
  EXPECT_EQ(error_code_of([] { fields_of_columns({"1", "2022"}, {}); }), "bad_columns");
  CsvMap map;
  map.columns = {{"không có", "title"}};
  EXPECT_EQ(error_code_of([&] { fields_of_columns({"title"}, map); }), "bad_columns");
}

TEST(CsvColumns, WritesDaysAsIso) {
  const std::pair<const char*, const char*> table[] = {
      {"1/6/2022", "2022-06-01"}, {"01-06-2022", "2022-06-01"},
      {"6/2022", "2022-06"},      {"2022-06-01", "2022-06-01"},
      {"ngày 1", "ngày 1"},       {"1/6/22", "1/6/22"},
      {"2022", "2022"},           {"123/6/2022", "123/6/2022"},
      {"6/13/2022", "6/13/2022"}, {"32/1/2022", "32/1/2022"}};
  for (const auto& [typed, iso] : table) EXPECT_EQ(iso_date(typed), iso);
}

class CsvRows : public testing::Test {
 protected:
  /// The lines as read_json_line gets them, "number json" each, and the refused ones.
  std::vector<std::string> read(std::string_view bytes, std::string_view map = "") {
    SourceFile file;
    file.file = folder_.write("so.csv", bytes);
    file.path = "kho/so.csv";
    if (!map.empty()) file.sidecar = folder_.write("so.csv.map.json", map);
    std::vector<std::string> all;
    read_csv_rows(
        file,
        [&](std::uint64_t first, const std::vector<std::string>& lines) {
          for (std::size_t i = 0; i < lines.size(); ++i)
            if (!lines[i].empty()) all.push_back(std::to_string(first + i) + " " + lines[i]);
          return true;
        },
        [&](std::uint64_t line, const std::string& code, const std::string&) {
          all.push_back(std::to_string(line) + " " + code);
        });
    return all;
  }
  TestFolder folder_;
};

TEST_F(CsvRows, GivesRecords) {
  const auto lines = read(
      "\xEF\xBB\xBFid;Trích yếu;Ngày ban hành;Ghi chú\r\n1;\"Về tàu\r\ncá\";1/6/2022;\r\n\r\n;;;\r\n2;Về "
      "chợ;;bản "
      "giấy\r\n");
  EXPECT_EQ(lines, (std::vector<std::string>{R"(2 {"id":"1","title":"Về tàu\ncá","date":"2022-06-01"})",
                                             R"(6 {"id":"2","title":"Về chợ","Ghi chú":"bản giấy"})"}));
}

TEST_F(CsvRows, KnowsEncodings) {
  const std::string wanted = R"(2 {"id":"1","title":"Nghị quyết về công tác cán bộ"})";
  // UTF-16 with its mark, as Excel's "Unicode text"
  std::string wide = "\xFF\xFE";
  for (const char16_t unit : std::u16string(u"id\ttitle\n1\tNghị quyết về công tác cán bộ\n")) {
    wide += static_cast<char>(unit & 0xFF);
    wide += static_cast<char>(unit >> 8);
  }
  EXPECT_EQ(read(wide), std::vector<std::string>{wanted});
  const std::string tcvn3 = "id,title\n1,Ngh\xDE quy\xD5t v\xD2 c\xABng t\xB8\x63 c\xB8n b\xE9\n";
  EXPECT_EQ(read(tcvn3), std::vector<std::string>{wanted});
  EXPECT_EQ(read(tcvn3, R"({"encoding": "TCVN3"})"), std::vector<std::string>{wanted});
}

TEST_F(CsvRows, FollowsTheMap) {
  EXPECT_EQ(read("A|B|C\n1|x|y\n", R"({"columns": {"A": "id", "B": "title", "C": null}, "delimiter": "|"})"),
            std::vector<std::string>{R"(2 {"id":"1","title":"x"})"});
  EXPECT_EQ(error_code_of([&] { read("title\nx\n", "{"); }), "bad_json");
  EXPECT_EQ(error_code_of([&] { read("title\nx\n", R"({"colums": {}})"); }), "bad_columns");
  EXPECT_EQ(error_code_of([&] { read("title\nx\n", R"({"encoding": "EBCDIC"})"); }), "bad_columns");
}

TEST_F(CsvRows, HeedsExcelsFirstLine) {
  EXPECT_EQ(read("sep=;\r\nid;title\r\n1;a,b,c\r\n"),
            std::vector<std::string>{R"(3 {"id":"1","title":"a,b,c"})"});
}

TEST_F(CsvRows, MakesIds) {
  const auto id = [](const std::string& line) {
    return nlohmann::json::parse(line.substr(line.find(' '))).at("id").get<std::string>();
  };
  const auto before = read("title,symbol\na,1\nb,2\n");
  const auto after = read("title,symbol\nnew,0\na,1\nb,3\n");
  EXPECT_TRUE(id(before[0]).starts_with("r-"));
  EXPECT_NE(id(before[0]), id(before[1]));
  EXPECT_EQ(id(before[0]), id(after[1]));
  EXPECT_NE(id(before[1]), id(after[2]));
}

TEST_F(CsvRows, RefusesSingleRows) {
  EXPECT_EQ(read("id,title\n1,a\n2\n3,b,c\n4,d\n"),
            (std::vector<std::string>{"3 bad_row", "4 bad_row", R"(2 {"id":"1","title":"a"})",
                                      R"(5 {"id":"4","title":"d"})"}));
}

TEST_F(CsvRows, SaysWhatIsWrong) {
  EXPECT_EQ(error_code_of([&] { read(""); }), "empty");
  EXPECT_EQ(error_code_of([&] { read("\n\n"); }), "empty");
  EXPECT_EQ(error_code_of([&] { read("\"title\nx\n"); }), "bad_columns");
}

}  // namespace
}  // namespace vankien
