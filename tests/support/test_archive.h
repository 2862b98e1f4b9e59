#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "analyzers/schema/schema.h"
#include "indexer/generations/generations.h"
#include "indexer/writer/index_writer.h"

namespace vankien::test {

/// A folder of its own for each test, gone with the object.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    // Not named by the process: a killed one leaves its folder, and its number comes again.
    std::string name = std::filesystem::temp_directory_path() / "vankien-test-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A record with the fields a test is about.
inline Record make_record(std::string id, std::string symbol, std::string title, std::string body,
                          std::string date = "2022-06-01", Grade grade = Grade::kOpen) {
  Record record;
  record.id = std::move(id);
  record.symbol = std::move(symbol);
  record.title = std::move(title);
  record.date = std::move(date);
  record.grade = grade;
  record.path = "test/" + record.id;
  record.format = "txt";
  record.pages = {std::move(body)};
  return record;
}

inline Record typed(Record record, std::string type, std::string issuer = {}) {
  record.type = std::move(type);
  record.issuer = std::move(issuer);
  return record;
}

/// Publishes these records as a new generation of a home folder, by the real writer.
inline void publish(const std::filesystem::path& home, const std::vector<Record>& records) {
  NewGeneration generation(home);
  {
    ShardWriter writer(generation.folder() / "shards" / "0");
    for (const Record& record : records) writer.add(record);
    writer.finish();
  }
  merge_shards(generation.folder() / "shards", generation.folder());
  std::filesystem::remove_all(generation.folder() / "shards");
  Manifest manifest;
  manifest.format = kIndexFormat;
  manifest.chain = kChainVersion;
  for (std::size_t i = 0; i < kGradeCount; ++i)
    manifest.grades[i] = describe_database(generation.folder() / kGradeNames[i]);
  generation.seal(manifest);
  generation.publish();
}

inline std::filesystem::path current_generation(const std::filesystem::path& home) {
  return home / generation_name(read_current(home).value());
}

}  // namespace vankien::test
