// 1. Given fields win over read ones and say where they came from; null and empty mean "not known".
// 2. Wrong shapes are refused, naming the field.
// 3. A grade that cannot be understood is the highest, and it is told.
// 4. Further fields are kept; those the index writes itself keep the source's value under another name.

#include "indexer/records/given_fields.h"

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
  for (const char* text :
       {R"({"date": "01/6/2022"})", R"({"date": "2022-13-01"})", R"({"date": "2022-6-1"})",
        R"({"title": ["a"]})", R"({"signer": 3})", R"({"urgency": "soon"})", R"({"recipients": [1]})",
        R"({"fields": {"a": 1}})", R"({"relations": "x"})",
        R"({"relations": [{"kind": "liên quan", "symbol": "05-NQ/TU"}]})",
        R"({"relations": [{"kind": "thay thế"}]})",
        R"({"relations": [{"kind": "thay thế", "symbol": "05-NQ/TU", "date": "1/2/2016"}]})",
        R"({"relations": [{"kind": "thay thế", "symbol": "05-NQ/TU", "why": "x"}]})", R"({"symbol": 5})",
        R"({"date": "20220601"})"}) {
    Record record;
    EXPECT_THROW(apply_given_fields(ordered_json::parse(text), "record", record), std::runtime_error) << text;
  }
}

TEST(GivenFields, MayBeAllThatIsRead) {
  Record record = read_record();
  record.recipients = {"đọc được"};
  apply_given_fields(
      ordered_json::parse(R"({"signer": "Lê Sen", "authority": "T/M BAN THƯỜNG VỤ", "urgency": "HOẢ TỐC",
    "draft": "dự thảo lần 2", "recipients": "Các ban", "fields": ["Tuyên giáo", "Tuyên giáo", "Dân\nvận"],
    "relations": [{"kind": "thay thế", "symbol": "5 - NQ/TU", "date": "2016-02-01", "text": "cũ"}]})"),
      "sidecar", record);
  EXPECT_EQ(record.signer, "Lê Sen");
  EXPECT_EQ(record.authority, "T/M BAN THƯỜNG VỤ");
  EXPECT_EQ(record.urgency, "hỏa tốc");
  EXPECT_EQ(record.draft, "dự thảo lần 2");
  EXPECT_EQ(record.recipients, std::vector<std::string>{"Các ban"});
  EXPECT_EQ(record.fields, (std::vector<std::string>{"Tuyên giáo", "Dân vận"}));
  EXPECT_EQ(record.relations,
            (std::vector<Relation>{{RelationKind::kReplaces, "05-NQ/TU", "", "2016-02-01", "cũ"}}));
  EXPECT_EQ(record.provenance.at("recipients"), "sidecar");
}

TEST(GivenFields, TheGradeFailsClosed) {
  const auto give = [](const char* grade, Grade stamped) {
    Record record;
    record.grade = stamped;
    const std::string doubt =
        apply_given_fields(ordered_json::parse(std::string(R"({"grade": )") + grade + "}"), "record", record);
    return std::string(grade_name(record.grade)) + (doubt.empty() ? "" : ", look");
  };
  EXPECT_EQ(give(R"("secret")", Grade::kOpen), "tuyet-mat, look");
  EXPECT_EQ(give("3", Grade::kOpen), "tuyet-mat, look");
  EXPECT_EQ(give(R"(["mat"])", Grade::kOpen), "tuyet-mat, look");
  EXPECT_EQ(give(R"("Tối  mật")", Grade::kOpen), "toi-mat");
  EXPECT_EQ(give(R"("mat")", Grade::kMat), "mat");
  EXPECT_EQ(give(R"("open")", Grade::kMat), "mat, look");
  EXPECT_EQ(give(R"("open", "declassified_by": "12-QĐ/TU ngày 1/2/2024")", Grade::kMat), "open");
  EXPECT_EQ(give(R"("open", "declassified_by": "")", Grade::kMat), "mat, look");
  EXPECT_EQ(give(R"("open", "Mức độ bảo mật": "Tuyệt mật")", Grade::kOpen), "tuyet-mat, look");
  EXPECT_EQ(give(R"(null, "Phân loại": "MẬT")", Grade::kOpen), "mat, look");
  EXPECT_EQ(give(R"(null, "Phân loại": "Thường")", Grade::kMat), "mat");
  EXPECT_EQ(give(R"(null, "scan": "Tuyệt mật")", Grade::kOpen), "tuyet-mat, look") << "whatever its name";
  EXPECT_EQ(give("null", Grade::kMat), "mat");
  EXPECT_EQ(give(R"("")", Grade::kMat), "mat");
}

TEST(GivenFields, DecideADoubtfulStamp) {
  Record record;
  record.grade = Grade::kTuyetMat;
  record.provenance["grade"] = "doubtful stamp";
  EXPECT_EQ(apply_given_fields(ordered_json{{"grade", "open"}}, "sidecar", record), "");
  EXPECT_EQ(record.grade, Grade::kOpen);
}

TEST(GivenFields, KeepTheRest) {
  Record record;
  apply_given_fields(ordered_json::parse(R"({"sender": "A", "path": "x", "body": "text", "pages": 3})"),
                     "sidecar", record);
  EXPECT_EQ(record.extra.dump(), R"({"sender":"A","source_path":"x","source_pages":3})");
}

}  // namespace
}  // namespace vankien
