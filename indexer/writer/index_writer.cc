#include "indexer/writer/index_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
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

Manifest::Files merge_shards(const fs::path& shards, const fs::path& generation, const LeftOut& left_out,
                             const std::function<void()>& next) {
  std::vector<fs::path> empty;
  for (const auto grade : kGradeNames)
    if (find_runs(shards, grade).empty()) empty.push_back(generation / grade);
  fs::create_directories(generation);
  // They wait for the disk and do little else.
  auto creation = std::async(std::launch::async, [&] {
    for (const fs::path& path : empty) create(path).commit();
  });
  Manifest::Files files;
  const fs::path sifted = shards / "sifted";
  for (const auto grade : kGradeNames) {
    next();
    const std::vector<fs::path> found = find_runs(shards, grade);
    if (found.empty()) continue;
    const std::vector<fs::path> runs = sift_runs(found, left_out, sifted);
    if (runs.empty()) {
      create(generation / grade).commit();
    } else {
      for (auto& [name, file] : merge_runs(runs, generation / grade, shards / "longer", next))
        files[fmt::format("{}/{}", grade, name)] = std::move(file);
    }
    fs::remove_all(sifted);
  }
  creation.get();
  return files;
}

namespace {

// All but the bytes of texts.
GradeManifest count_fields(const Xapian::Database& database) {
  static constexpr std::pair<const char*, Slot> kFields[] = {
      {"type", Slot::kType}, {"issuer", Slot::kIssuer}, {"level", Slot::kLevel},  {"date", Slot::kDate},
      {"term", Slot::kTerm}, {"symbol", Slot::kSymbol}, {"format", Slot::kFormat}};
  GradeManifest grade;
  grade.documents = database.get_doccount();
  if (grade.documents > 0) grade.fields = {{"id", grade.documents}, {"grade", grade.documents}};
  for (const auto& [name, slot] : kFields)
    if (const auto known = database.get_value_freq(static_cast<Xapian::valueno>(slot)); known > 0)
      grade.fields[name] = known;
  return grade;
}

constexpr auto kBytesSlot = static_cast<Xapian::valueno>(Slot::kBytes);

// `changed`: in order.
std::uint64_t bytes_of(const Xapian::Database& database, const std::vector<Xapian::docid>& changed) {
  std::uint64_t bytes = 0;
  auto value = database.valuestream_begin(kBytesSlot);
  const auto end = database.valuestream_end(kBytesSlot);
  for (const Xapian::docid id : changed) {
    if (value != end) value.skip_to(id);
    if (value != end && value.get_docid() == id) bytes += std::stoull(*value);
  }
  return bytes;
}

}  // namespace

GradeManifest describe_database(const fs::path& path) {
  const Xapian::Database database(path.string(), Xapian::DB_BACKEND_GLASS);
  GradeManifest grade = count_fields(database);
  for (auto value = database.valuestream_begin(kBytesSlot); value != database.valuestream_end(kBytesSlot);
       ++value)
    grade.bytes += std::stoull(*value);
  return grade;
}

GradeManifest describe_appended(const fs::path& path, const fs::path& before, const GradeManifest& known,
                                const std::vector<Xapian::docid>& changed) {
  const Xapian::Database database(path.string(), Xapian::DB_BACKEND_GLASS);
  const Xapian::Database old(before.string(), Xapian::DB_BACKEND_GLASS);
  std::vector<Xapian::docid> ids = changed;
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  GradeManifest grade = count_fields(database);
  grade.bytes = known.bytes - bytes_of(old, ids) + bytes_of(database, ids);
  return grade;
}

}  // namespace vankien
