#include "indexer/writer/update_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "analyzers/letters.h"
#include "analyzers/schema/schema.h"
#include "analyzers/schema/spool.h"
#include "indexer/writer/commit.h"
#include "indexer/writer/first_document.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

// What a commit may write at most for a byte of text: words, pairs and rows of words.
constexpr std::uint64_t kDiskForAByte = 16;

Xapian::Database open_to_read(const fs::path& path) {
  return Xapian::Database(path.string(), Xapian::DB_BACKEND_GLASS);
}

// So that whoever does not know Xapian can tell where it was and what to do.
[[noreturn]] void fail(const fs::path& path, const Xapian::Error& error) {
  const char* system = error.get_error_string();
  if (system != nullptr && std::string_view(system) == std::strerror(ENOSPC))
    throw DiskFull(fmt::format("{}: the disk is full: make room on it, then run this again", path.string()));
  throw std::runtime_error(fmt::format("{}: {}", path.string(), error.get_description()));
}

std::size_t text_bytes(const Record& record) {
  std::size_t bytes = 0;
  for (const auto& page : record.pages) bytes += page.size();
  return bytes;
}

}  // namespace

UpdateWriter::UpdateWriter(UpdatePlace place) : place_(std::move(place)) {
  for (std::size_t i = 0; i < kGradeCount; ++i)
    shards_[i].database = open_to_read(place_.published / kGradeNames[i]);
}

std::string_view UpdateWriter::name_of(const Shard& shard) const {
  return kGradeNames[static_cast<std::size_t>(&shard - shards_.data())];
}

fs::path UpdateWriter::fresh(const Shard& shard) const { return place_.fresh / name_of(shard); }

// Whether so much stands behind the first ends of its tables that it is to be written anew.
bool UpdateWriter::has_outgrown(std::string_view grade) const {
  constexpr std::uint64_t kLittle = 16u << 20;
  std::uint64_t first = 0;
  std::uint64_t now = 0;
  for (const auto& [path, file] : place_.before.files) {
    if (!path.starts_with(std::string(grade) + "/")) continue;
    first += file.bytes - file.appended_bytes();
    now += fs::file_size(place_.published / path);
  }
  return now > first + std::max(first / 2, kLittle);
}

Xapian::WritableDatabase& UpdateWriter::writable(Shard& shard) {
  if (shard.writable) return *shard.writable;
  const fs::path published = place_.published / name_of(shard);
  shard.has_grown = has_outgrown(name_of(shard));
  shard.files = std::make_unique<SharedDatabase>(published, fresh(shard));
  open(shard);
  shard.change.kind =
      shard.files->is_shared() ? DatabaseChange::Kind::kAppended : DatabaseChange::Kind::kRewritten;
  return *shard.writable;
}

void UpdateWriter::open(Shard& shard) {
  shard.writable.emplace(fresh(shard).string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS, 0);
  begin(*shard.writable);
  shard.database = *shard.writable;
}

void UpdateWriter::close(Shard& shard) {
  shard.writable->close();
  shard.writable.reset();
  shard.database = {};
}

void UpdateWriter::add(Shard& shard, const Xapian::Document& document) {
  shard.change.written.push_back(add_document(writable(shard), document));
}

void UpdateWriter::remove(Shard& shard, Xapian::docid id) {
  const Xapian::Document document = shard.database.get_document(id);
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    if (is_plain_word(*term) && has_marks(*term)) shard.lost_words.push_back(*term);
  writable(shard).delete_document(id);
  std::erase(shard.change.written, id);
  shard.change.removed.push_back(id);
}

// The documents of an id but for those that were handed over.
std::vector<Xapian::docid> UpdateWriter::read_from_files(const Shard& shard, const std::string& id) {
  const std::string term = make_term(prefix::kId, id);
  std::vector<Xapian::docid> found;
  for (auto place = shard.database.postlist_begin(term); place != shard.database.postlist_end(term); ++place)
    if (!is_handed_over_path(path_term_of(shard.database, *place).substr(prefix::kPath.size())))
      found.push_back(*place);
  return found;
}

std::optional<std::string> UpdateWriter::find_source(const std::string& id, Grade highest) {
  for (std::size_t i = 0; i <= static_cast<std::size_t>(highest); ++i)
    if (auto path = find_source_in(id, static_cast<Grade>(i))) return path;
  return std::nullopt;
}

std::optional<std::string> UpdateWriter::find_source_in(const std::string& id, Grade grade) {
  const Shard& shard = shards_[static_cast<std::size_t>(grade)];
  const std::vector<Xapian::docid> found = read_from_files(shard, id);
  if (found.empty()) return std::nullopt;
  return path_term_of(shard.database, found.front()).substr(prefix::kPath.size());
}

std::vector<std::string> UpdateWriter::handed_over_paths() const {
  const std::string all = path_term(std::string(kHandedOverSource) + "/");
  std::vector<std::string> paths;
  for (const Shard& shard : shards_)
    for (auto term = shard.database.allterms_begin(all); term != shard.database.allterms_end(all); ++term)
      paths.push_back((*term).substr(prefix::kPath.size()));
  return paths;
}

bool UpdateWriter::holds(const Record& record) const {
  const Shard& shard = shards_[static_cast<std::size_t>(record.grade)];
  const std::string term = path_term(source_file(record));
  if (shard.database.get_termfreq(term) != 1) return false;
  return shard.database.get_document(*shard.database.postlist_begin(term)).get_data() ==
         encode_record(record);
}

void UpdateWriter::put_handed_over(const Record& record) {
  Shard& shard = shards_[static_cast<std::size_t>(record.grade)];
  const std::string path = path_term(record.path);
  const std::vector<Xapian::docid> old(shard.database.postlist_begin(path),
                                       shard.database.postlist_end(path));
  const Xapian::Document document = build_document(record, shard.vocabulary);
  for (const Xapian::docid id : old) remove(shard, id);
  add(shard, document);
  commit_when_due(text_bytes(record));
}

std::optional<std::string> UpdateWriter::put(const Record& record) {
  std::vector<std::pair<Shard*, Xapian::docid>> old;
  for (Shard& shard : shards_)
    for (const Xapian::docid id : read_from_files(shard, record.id)) {
      if (const std::string path = path_term_of(shard.database, id); path != path_term(source_file(record)))
        return path.substr(prefix::kPath.size());
      old.emplace_back(&shard, id);
    }
  Shard& target = shards_[static_cast<std::size_t>(record.grade)];
  // In one grade an id is one document's, whoever brought it.
  if (std::string handed_over = handed_over_path(record.grade, record.id);
      target.database.term_exists(path_term(handed_over)))
    return handed_over;
  // Of a table with a hundred thousand records one has changed.
  if (old.size() == 1 && old[0].first == &target &&
      target.database.get_document(old[0].second).get_data() == encode_record(record))
    return std::nullopt;
  const Xapian::Document document = build_document(record, target.vocabulary);
  for (const auto& [shard, id] : old) {
    remove(*shard, id);
    shard->lost_documents = shard->lost_documents || shard != &target;
  }
  add(target, document);
  commit_when_due(text_bytes(record));
  return std::nullopt;
}

void UpdateWriter::rekey(const std::vector<Rekey>& changes) {
  struct Found {
    const Rekey* change;
    Shard* shard;
    Xapian::docid id;
  };
  std::vector<Found> all;
  for (const Rekey& change : changes) {
    const std::string from = path_term(change.from);
    for (Shard& shard : shards_)
      for (auto id = shard.database.postlist_begin(from); id != shard.database.postlist_end(from); ++id)
        all.push_back({&change, &shard, *id});
  }
  for (const auto& [change, shard, id] : all) {
    Xapian::Document document = shard->database.get_document(id);
    const std::string data = document.get_data();
    const StoredRecord stored = split_record(data);
    const std::string fields = replace_paths(stored.fields, change->from, change->to, change->paths);
    document.set_data(fields + "\n" + std::string(stored.body));
    document.remove_term(path_term(change->from));
    document.add_boolean_term(path_term(change->to));
    writable(*shard).replace_document(id, document);
    shard->change.written.push_back(id);
    commit_when_due(data.size());
  }
}

void UpdateWriter::commit_when_due(std::size_t added_bytes) {
  constexpr std::size_t kDocumentsACommit = 250;
  constexpr std::size_t kBytesACommit = 4u << 20;
  uncommitted_bytes_ += added_bytes;
  if (++uncommitted_documents_ < kDocumentsACommit && uncommitted_bytes_ < kBytesACommit) return;
  for (Shard& shard : shards_) {
    if (!shard.writable) continue;
    commit(shard);
    if (!shard.files->is_shared()) continue;
    close(shard);
    place_.disk.require("an update", bytes_below(fresh(shard)));
    shard.files->make_own();
    shard.change.kind = DatabaseChange::Kind::kRewritten;
    open(shard);
  }
  uncommitted_bytes_ = uncommitted_documents_ = 0;
}

void UpdateWriter::commit(Shard& shard) {
  place_.disk.require("an update", uncommitted_bytes_ * kDiskForAByte);
  try {
    vankien::commit(*shard.writable);
  } catch (const Xapian::Error& error) {
    fail(fresh(shard), error);
  }
}

bool UpdateWriter::has_changes() const {
  return std::any_of(shards_.begin(), shards_.end(),
                     [](const Shard& shard) { return shard.change.kind != DatabaseChange::Kind::kNone; });
}

std::size_t UpdateWriter::remove_path(const std::string& path) { return remove_others(path, {}); }

std::size_t UpdateWriter::remove_others(const std::string& path, const std::vector<std::string>& ids) {
  std::vector<std::string> kept;
  kept.reserve(ids.size());
  for (const auto& id : ids) kept.push_back(make_term(prefix::kId, id));
  std::sort(kept.begin(), kept.end());
  const std::string source = path_term(path);
  std::size_t removed = 0;
  for (Shard& shard : shards_) {
    const std::vector<Xapian::docid> there(shard.database.postlist_begin(source),
                                           shard.database.postlist_end(source));
    for (const Xapian::docid id : there) {
      const Xapian::Document document = shard.database.get_document(id);
      auto term = document.termlist_begin();
      term.skip_to(std::string(prefix::kId));
      if (term != document.termlist_end() && std::binary_search(kept.begin(), kept.end(), *term)) continue;
      remove(shard, id);
      shard.lost_documents = true;
      ++removed;
      commit_when_due(0);
    }
  }
  return removed;
}

void UpdateWriter::compact(Shard& shard) {
  const fs::path path = fresh(shard);
  place_.disk.require("compacting", bytes_below(path));
  const fs::path compacted = path.string() + ".compacted";
  try {
    open_to_read(path).compact(compacted.string());
  } catch (const Xapian::Error& error) {
    fail(path, error);
  }
  fs::remove_all(path);
  fs::rename(compacted, path);
  shard.files.reset();
  shard.change.kind = DatabaseChange::Kind::kRewritten;
}

// One commit: see shared_database.h.
void UpdateWriter::finish(Shard& shard) {
  if (!shard.writable) return link_folder(place_.published / name_of(shard), fresh(shard));
  shard.vocabulary.store(*shard.writable);
  for (const auto& word : shard.lost_words)
    if (!shard.database.term_exists(word)) shard.writable->remove_synonym(bare_form(word), word);
  commit(shard);
  close(shard);
  if (shard.lost_documents || shard.has_grown) return compact(shard);
  shard.files->keep();
}

Changes UpdateWriter::finish() {
  Changes changes;
  for (std::size_t i = 0; i < kGradeCount; ++i) {
    finish(shards_[i]);
    changes[i] = std::move(shards_[i].change);
  }
  return changes;
}

}  // namespace vankien
