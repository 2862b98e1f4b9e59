#include "indexer/writer/index_writer.h"

#include <utility>

#include "analyzers/schema/schema.h"
#include "indexer/writer/document_builder.h"
#include "indexer/writer/run/run_files.h"
#include "indexer/writer/run/run_merge.h"
#include "indexer/writer/run/run_sieve.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

Xapian::WritableDatabase create(const fs::path& path) {
  return Xapian::WritableDatabase(path.string(),
                                  Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST | Xapian::DB_BACKEND_GLASS, 0);
}

}  // namespace

ShardWriter::ShardWriter(fs::path folder, std::size_t memory) : folder_(std::move(folder)), memory_(memory) {
  fs::create_directories(folder_);
}

void ShardWriter::add(const Record& record, std::string_view place) {
  if (is_full()) write();
  auto& run = runs_[static_cast<std::size_t>(record.grade)];
  if (!run) run = std::make_unique<RunBuilder>();
  run->begin_document(record.id, source_file(record), place);
  build_document(record, *run);
  run->end_document();
  ++last_[static_cast<std::size_t>(record.grade)];
}

std::size_t ShardWriter::gathered() const {
  std::size_t all = 0;
  for (const auto& run : runs_)
    if (run) all += run->bytes();
  return all;
}

void ShardWriter::write() {
  for (std::size_t i = 0; i < kGradeCount; ++i) {
    if (!runs_[i]) continue;
    runs_[i]->write(folder_ / run_name(number_, kGradeNames[i]));
    runs_[i].reset();
  }
  ++number_;
}

LastIds ShardWriter::finish() {
  write();
  return last_;
}

void merge_shards(const fs::path& shards, const fs::path& generation, const LeftOut& left_out,
                  const std::function<void()>& next) {
  const fs::path sifted = shards / "sifted";
  for (const auto grade : kGradeNames) {
    next();
    const std::vector<fs::path> runs = sift_runs(find_runs(shards, grade), left_out, sifted);
    if (runs.empty())
      create(generation / grade).commit();
    else
      merge_runs(runs, generation / grade, shards / "longer", next);
    fs::remove_all(sifted);
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
