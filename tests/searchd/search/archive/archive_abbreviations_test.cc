// 1. Short forms that documents define are found with their expansions, and the other way round, with the
//    number of documents.
// 2. A reading that few give beside one that many give is left out.
// 3. What a caller may not see defines nothing for him.
// 4. An update takes definitions away with their documents and brings those of new ones.
// 5. Meetings are terms: a document and those that cite it meet the terms of a citation.

#include "searchd/search/archive/archive_abbreviations.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "analyzers/analyzer.h"
#include "analyzers/schema/citation_words.h"
#include "indexer/writer/update_writer.h"
#include "tests/support/database_content.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using test::make_record;

std::string find(const std::filesystem::path& generation, Clearance clearance, std::string_view text) {
  const Snapshot snapshot(generation);
  std::string out;
  for (const auto& match : find_archive_abbreviations(*snapshot.view(clearance), analyze_words(text))) {
    out +=
        (out.empty() ? "[" : " ; [") + std::to_string(match.first) + "," + std::to_string(match.last) + ")";
    for (const auto& alternative : match.alternatives) {
      for (const auto& word : alternative.words) out += " " + word;
      out += " " + std::to_string(alternative.documents);
    }
  }
  return out;
}

std::vector<Record> records() {
  std::vector<Record> all;
  for (int i = 0; i < 6; ++i)
    all.push_back(
        make_record("m" + std::to_string(i), "", "Một", "đội ngũ cán bộ, đảng viên (CBĐV) gương mẫu"));
  all.push_back(make_record("slip", "", "Hai", "cách bón đất vườn (CBĐV)"));
  all.push_back(make_record("rare", "", "Ba", "chợ phiên vùng cao (CPVC)"));
  all.push_back(make_record("secret", "", "Bốn", "khu nhà kho (KNK)", "2022-06-01", Grade::kMat));
  return all;
}

TEST(ArchiveAbbreviations, AreThoseTheDocumentsDefine) {
  const test::TemporaryFolder home;
  test::publish(home.path(), records());
  const auto generation = test::current_generation(home.path());
  EXPECT_EQ(find(generation, Grade::kOpen, "CBĐV"), "[0,1) cán bộ đảng viên 6");
  EXPECT_EQ(find(generation, Grade::kOpen, "nhiệm vụ của cbdv"), "[3,4) cán bộ đảng viên 6");
  EXPECT_EQ(find(generation, Grade::kOpen, "cán bộ, đảng viên trẻ"), "[0,4) cbđv 6");
  EXPECT_EQ(find(generation, Grade::kOpen, "can bo dang vien"), "[0,4) cbđv 6");
  EXPECT_EQ(find(generation, Grade::kOpen, "CPVC và UBND"), "[0,1) chợ phiên vùng cao 1");
  EXPECT_EQ(find(generation, Grade::kOpen, "cán bộ"), "");
  EXPECT_EQ(find(generation, Grade::kOpen, "KNK"), "");
  EXPECT_EQ(find(generation, Grade::kMat, "KNK"), "[0,1) khu nhà kho 1");
}

TEST(ArchiveAbbreviations, GoWithTheirDocuments) {
  const test::TemporaryFolder home;
  test::publish(home.path(), records());
  const auto published = test::current_generation(home.path());
  const auto generation = home.path() / "fresh";
  std::filesystem::create_directory(generation);
  {
    UpdateWriter writer({published, generation, read_manifest(published), DiskReserve(home.path(), 0)});
    EXPECT_EQ(writer.remove_path("test/rare"), 1u);
    writer.put(make_record("new", "", "Năm", "tổ hợp dệt (THD)"));
    writer.put(make_record("m0", "", "Một", "không còn gì"));
    writer.finish();
  }
  const Xapian::Database database((generation / kGradeNames[0]).string());
  View view;
  view.database = database;
  const auto count = [&](std::string_view text) {
    const auto found = find_archive_abbreviations(view, analyze_words(text));
    return found.empty() ? 0u : found[0].alternatives[0].documents;
  };
  EXPECT_EQ(count("CPVC"), 0u);
  EXPECT_EQ(count("THD"), 1u);
  EXPECT_EQ(count("CBĐV"), 5u);
}

TEST(Meetings, AreTermsOfTheIndex) {
  const test::TemporaryFolder home;
  Record own = make_record("own", "04-NQ/TW", "Hội nghị lần thứ tư về chợ", "x", "2016-10-30");
  own.type = "Nghị quyết";
  own.level = "trung ương";
  own.term = "XII";
  own.session = "4";
  Record other = make_record("other", "04-NQ/TW", "về chợ", "x", "2021-10-30");
  other.type = "Nghị quyết";
  other.level = "trung ương";
  other.term = "XIII";
  const Record citing =
      make_record("citing", "09-KH/TU", "Kế hoạch", "Thực hiện Nghị quyết Trung ương 4 (khóa XII) về chợ.");
  test::publish(home.path(), {own, other, citing});
  const Snapshot snapshot(test::current_generation(home.path()));
  const auto view = snapshot.view(Grade::kOpen);
  const auto having = [&](const std::vector<std::string>& terms) {
    std::string ids;
    for (const auto& [id, listed] : test::terms_by_document(view->database)) {
      const bool has_all = std::all_of(terms.begin(), terms.end(), [&listed](const std::string& term) {
        return listed.find(" " + term + " ") != std::string::npos;
      });
      const auto name = listed.find(" Q") + 2;
      if (!terms.empty() && has_all) ids += listed.substr(name, listed.find(' ', name) - name) + " ";
    }
    return ids;
  };
  const auto terms_of = [](std::string_view text) {
    return citation_terms(read_citations(analyze_words(text)).at(0));
  };
  EXPECT_EQ(having(terms_of("NQTW4 khoá XII").own), "own ");
  EXPECT_EQ(having(terms_of("NQTW4 khoá XII").mentions), "own citing ");
  EXPECT_EQ(having(terms_of("Nghị quyết 4 Hội nghị Trung ương 4 khóa XII").own), "own ");
  EXPECT_EQ(having(terms_of("Nghị quyết 04-NQ/TW khóa XIII").own), "other ");
  EXPECT_EQ(having(terms_of("Nghị quyết Trung ương 4").own), "own ");
}

}  // namespace
}  // namespace vankien
