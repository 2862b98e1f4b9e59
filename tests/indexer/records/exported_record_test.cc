// 1. A record comes back as it was, every field and every term; only the file that holds it is another.
// 2. Nothing is read from the letterhead again: what was not known stays so.
// 3. Pages come back in number, whatever they hold.
// 4. Lines of another version or of wrong shapes are refused, naming the field.
// 5. Without the mark a record's path is the source's own affair, and so are other names that the index writes.

#include "indexer/records/exported_record.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "indexer/extract/extract.h"
#include "indexer/pipeline/read_document.h"
#include "indexer/writer/document_builder.h"

namespace vankien {
namespace {

Record sample() {
  Record record;
  record.id = "f-1";
  record.title = "Về \"phòng, chống\" lãng phí";
  record.symbol = "05-NQ/TU";
  record.type = "Nghị quyết";
  record.issuer = "Tỉnh ủy Đông Giang";
  record.date = "2026-05";
  record.term = "2020-2025";
  record.session = "4";
  record.grade = Grade::kMat;
  record.path = "kho/a.docx";
  record.paths = {"kho/a.docx", "kho/b.docx"};
  record.format = "docx";
  record.parent = "kho/thu.eml";
  record.parent_id = "f-2";
  record.ocr_pages = {1, 3};
  record.poor_pages = {3};
  record.pages = {"trang một\n", "", "trang \"ba\" \\ 05-NQ/TU"};
  record.provenance = {{"symbol", "letterhead"}, {"grade", "stamp"}};
  record.signer = "Nguyễn Văn A";
  record.recipients = {"Các huyện ủy", "Lưu"};
  record.relations = {
      {RelationKind::kReplaces, "03-NQ/TU", "Nghị quyết", "2017-01-02", "Nghị quyết số 03-NQ/TU"}};
  record.certainty = {{"symbol", "certain"}, {"grade", "unsure"}};
  record.extra["nguon"] = "Văn thư";
  record.extra["source_path"] = "x";
  record.extra["list"] = {1, nullptr, "a"};
  return record;
}

std::string stored_again(const std::string& stored) {
  SourceFile file;
  file.path = "archive.jsonl";
  const Record record = read_json_line(write_exported_record(split_record(stored)), file).record;
  EXPECT_EQ(source_file(record), "archive.jsonl");
  return encode_record(record);
}

std::string terms(const Record& record) {
  Vocabulary vocabulary;
  const Xapian::Document document = build_document(record, vocabulary);
  std::string all;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    if (!(*term).starts_with("P")) all += *term + " " + std::to_string(term.get_wdf()) + "\n";
  return all;
}

TEST(ExportedRecord, ComesBackAsItWas) {
  const std::string stored = encode_record(sample());
  EXPECT_EQ(stored_again(stored), stored);
  SourceFile file;
  file.path = "archive.jsonl";
  const auto again = read_json_line(write_exported_record(split_record(stored)), file).record;
  EXPECT_EQ(terms(again), terms(sample()));
}

TEST(ExportedRecord, ReadsNoLetterhead) {
  Record record;
  record.id = "x";
  record.path = "kho/a.txt";
  record.format = "txt";
  record.pages = {"TỈNH ỦY ĐÔNG GIANG\nSố 05-NQ/TU\n\nMẬT\n\nNGHỊ QUYẾT\nvề rừng\n-----\n"};
  EXPECT_EQ(stored_again(encode_record(record)), encode_record(record));
}

RC_GTEST_PROP(ExportedRecord, KeepsPages, ()) {
  Record record = sample();
  record.pages = *rc::gen::container<std::vector<std::string>>(
      rc::gen::container<std::string>(rc::gen::element('a', ' ', '\n', '\f', '"', '\\', '\0')));
  const std::string stored = encode_record(record);
  RC_ASSERT(stored_again(stored) == stored);
}

TEST(ExportedRecord, IsChecked) {
  for (const char* line : {
           R"({"id": "1", "grade": "open", "vankien_record": 2})",
           R"({"id": "1", "grade": "open", "vankien_record": "1"})",
           R"({"id": "1", "vankien_record": 1})",
           R"({"id": "1", "grade": "secret", "vankien_record": 1})",
           R"({"id": "", "grade": "open", "vankien_record": 1})",
           R"({"id": "1", "grade": "open", "date": "soon", "vankien_record": 1})",
           R"({"id": "1", "grade": "open", "path": 7, "vankien_record": 1})",
           R"({"id": "1", "grade": "open", "paths": "a", "vankien_record": 1})",
           R"({"id": "1", "grade": "open", "provenance": ["a"], "vankien_record": 1})",
           R"({"id": "1", "grade": "open", "body": {}, "vankien_record": 1})",
       })
    EXPECT_THROW(read_json_line(line, SourceFile{}), ExtractError) << line;
}

TEST(ExportedRecord, NeedsItsMark) {
  SourceFile file;
  file.path = "kho/a.jsonl";
  const Record record = read_json_line(R"({"id": "1", "path": "x", "paths": ["x", "y"]})", file).record;
  EXPECT_EQ(record.path, "kho/a.jsonl");
  EXPECT_TRUE(record.paths.empty());
  EXPECT_EQ(record.extra["source_path"], "x");
}

TEST(ExportedRecord, GivesBackWhatHadNamesOfOurs) {
  for (const char* line : {
           R"({"id": "1", "body": "b", "ocr_pages": "1-3"})",
           R"({"id": "1", "body": "b", "poor_pages": 3})",
           R"({"id": "1", "body": "b", "scan": "Tuyệt mật"})",
           R"({"id": "1", "body": "b", "grade": "bogus", "grade_doubts": "seen"})",
       }) {
    const ReadDocument read = read_json_line(line, SourceFile{});
    EXPECT_EQ(read.warnings.size(), read.record.grade == Grade::kTuyetMat ? 1u : 0u) << line;
    const std::string stored = encode_record(read.record);
    EXPECT_EQ(stored_again(stored), stored) << line;
  }
}

}  // namespace
}  // namespace vankien
