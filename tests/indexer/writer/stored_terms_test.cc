// 1. The terms made again of what is stored are those under which the document was listed, whatever its record holds: as
//    the database says, for any record. So are its slots, and its id and source file.
// 2. A document that is listed otherwise than its record says, or whose record is damaged, is refused with a sentence.

#include "indexer/writer/stored_terms.h"

#include <gtest/gtest.h>

#include "analyzers/schema/record.h"
#include "indexer/writer/document_builder.h"
#include "tests/support/database_content.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

std::vector<Record> records() {
  std::vector<Record> all;
  all.push_back(
      test::make_record("plain", "05-NQ/TU", "Nghị quyết về chợ", "Chim én. Chợ Viềng, 30/2020/NĐ-CP."));
  all.push_back(test::make_record("bare", "", "", "", ""));
  Record adopted =
      test::make_record("adopted", "04-NQ/TW", "Hội nghị", "Cán bộ, đảng viên (gọi tắt là CBĐV) học.");
  adopted.type = "Nghị quyết";
  adopted.level = "trung ương";
  adopted.term = "XII";
  adopted.session = "4";
  adopted.relations = {
      {RelationKind::kReplaces, "411-QĐ/TU", "Quyết định", "2012-06-22", "Quyết định 411-QĐ/TU"},
      {RelationKind::kCarriesOut, "", "Nghị quyết", "", "Nghị quyết Trung ương 4 khóa XII"}};
  adopted.fields = {"Cán bộ", "Tổ chức"};
  all.push_back(adopted);
  Record congress = test::make_record("congress", "", "Đại hội", "Đại hội đảng bộ tỉnh lần thứ XVI");
  congress.level = "tỉnh";
  congress.session = "đại hội";
  congress.term = "XVI";
  all.push_back(congress);
  Record pages = test::make_record("pages", "", "Trang", "");
  pages.pages = {"một\fhai", "ba\n2\nbốn", "", "năm"};
  all.push_back(pages);
  Record part = test::make_record("part", "", "Thư", "kèm theo");
  part.path = "kho/thu.eml/kem.docx";
  part.parent = part.source_file = "kho/thu.eml";
  all.push_back(part);
  Record odd = test::make_record("odd", "", "Tên", "lạ");
  odd.path = "kho/\xff\xfe.txt";
  all.push_back(odd);
  Record deep = test::make_record("deep", "", "Sâu " + std::string(300, 'x'), std::string(500, 'y') + " z");
  deep.path = "kho/" + std::string(600, 'd') + "/1.txt";
  all.push_back(deep);
  Record given = test::make_record("given", "", "Cho", "thêm");
  given.extra = {{"Người soạn", "An"}, {"source_path", "khác"}};
  all.push_back(given);
  return all;
}

TEST(StoredTerms, AreThoseTheDocumentIsListedUnder) {
  const test::TemporaryFolder home;
  test::publish(home.path(), records());
  const Xapian::Database database((test::current_generation(home.path()) / "open").string());
  ASSERT_EQ(database.get_doccount(), records().size());
  const auto listed = test::terms_by_document(database);
  for (Xapian::docid id = 1; id <= records().size(); ++id) {
    const Record record = records()[id - 1];
    std::string made;
    for (const auto& [term, times] : terms_of(database, id)) made += " " + term + " " + std::to_string(times);
    EXPECT_EQ(made, listed.at(id)) << record.id;
    EXPECT_EQ(origin_of(database, id).id, record.id);
    EXPECT_EQ(origin_of(database, id).source, source_file(record)) << record.id;

    Vocabulary vocabulary;
    const Xapian::Document built = build_document(record, vocabulary);
    const Xapian::Document read = document_of(database, id);
    std::string values, terms;
    for (const Xapian::Document& document : {built, read}) {
      for (auto value = document.values_begin(); value != document.values_end(); ++value)
        values += std::to_string(value.get_valueno()) + "=" + *value + " ";
      for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
        terms += " " + *term + " " + std::to_string(term.get_wdf());
    }
    EXPECT_EQ(values.substr(0, values.size() / 2), values.substr(values.size() / 2)) << record.id;
    EXPECT_EQ(terms, listed.at(id) + listed.at(id));
    EXPECT_EQ(read.get_data(), built.get_data());
  }
}

TEST(StoredTerms, AreRefusedIfTheyAreOthers) {
  const test::TemporaryFolder folder;
  Xapian::WritableDatabase database((folder.path() / "db").string(),
                                    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  Vocabulary vocabulary;
  Xapian::Document one = build_document(records()[0], vocabulary);
  one.add_term("thừa");
  database.add_document(one);
  one.set_data("\x02{}");
  database.add_document(one);
  one.set_data(with_fields(encode_record(records()[0]), "{\"id\":15}"));
  database.add_document(one);
  database.commit();
  try {
    terms_of(database, 1);
    ADD_FAILURE();
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("reindex"), std::string::npos) << error.what();
  }
  EXPECT_THROW(terms_of(database, 2), std::runtime_error);
  EXPECT_THROW(terms_of(database, 3), std::runtime_error);
  EXPECT_THROW(origin_of(database, 3), std::runtime_error);
}

}  // namespace
}  // namespace vankien
