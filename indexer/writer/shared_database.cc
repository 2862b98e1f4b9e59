#include "indexer/writer/shared_database.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

#include "indexer/writer/version_file.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

std::string read_all(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// False if files cannot have a second name here.
bool link_file(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::create_hard_link(from, to, error);
  return !error;
}

}  // namespace

void link_folder(const fs::path& from, const fs::path& to) {
  fs::create_directory(to);
  for (const auto& entry : fs::directory_iterator(from)) {
    const fs::path target = to / entry.path().filename();
    if (!link_file(entry.path(), target)) fs::copy_file(entry.path(), target);
  }
}

SharedDatabase::SharedDatabase(const fs::path& published, fs::path fresh) : fresh_(std::move(fresh)) {
  fs::create_directory(fresh_);
  if (share(published)) return;
  fs::remove_all(fresh_);
  fs::copy(published, fresh_, fs::copy_options::recursive);
}

bool SharedDatabase::share(const fs::path& published) {
  const std::string version = read_all(published / kVersionFile);
  const auto known = read_version_file(version);
  // Xapian empties the tables of a database that was never committed when it opens them.
  if (!known || known->revision == 0) return false;
  std::array<std::uint64_t, kTables.size()> blocks{};
  std::vector<std::pair<fs::path, std::uintmax_t>> lengths;
  for (std::size_t i = 0; i < kTables.size(); ++i) {
    const fs::path table = published / kTables[i];
    if (!fs::exists(table)) continue;
    const auto length = fs::file_size(table);
    blocks[i] = (length + known->block_bytes[i] - 1) / known->block_bytes[i];
    if (!link_file(table, fresh_ / kTables[i])) return false;
    lengths.emplace_back(table, length);
  }
  const auto appending = without_free_blocks(version, blocks);
  if (!appending) return false;
  std::ofstream out(fresh_ / kVersionFile, std::ios::binary);
  if (!(out << *appending << std::flush))
    throw std::runtime_error(fmt::format("{}: cannot be written", (fresh_ / kVersionFile).string()));
  lengths_ = std::move(lengths);
  return true;
}

SharedDatabase::~SharedDatabase() { cut_back(); }

void SharedDatabase::make_own() {
  if (!is_shared()) return;
  for (const auto& [published, length] : lengths_) {
    const fs::path table = fresh_ / published.filename();
    const fs::path own = table.string() + ".own";
    fs::copy_file(table, own);
    fs::rename(own, table);
  }
  cut_back();
}

void SharedDatabase::cut_back() {
  std::error_code ignored;  // what stands behind the end of a table is in nobody's way
  for (const auto& [published, length] : lengths_) fs::resize_file(published, length, ignored);
  lengths_.clear();
}

}  // namespace vankien
