// 1. A stored record gives its fields and its body, byte for byte, together and each alone.
// 2. Further fields are kept and never overwrite the record's own.
// 3. Damaged bytes are refused.
// 4. A document whose file moved is stored as if it had been read at its new path.
// 5. A relation's keys are those of the symbol or of the meeting it names.
// 5. A manifest reads back as written; another format is refused by name.

#include "analyzers/schema/record.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "analyzers/schema/manifest.h"
#include "analyzers/schema/schema.h"

namespace vankien {
namespace {

Record sample() {
  Record record;
  record.id = "a-1";
  record.title = "Về \"phòng, chống\"\nlãng phí";
  record.symbol = "05-NQ/TU";
  record.grade = Grade::kMat;
  record.pages = {"trang một\n", "trang hai"};
  record.extra["signer"] = "Nguyễn Văn A";
  record.extra["title"] = "khác";
  return record;
}

TEST(Record, SplitsAsStored) {
  const std::string stored = encode_record(sample());
  const StoredRecord split = split_record(stored);
  EXPECT_EQ(split.body, "trang một\n\ftrang hai");
  EXPECT_EQ(stored_fields(stored), split.fields);
  EXPECT_EQ(stored_body(stored), split.body);
  const auto fields = nlohmann::json::parse(split.fields);
  EXPECT_EQ(fields["title"], "Về \"phòng, chống\"\nlãng phí");
  EXPECT_EQ(fields["grade"], "mat");
  EXPECT_EQ(fields["pages"], 2);
  EXPECT_EQ(fields["signer"], "Nguyễn Văn A");
  EXPECT_FALSE(fields.contains("issuer"));
}

TEST(Record, ListsAreThereIfTheyHoldAnything) {
  Record record = sample();
  EXPECT_FALSE(nlohmann::json::parse(split_record(encode_record(record)).fields).contains("relations"));
  record.signer = "Lê Sen";
  record.fields = {"Tuyên giáo"};
  record.recipients = {"Các ban"};
  record.relations = {{RelationKind::kReplaces, "05-NQ/TU", "", "2016-02-01", "cũ"}};
  record.certainty = {{"grade", "unsure"}};
  const std::string stored = encode_record(record);
  const auto fields = nlohmann::json::parse(split_record(stored).fields);
  EXPECT_EQ(fields["signer"], "Lê Sen");
  EXPECT_EQ(fields["fields"], nlohmann::json::array({"Tuyên giáo"}));
  EXPECT_EQ(fields["recipients"], nlohmann::json::array({"Các ban"}));
  EXPECT_EQ(fields["relations"],
            nlohmann::json::parse(
                R"([{"kind": "thay thế", "symbol": "05-NQ/TU", "date": "2016-02-01", "text": "cũ"}])"));
  EXPECT_EQ(fields["certainty"]["grade"], "unsure");
}

TEST(Relation, KeysAsTheIndexHasThem) {
  using Keys = std::vector<std::string>;
  EXPECT_EQ(
      relation_keys({RelationKind::kReplaces, "30/2020/NĐ-CP", "", "", ""}),
      (Keys{"thay thế|30|NĐ|CP|2020", "thay thế|30|NĐ|CP|", "thay thế|30|ND|CP|2020", "thay thế|30|ND|CP|"}));
  EXPECT_EQ(relation_keys({RelationKind::kCarriesOut, "", "", "", "Nghị quyết Trung ương 4 khóa XII"}),
            (Keys{"thực hiện|TW|4|XII", "thực hiện|TW|4|"}));
  EXPECT_EQ(relation_keys({RelationKind::kBasis, "", "", "", "Luật Đê"}), Keys{});
  for (const std::string_view name : kRelationNames) EXPECT_EQ(relation_name(*parse_relation(name)), name);
  EXPECT_FALSE(parse_relation("liên quan"));
}

TEST(Record, RefusesDamagedBytes) {
  EXPECT_THROW(split_record(""), std::runtime_error);
  EXPECT_THROW(split_record("{\"id\":1}"), std::runtime_error);
  EXPECT_THROW(split_record(std::string(9, '\xff')), std::runtime_error);
  const std::string stored = encode_record(sample());
  for (std::size_t length = 0; length < stored.size(); ++length)
    EXPECT_THROW(split_record(stored.substr(0, length)), std::runtime_error) << length;
}

TEST(Record, TakesOtherFields) {
  Record record = sample();
  record.recipients.assign(300, "Các ban");  // the length of its fields takes two bytes
  const std::string stored = encode_record(record);
  EXPECT_EQ(with_fields(stored, stored_fields(stored)), stored);
  const std::string changed = with_fields(stored, R"({"id":"b"})");
  EXPECT_EQ(stored_fields(changed), R"({"id":"b"})");
  EXPECT_EQ(stored_body(changed), stored_body(stored));
}

TEST(Record, TellsNewPathsAsIfReadThere) {
  Record before = sample();
  before.path = "kho/a \xff.txt";
  before.format = "txt";
  Record after = before;
  after.path = "kho/b.txt";
  after.paths = {"kho/b.txt", "kho/c.txt"};
  const auto fields = [](const std::string& stored) { return std::string(split_record(stored).fields); };
  const std::string old = fields(encode_record(before));
  const std::string fresh = replace_paths(old, before.path, after.path, after.paths);
  EXPECT_EQ(fresh, fields(encode_record(after)));
  EXPECT_EQ(replace_paths(fresh, after.path, before.path, {}), old);
  EXPECT_EQ(replace_paths(old, "kho/another.txt", "kho/b.txt", {}), old);
}

TEST(Manifest, ReadsBack) {
  const auto folder = std::filesystem::temp_directory_path() / "vankien-manifest-test";
  std::filesystem::create_directories(folder);
  Manifest manifest;
  manifest.format = kIndexFormat;
  manifest.chain = kChainVersion;
  manifest.grades[0] = {7, 4096, "2026-01-02T03:04:05Z", {{"type", 6}}, 3, {5, 7}};
  manifest.sources = {{"sample", "/srv/sample"}};
  manifest.files["open/iamglass"] = {99, "ab", {}};
  std::ofstream(folder / kManifestFile) << encode_manifest(manifest);
  const Manifest read = read_manifest(folder);
  EXPECT_EQ(read.documents(), 7u);
  EXPECT_EQ(read.grades[0].fields.at("type"), 6u);
  EXPECT_EQ(read.grades[0].since, 3u);
  EXPECT_EQ(read.grades[0].changed, (std::vector<std::uint32_t>{5, 7}));
  EXPECT_EQ(read.files.at("open/iamglass").bytes, 99u);
  manifest.format = kIndexFormat + 1;
  std::ofstream(folder / kManifestFile) << encode_manifest(manifest);
  EXPECT_THROW(read_manifest(folder), std::runtime_error);
  std::filesystem::remove_all(folder);
}

TEST(GenerationNames, AreReadStrictly) {
  EXPECT_EQ(generation_name(123), "gen-000123");
  EXPECT_EQ(parse_generation_name("gen-000123"), 123u);
  for (const char* name : {"gen-000124.tmp", "gen-12", "../gen-000123", "", "gen-00012a"})
    EXPECT_FALSE(parse_generation_name(name)) << name;
}

}  // namespace
}  // namespace vankien
