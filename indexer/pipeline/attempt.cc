#include "indexer/pipeline/attempt.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <charconv>
#include <system_error>
#include <unordered_set>

#include "analyzers/schema/schema.h"
#include "indexer/extract/child.h"
#include "indexer/writer/shard_parts.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

constexpr const char* kFolder = "reindex.tmp";
constexpr const char* kJournal = "journal.sqlite";

// Another program may read the same file otherwise. By its size and the times of its file, of which nobody can set the last: to read
// 30 MB of it kept the workers waiting.
std::string identify_program(const fs::path& program) {
  struct stat found {};
  if (::stat(program.c_str(), &found) != 0)
    throw std::system_error(errno, std::generic_category(), program.string());
  return fmt::format("{} {}.{} {}.{}", found.st_size, found.st_mtim.tv_sec, found.st_mtim.tv_nsec,
                     found.st_ctim.tv_sec, found.st_ctim.tv_nsec);
}

std::string identify(const RunOptions& options, const std::vector<Source>& sources) {
  std::string identity =
      fmt::format("format {} chain {} programs {} {} limits {} {} {} {} {}", kIndexFormat, kChainVersion,
                  identify_program(options.self), identify_program(extract_program(options.self)),
                  options.limits.input_bytes, options.limits.output_bytes, options.limits.memory_bytes,
                  options.limits.seconds, options.limits.pages);
  for (const auto& source : sources) identity += fmt::format("\n{} {}", source.name, source.path.string());
  return identity;
}

bool is_as_it_was(const SourceFile& file, const DoneUnit& unit) {
  if (!file.problem.empty() || file.size != unit.size || file.mtime_ns != unit.mtime_ns) return false;
  try {
    return document_identity(file, file.hash.empty() ? hash_content(file) : file.hash) == unit.hash;
  } catch (const std::runtime_error&) {
    return false;
  }
}

}  // namespace

std::string document_identity(const SourceFile& file, const std::string& content_hash) {
  std::string identity = content_hash + "\n" + file.born;
  for (const SourceCopy& copy : file.copies) identity += "\n" + copy.path;
  return identity;
}

Attempt::Attempt(const RunOptions& options, const std::vector<Source>& sources,
                 const std::vector<SourceFile>& files)
    : folder_(options.home / kFolder) {
  const std::string identity = identify(options, sources);
  if (!options.fresh && take_up(identity, files)) return;
  remove();
  fs::create_directories(shards());
  journal_ = std::make_unique<RunJournal>(folder_ / kJournal);
  journal_->set_identity(identity);
}

bool Attempt::take_up(const std::string& identity, const std::vector<SourceFile>& files) {
  if (!fs::exists(folder_ / kJournal)) return false;
  try {
    journal_ = std::make_unique<RunJournal>(folder_ / kJournal);
    if (journal_->identity() != identity) return false;
    keep_what_is_wanted(files);
    return true;
  } catch (const std::runtime_error&) {  // damaged: what can be read anew is not worth a person's time
    return false;
  }
}

void Attempt::keep_what_is_wanted(const std::vector<SourceFile>& files) {
  std::unordered_set<std::string> wanted;
  for (const auto& file : files) {
    const auto unit = journal_->any_unit(file.path);
    if (!unit || !is_as_it_was(file, *unit)) continue;
    journal_->confirm(file.path);
    wanted.insert(file.path);
  }
  // A part is forgotten before its folder goes: should this process die in between, the folder is nobody's.
  const auto parts = journal_->parts();
  for (const auto& entry : fs::directory_iterator(shards())) {
    const std::string name = entry.path().filename().string();
    unsigned attempt = 0;
    std::from_chars(name.data(), name.data() + name.size(), attempt);
    number_ = std::max(number_, attempt + 1);
    const auto known = parts.find(name);
    if (known != parts.end() && is_wanted_part(entry.path(), known->second, wanted)) continue;
    journal_->forget_part(name);
    fs::remove_all(entry.path());
  }
  for (const auto& [name, last] : parts)
    if (!fs::exists(shards() / name)) journal_->forget_part(name);
  journal_->forget_files(journal_->unconfirmed());
}

std::string Attempt::part(unsigned worker, unsigned number) const {
  return fmt::format("{}-{}-{}", number_, worker, number);
}

void Attempt::remove() {
  journal_.reset();
  fs::remove_all(folder_);
}

}  // namespace vankien
