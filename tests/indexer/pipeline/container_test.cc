// Letters, archives and tables through the real indexer.
// 1. Each member is a document: its path goes on within the container, its parent is named, a letter by id too.
// 2. An attachment is graded no lower than its letter; a stamp in the subject counts; a member of an archive stands
//    alone, but for a grade beside the archive; a sidecar within the archive holds for its neighbour.
// 3. What cannot be read is in the ledger with its place, and the rest is published; nothing is written outside.
// 4. An update of a changed container takes out the members that are gone; ids of the others stay. A vanished
//    container takes all with it.
// 5. Archives in archives are read three deep; tables and records in them too.
// 6. A row of a table whose day is none is read without it, and a warning says so.
// 7. Letters and archives are known by their bytes where the name says nothing, letters also as .txt.
// 8. The room for what is unpacked is for the owner's eyes, gone after a run, and what a killed run left goes with the next.

#include "indexer/pipeline/container.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <map>
#include <set>

#include "analyzers/schema/record.h"
#include "tests/indexer/extract/unpack_helpers.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

class Containers : public testing::Test {
 protected:
  Containers() { fs::create_directories(source()); }

  fs::path source() const { return folder_.path() / "kho"; }
  fs::path home() const { return folder_.path() / "home"; }
  void write(const std::string& name, const std::string& content) const {
    std::ofstream(source() / name, std::ios::binary) << content;
  }
  RunResult run(bool anew = false) {
    RunOptions options;
    options.sources = {source()};
    options.home = home();
    options.self = fs::path(VANKIEN_BINARY_DIR) / "bin/vankien-indexer";
    options.workers = 2;
    options.force = true;
    RunCounts counts;
    return anew ? reindex(options, counts) : update(options, counts);
  }
  /// path → stored fields, of all grades.
  std::map<std::string, Json> documents() const {
    std::map<std::string, Json> all;
    for (const auto grade : kGradeNames) {
      const Xapian::Database database((test::current_generation(home()) / grade).string(),
                                      Xapian::DB_BACKEND_GLASS);
      for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
        const std::string stored = database.get_document(*id).get_data();
        Json fields = Json::parse(split_record(stored).fields);
        all[fields.at("path").get<std::string>()] = fields;
      }
    }
    return all;
  }
  std::string failures() const {
    std::string all;
    Ledger ledger(home());
    for (const auto& failure : ledger.failures())
      all += failure.path + " " + failure.place + " " + failure.code + "\n";
    return all;
  }
  static std::string paper(const std::string& symbol, const std::string& stamp = "") {
    return "TỈNH ỦY ĐÔNG GIANG          ĐẢNG CỘNG SẢN VIỆT NAM\n        *\nSố " + symbol +
           "          Giang Thành, ngày 01 tháng 6 năm 2022\n" + stamp +
           "\n\nTHÔNG BÁO\nvề lịch họp\n-----\n\nNội dung.\n";
  }
  static std::string letter(const std::string& subject, const std::string& attachment,
                            const std::string& text = "Gửi kèm thông báo.") {
    return "From: a@b.example\nSubject: " + subject +
           "\nDate: Tue, 05 Mar 2024 23:15:00 +0700\nMIME-Version: 1.0\n"
           "Content-Type: multipart/mixed; boundary=q\n\n--q\nContent-Type: text/plain; charset=utf-8\n\n" +
           text +
           "\n--q\nContent-Type: text/plain; charset=utf-8\n"
           "Content-Disposition: attachment; filename=kem.txt\n\n" +
           attachment + "\n--q--\n";
  }

  test::TemporaryFolder folder_;
};

TEST_F(Containers, GiveDocumentsThatKnowTheirParent) {
  write("thu.eml", letter("Gui thong bao", paper("05-TB/TU"), "Kính gửi các đồng chí,"));
  write("nam.zip", zip_of({{"2022/06-TB.txt", paper("06-TB/TU")}}));
  run();
  const auto all = documents();
  ASSERT_EQ(all.size(), 3u);
  const Json& mail = all.at("kho/thu.eml");
  EXPECT_EQ(mail.at("title"), "Gui thong bao");
  EXPECT_EQ(mail.at("date"), "2024-03-05");
  EXPECT_EQ(mail.at("provenance").at("date"), "mail head");
  EXPECT_FALSE(mail.contains("type")) << "a salutation makes no official letter";
  EXPECT_FALSE(mail.contains("parent"));
  const Json& attached = all.at("kho/thu.eml/kem.txt");
  EXPECT_EQ(attached.at("symbol"), "05-TB/TU");
  EXPECT_EQ(attached.at("date"), "2022-06-01");
  EXPECT_EQ(attached.at("parent"), "kho/thu.eml");
  EXPECT_EQ(attached.at("parent_id"), mail.at("id"));
  EXPECT_EQ(attached.at("id"), make_file_id("kho/thu.eml/kem.txt"));
  const Json& member = all.at("kho/nam.zip/2022/06-TB.txt");
  EXPECT_EQ(member.at("parent"), "kho/nam.zip");
  EXPECT_FALSE(member.contains("parent_id"));
}

TEST_F(Containers, AreKnownByTheirBytes) {
  write("thu da luu", letter("Gui thong bao", paper("05-TB/TU")));
  write("thu.txt", letter("Gui thong bao", paper("06-TB/TU")));
  write("nam 2022", zip_of({{"07.txt", paper("07-TB/TU")}}));
  write("giay.txt", "From: ai\n\n" + paper("08-TB/TU"));
  run();
  std::set<std::string> paths;
  for (const auto& [path, fields] : documents()) paths.insert(path);
  EXPECT_EQ(paths, (std::set<std::string>{"kho/giay.txt", "kho/nam 2022/07.txt", "kho/thu da luu",
                                          "kho/thu da luu/kem.txt", "kho/thu.txt", "kho/thu.txt/kem.txt"}));
}

TEST_F(Containers, FailClosed) {
  write("mat.eml", letter("Gui", paper("05-TB/TU"), "MẬT\n\nKính gửi các đồng chí"));
  write("toimat.eml", letter("=?utf-8?Q?[T=E1=BB=90I_M=E1=BA=ACT]_G=E1=BB=ADi?=", paper("06-TB/TU", "MẬT")));
  write("thuong.eml", letter("Gui", paper("07-TB/TU", "MẬT")));
  write("la.eml", letter("=?x-khong-ai-biet?B?VFXhu6ZU?=", paper("12-TB/TU")));
  write("a.zip", zip_of({{"mat.txt", paper("08-TB/TU", "MẬT")},
                         {"thuong.txt", paper("09-TB/TU")},
                         {"ke.txt", paper("10-TB/TU")},
                         {"ke.txt.meta.json", R"({"grade": "mat"})"}}));
  write("b.zip", zip_of({{"thuong.txt", paper("11-TB/TU")}}));
  write("b.zip.meta.json", R"({"grade": "internal"})");
  run();
  std::map<std::string, std::string> grades;
  for (const auto& [path, fields] : documents()) grades[path] = fields.at("grade");
  EXPECT_EQ(grades, (std::map<std::string, std::string>{{"kho/mat.eml", "mat"},
                                                        {"kho/mat.eml/kem.txt", "mat"},
                                                        {"kho/toimat.eml", "toi-mat"},
                                                        {"kho/toimat.eml/kem.txt", "toi-mat"},
                                                        {"kho/la.eml", "tuyet-mat"},
                                                        {"kho/la.eml/kem.txt", "tuyet-mat"},
                                                        {"kho/thuong.eml", "open"},
                                                        {"kho/thuong.eml/kem.txt", "mat"},
                                                        {"kho/a.zip/mat.txt", "mat"},
                                                        {"kho/a.zip/thuong.txt", "open"},
                                                        {"kho/a.zip/ke.txt", "mat"},
                                                        {"kho/b.zip/thuong.txt", "internal"}}));
}

TEST_F(Containers, NoteWhatCannotBeRead) {
  write("a.zip", odd_zip_of({{"../../../x.txt", paper("05-TB/TU")},
                             {"/y.txt", paper("06-TB/TU")},
                             {"y.txt", paper("07-TB/TU")},
                             {"link.txt", "/etc/passwd", S_IFLNK | 0777},
                             {"khoa.txt", paper("08-TB/TU"), 0, "khóa"},
                             {"z.xyz", "?"},
                             {"hong.pdf", "?"}}));
  write("gia.zip", "no archive");
  write("that.zip", docx_of(paragraph("Văn bản thật")));
  write("rong.eml", "");
  write(
      "trang.mht",
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=q\n\n--q\nContent-Type: text/html; "
      "charset=utf-8\n\n<html><body><p>Trang đã lưu</p></body></html>\n--q\nContent-Type: text/css\n\np {}\n"
      "--q--\n");
  run();
  EXPECT_EQ(failures(),
            "kho/a.zip hong.pdf damaged\nkho/a.zip khoa.txt encrypted\nkho/a.zip link.txt no_file\n"
            "kho/a.zip z.xyz unsupported_format\nkho/gia.zip  damaged\nkho/rong.eml  empty\n");
  const auto all = documents();
  EXPECT_EQ(all.size(), 5u);
  EXPECT_EQ(all.at("kho/trang.mht").at("format"), "mht");
  EXPECT_EQ(all.at("kho/a.zip/x.txt").at("symbol"), "05-TB/TU");
  EXPECT_EQ(all.at("kho/a.zip/y.txt").at("symbol"), "06-TB/TU");
  EXPECT_EQ(all.at("kho/a.zip/y (2).txt").at("symbol"), "07-TB/TU");
  EXPECT_EQ(all.at("kho/that.zip").at("format"), "docx");
  for (const auto& entry : fs::recursive_directory_iterator(folder_.path()))
    EXPECT_NE(entry.path().filename(), "x.txt");
}

TEST_F(Containers, LoseOnlyTheMemberThatIsDamaged) {
  std::string bytes = zip_of({{"hong.txt", paper("05-TB/TU")}, {"lanh.txt", paper("06-TB/TU")}});
  bytes[30 + 8 + 40] = static_cast<char>(bytes[30 + 8 + 40] ^ 0x55);  // in the first member's bytes
  write("a.zip", bytes);
  run();
  EXPECT_EQ(failures(), "kho/a.zip hong.txt damaged\n");
  EXPECT_EQ(documents().at("kho/a.zip/lanh.txt").at("symbol"), "06-TB/TU");
}

TEST_F(Containers, FollowTheirChanges) {
  write("a.zip", zip_of({{"mot.txt", paper("05-TB/TU")}, {"hai.txt", paper("06-TB/TU")}}));
  write("b.eml", letter("Gui", paper("07-TB/TU")));
  run();
  const auto before = documents();
  EXPECT_EQ(before.size(), 4u);
  EXPECT_EQ(run().generation, 0u);  // nothing changed
  write("a.zip", zip_of({{"hai.txt", paper("06-TB/TU")}, {"ba.txt", paper("08-TB/TU")}}));
  run();
  const auto changed = documents();
  EXPECT_FALSE(changed.contains("kho/a.zip/mot.txt"));
  EXPECT_TRUE(changed.contains("kho/a.zip/ba.txt"));
  EXPECT_EQ(changed.at("kho/a.zip/hai.txt").at("id"), before.at("kho/a.zip/hai.txt").at("id"));
  fs::remove(source() / "b.eml");
  run();
  EXPECT_EQ(documents().size(), 2u);
}

TEST_F(Containers, AreReadThreeDeep) {
  const std::string fourth = zip_of({{"d.txt", paper("08-TB/TU")}});
  const std::string third = zip_of({{"c.txt", paper("07-TB/TU")}, {"4.zip", fourth}});
  const std::string second = zip_of({{"b.txt", paper("06-TB/TU")}, {"3.zip", third}});
  write("1.zip", zip_of({{"2.zip", second},
                         {"so.csv", "id,Trích yếu\n1,Về chợ\n2\n"},
                         {"so.jsonl", "{\"id\": \"3\", \"title\": \"Về tàu\"}\n"}}));
  run();
  EXPECT_EQ(failures(), "kho/1.zip 2.zip/3.zip/4.zip too_deep\nkho/1.zip so.csv line 3 bad_row\n");
  const auto all = documents();
  EXPECT_EQ(all.at("kho/1.zip/2.zip/3.zip/c.txt").at("parent"), "kho/1.zip/2.zip/3.zip");
  EXPECT_EQ(all.at("kho/1.zip/so.csv").at("title"), "Về chợ");
  EXPECT_EQ(all.at("kho/1.zip/so.csv").at("format"), "csv");
  EXPECT_EQ(all.at("kho/1.zip/so.jsonl").at("parent"), "kho/1.zip");
  EXPECT_EQ(all.size(), 4u);
}

TEST_F(Containers, ReadTables) {
  write("so.csv", "Số;Tên;Ngày\n05/TB-UBND;Về chợ;1/6/2022\n");
  write("so.csv.map.json", R"({"columns": {"Số": "symbol", "Tên": "title", "Ngày": "date"}})");
  run();
  EXPECT_EQ(failures(), "");
  EXPECT_EQ(documents().at("kho/so.csv").at("date"), "2022-06-01");
  write("so.csv.map.json", R"({"columns": {"Số": "symbol", "Tên": "body", "Ngày": null}})");
  run();  // a changed map is a changed table
  EXPECT_EQ(failures(), "");
}

TEST_F(Containers, KeepARowWithADayThatNeverWas) {
  write("so.csv", "id;Trích yếu;Ngày ban hành\n1;Về đê;31/2/2022\n");
  run();
  EXPECT_EQ(failures(), "");
  const auto row = documents().at("kho/so.csv");
  EXPECT_EQ(row.at("title"), "Về đê");
  EXPECT_FALSE(row.contains("date"));
  EXPECT_EQ(row.at("source_date"), "2022-02-31");
  const auto warnings = Ledger(home()).warnings("bad_date");
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_EQ(warnings[0].place + ": " + warnings[0].reason,
            "line 2: field \"date\": there is no day 2022-02-31");
}

TEST_F(Containers, LeaveNoTrace) {
  fs::create_directories(home() / "scratch" / "7");
  std::ofstream(home() / "scratch" / "7" / "000001.txt") << "left by a killed run";
  write("a.zip", zip_of({{"mot.txt", paper("05-TB/TU")}}));
  run();
  EXPECT_FALSE(fs::exists(home() / "scratch"));
  UnpackRoom room(home());
  {
    const UnpackRoom::Folder folder(room);
    struct stat status;
    ASSERT_EQ(stat(folder.path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0700u);
    ASSERT_EQ(stat((home() / "scratch").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0700u);
    std::ofstream(folder.path() / "x") << "x";
  }
  EXPECT_TRUE(fs::is_empty(home() / "scratch"));
}

}  // namespace
}  // namespace vankien
