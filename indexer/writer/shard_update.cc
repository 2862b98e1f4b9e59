#include "indexer/writer/shard_update.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <set>
#include <stdexcept>
#include <utility>

#include "analyzers/schema/path_term.h"
#include "analyzers/schema/record.h"
#include "analyzers/schema/schema.h"
#include "analyzers/schema/spool.h"
#include "indexer/writer/commit.h"
#include "indexer/writer/first_document.h"
#include "indexer/writer/growth.h"
#include "indexer/writer/term_lists.h"

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
  if (system != nullptr && std::string_view(system) == std::strerror(ENOSPC)) throw DiskFull(path);
  throw std::runtime_error(fmt::format("{}: {}", path.string(), error.get_description()));
}

}  // namespace

ShardUpdate::ShardUpdate(const UpdatePlace& place, std::string_view grade)
    : place_(place), published_(place.published / grade), fresh_(place.fresh / grade), grade_(grade) {
  open(open_to_read(published_));
}

void ShardUpdate::open(Xapian::Database database) {
  database_ = std::move(database);
  last_ = database_.get_doccount() > 0 ? database_.get_lastdocid() : kFirstDocument - 1;
}

std::vector<Xapian::docid> ShardUpdate::read_from_files(const std::string& id) const {
  std::vector<Xapian::docid> found = pending_.of_id(database_, id);
  std::erase_if(found, [&](Xapian::docid one) { return is_handed_over_path(origin(one).source); });
  return found;
}

std::vector<std::string> ShardUpdate::handed_over_paths() const {
  const std::string all = path_term(std::string(kHandedOverSource) + "/");
  std::set<std::string> paths;
  for (auto term = database_.allterms_begin(all); term != database_.allterms_end(all); ++term)
    if (std::string path = (*term).substr(prefix::kPath.size()); !documents_of(path).empty())
      paths.insert(std::move(path));
  for (const auto& [id, written] : pending_.written())
    if (is_handed_over_path(written.origin.source)) paths.insert(written.origin.source);
  return {paths.begin(), paths.end()};
}

void ShardUpdate::add(const Record& record, const Xapian::Document& document) {
  pending_.write(++last_, {{record.id, source_file(record)}, document});
  change_.written.push_back(last_);
}

void ShardUpdate::replace(Xapian::docid id, const Record& record, const Xapian::Document& document) {
  if (!is_stored(id)) {
    remove(id);
    return add(record, document);
  }
  note_lost_pending(id);
  pending_.write(id, {{record.id, source_file(record)}, document});
  std::erase(change_.written, id);
  change_.written.push_back(id);
}

void ShardUpdate::move(Xapian::docid id, const std::string& to, const std::vector<std::string>& paths) {
  const DocumentOrigin origin = this->origin(id);
  Xapian::Document document = pending_.document(database_, id);
  const std::string data = document.get_data();
  const std::string fields = replace_paths(stored_fields(data), origin.source, to, paths);
  document.set_data(with_fields(data, fields));
  document.remove_term(path_term(origin.source));
  document.add_boolean_term(path_term(to));
  document.add_value(static_cast<Xapian::valueno>(Slot::kSource),
                     source_value(to, nlohmann::json::parse(fields).value("path", std::string())));
  pending_.write(id, {{origin.id, to}, document});
  std::erase(change_.written, id);
  change_.written.push_back(id);
}

void ShardUpdate::remove(Xapian::docid id) {
  std::erase(change_.written, id);
  note_lost_pending(id);
  if (is_stored(id)) {
    pending_.remove(id);
    change_.removed.push_back(id);
  } else {
    pending_.forget(id);
  }
}

bool ShardUpdate::is_stored(Xapian::docid id) const {
  return database_.get_doccount() > 0 && id <= database_.get_lastdocid();
}

void ShardUpdate::remove_for_good(Xapian::docid id) {
  remove(id);
  lost_documents_ = true;
}

void ShardUpdate::note_lost_pending(Xapian::docid id) {
  if (const auto pending = pending_.written().find(id); pending != pending_.written().end())
    lost_words_.note(pending->second.document);
}

void ShardUpdate::make_place() {
  if (change_.kind != DatabaseChange::Kind::kNone) return;
  has_grown_ = has_grown(place_.published, place_.before, grade_,
                         place_.is_waited_for ? Growth::kThreefold : Growth::kByHalf);
  if (database_.get_doccount() > 0) files_ = std::make_unique<SharedDatabase>(published_, fresh_);
  change_.kind = files_ != nullptr && files_->is_shared() ? DatabaseChange::Kind::kAppended
                                                          : DatabaseChange::Kind::kRewritten;
}

void ShardUpdate::commit_early(std::uint64_t bytes) {
  if (pending_.empty()) return;
  make_place();
  if (change_.kind == DatabaseChange::Kind::kAppended) {
    place_.disk.require("an update", bytes_below(fresh_));
    files_->make_own();
    change_.kind = DatabaseChange::Kind::kRewritten;
  }
  write(bytes);
}

// One commit: see shared_database.h.
void ShardUpdate::write(std::uint64_t bytes) {
  if (pending_.empty()) return;
  make_place();
  place_.disk.require("an update", bytes * kDiskForAByte);
  try {
    const bool is_new = database_.get_doccount() == 0;
    if (is_new) fs::remove_all(fresh_);
    const bool keeps = keeps_words();
    if (!keeps) renumber();
    const bool has_lists = is_new || put_lists_back();
    Xapian::WritableDatabase database(fresh_.string(),
                                      (is_new ? Xapian::DB_CREATE : Xapian::DB_OPEN) |
                                          (has_lists ? 0 : Xapian::DB_NO_TERMLIST) | Xapian::DB_NO_SYNC |
                                          Xapian::DB_BACKEND_GLASS,
                                      0);
    begin(database);
    if (is_new) add_stand_ins(database);
    write_documents(database, keeps);
    if (is_new) remove_stand_ins(database);
    commit(database);
    database.close();
    drop_term_lists(fresh_);
    open(open_to_read(fresh_));
  } catch (const Xapian::Error& error) {
    fail(fresh_, error);
  }
  pending_.clear();
}

// Whether there are any.
bool ShardUpdate::put_lists_back() {
  std::set<Xapian::docid> taken_out = pending_.removed();
  for (const auto& [id, written] : pending_.written())
    if (is_stored(id)) taken_out.insert(id);
  if (taken_out.empty()) return false;
  TermLists lists(fresh_);
  for (const Xapian::docid id : taken_out) {
    const TermCounts terms = terms_of(database_, id);
    lists.add(id, terms, slots_of(database_, id));
    std::set<std::string, std::less<>> kept;
    if (const auto written = pending_.written().find(id); written != pending_.written().end())
      kept = {written->second.document.termlist_begin(), written->second.document.termlist_end()};
    for (const auto& [term, times] : terms)
      if (!kept.contains(term)) lost_words_.note(term);
  }
  lists.finish();
  return true;
}

// Whether the slot of words has a document all the while: Xapian would take the next one's for least and greatest, see first_document.h.
bool ShardUpdate::keeps_words() const {
  std::size_t touched = pending_.removed().size();
  for (const auto& [id, written] : pending_.written()) touched += is_stored(id) ? 1 : 0;
  return touched < database_.get_value_freq(static_cast<Xapian::valueno>(Slot::kWords));
}

// So that all documents can come before the first one goes.
void ShardUpdate::renumber() {
  const auto written = pending_.written();
  for (const auto& [id, document] : written) {
    if (!is_stored(id)) continue;
    remove(id);
    pending_.write(++last_, document);
    change_.written.push_back(last_);
  }
}

// What goes before what comes: blocks that a removal takes and lets go again at the end of a table are never written, and a table
// shorter than its version file says cannot be shared (version_file.h). But see keeps_words().
void ShardUpdate::write_documents(Xapian::WritableDatabase& database, bool keeps_words) {
  const auto remove = [&] {
    for (const Xapian::docid id : pending_.removed()) database.delete_document(id);
  };
  if (keeps_words) remove();
  for (const auto& [id, written] : pending_.written()) database.replace_document(id, written.document);
  if (!keeps_words) remove();
  vocabulary_.store(database);
  vocabulary_ = {};
  lost_words_.take_out_of(database);
}

void ShardUpdate::compact(const fs::path& from) {
  place_.disk.require("compacting", bytes_below(from));
  database_ = {};
  const fs::path compacted = fresh_.string() + ".compacted";
  try {
    open_to_read(from).compact(compacted.string());
  } catch (const Xapian::Error& error) {
    fail(fresh_, error);
  }
  fs::remove_all(fresh_);
  fs::rename(compacted, fresh_);
  files_.reset();
  change_.kind = DatabaseChange::Kind::kRewritten;
}

void ShardUpdate::rewrite_if_outgrown() {
  if (has_grown(place_.published, place_.before, grade_, Growth::kByHalf)) compact(published_);
}

DatabaseChange ShardUpdate::finish(std::uint64_t bytes) {
  write(bytes);
  if (!is_changed()) {
    link_folder(published_, fresh_);
    return std::move(change_);
  }
  if (lost_documents_ || has_grown_)
    compact(fresh_);
  else if (files_ != nullptr)
    files_->keep();
  return std::move(change_);
}

}  // namespace vankien
