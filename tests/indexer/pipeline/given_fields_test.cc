// 1. Given fields win over read ones and say where they came from; null and empty mean "not known".
// 2. Wrong shapes are refused, naming the field.
// 3. Further fields are kept; those the index writes itself keep the source's value under another name.

#include "indexer/pipeline/given_fields.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

using nlohmann::ordered_json;

Record read_record() {
  Record record;
  record.symbol = "01-NQ/TU";
  record.title = "đọc được";
  record.provenance = {{"symbol", "letterhead"}, {"title", "title line"}};
  return record;
}

TEST(GivenFields, Win) {
  Record record = read_record();
  apply_given_fields(
      ordered_json::parse(
          R"({"id": 7, "symbol": "5 - NQ/TU", "title": null, "date": "2022-06-01T10:00:00", "grade": "mat"})"),
      "record", record);
  EXPECT_EQ(record.id, "7");
  EXPECT_EQ(record.symbol, "05-NQ/TU");
  EXPECT_EQ(record.title, "đọc được");
  EXPECT_EQ(record.date, "2022-06-01");
  EXPECT_EQ(record.grade, Grade::kMat);
  EXPECT_EQ(record.provenance.at("symbol"), "record");
  EXPECT_EQ(record.provenance.at("title"), "title line");
}

TEST(GivenFields, AreChecked) {
  for (const char* text : {R"({"date": "01/6/2022"})", R"({"date": "2022-13-01"})", R"({"date": "2022-6-1"})",
                           R"({"grade": "secret"})", R"({"grade": 3})", R"({"title": ["a"]})",
                           R"({"symbol": 5})", R"({"date": "20220601"})"}) {
    Record record;
    EXPECT_THROW(apply_given_fields(ordered_json::parse(text), "record", record), std::runtime_error) << text;
  }
}

TEST(GivenFields, KeepTheRest) {
  Record record;
  apply_given_fields(ordered_json::parse(R"({"signer": "A", "path": "x", "body": "text", "pages": 3})"),
                     "sidecar", record);
  EXPECT_EQ(record.extra.dump(), R"({"signer":"A","source_path":"x","source_pages":3})");
}

}  // namespace
}  // namespace vankien
