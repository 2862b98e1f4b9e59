#include "indexer/writer/index_writer.h"

#include <utility>

#include "analyzers/schema/schema.h"
#include "indexer/writer/commit.h"
#include "indexer/writer/first_document.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

Xapian::WritableDatabase create(const fs::path& path) {
  return Xapian::WritableDatabase(path.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS, 0);
}

}  // namespace

ShardWriter::ShardWriter(fs::path folder) : folder_(std::move(folder)) { fs::create_directories(folder_); }

void ShardWriter::add(const Record& record) {
  auto& shard = shards_[static_cast<std::size_t>(record.grade)];
  if (!shard) {
    shard = std::make_unique<Shard>(Shard{create(folder_ / grade_name(record.grade)), {}, false});
    begin(shard->database);
  }
  add_document(shard->database, build_document(record, shard->vocabulary));
  shard->changed = true;
}

LastIds ShardWriter::commit() {
  LastIds last{};
  for (std::size_t i = 0; i < kGradeCount; ++i) {
    if (!shards_[i]) continue;
    if (std::exchange(shards_[i]->changed, false)) vankien::commit(shards_[i]->database);
    last[i] = shards_[i]->database.get_lastdocid();
  }
  return last;
}

void ShardWriter::finish() {
  for (auto& shard : shards_) {
    if (!shard) continue;
    shard->vocabulary.store(shard->database);
    vankien::commit(shard->database);
    shard.reset();
  }
}

void merge_shards(const fs::path& shards, const fs::path& generation, const std::function<void()>& next) {
  for (const auto grade : kGradeNames) {
    next();
    Xapian::Database all;
    std::size_t parts = 0;
    for (const auto& worker : fs::directory_iterator(shards)) {
      const fs::path part = worker.path() / grade;
      if (!fs::exists(part)) continue;
      all.add_database(Xapian::Database(part.string(), Xapian::DB_BACKEND_GLASS));
      ++parts;
    }
    const fs::path target = generation / grade;
    if (parts == 0)
      create(target).commit();
    else
      all.compact(target.string());  // FULL, the default; FULLER has faults in 1.4.22
  }
}

GradeManifest describe_database(const fs::path& path) {
  static constexpr std::pair<const char*, Slot> kFields[] = {
      {"type", Slot::kType}, {"issuer", Slot::kIssuer}, {"level", Slot::kLevel},  {"date", Slot::kDate},
      {"term", Slot::kTerm}, {"symbol", Slot::kSymbol}, {"format", Slot::kFormat}};
  const Xapian::Database database(path.string(), Xapian::DB_BACKEND_GLASS);
  GradeManifest grade;
  grade.documents = database.get_doccount();
  if (grade.documents > 0) grade.fields = {{"id", grade.documents}, {"grade", grade.documents}};
  for (const auto& [name, slot] : kFields)
    if (const auto known = database.get_value_freq(static_cast<Xapian::valueno>(slot)); known > 0)
      grade.fields[name] = known;
  const auto bytes = static_cast<Xapian::valueno>(Slot::kBytes);
  for (auto value = database.valuestream_begin(bytes); value != database.valuestream_end(bytes); ++value)
    grade.bytes += std::stoull(*value);
  return grade;
}

}  // namespace vankien
