#include "indexer/writer/index_writer.h"

#include <algorithm>
#include <utility>

#include "analyzers/letters.h"
#include "analyzers/schema/schema.h"
#include "analyzers/schema/spool.h"

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
  if (!shard) shard = std::make_unique<Shard>(Shard{create(folder_ / grade_name(record.grade)), {}, false});
  shard->database.add_document(build_document(record, shard->vocabulary));
  shard->changed = true;
}

LastIds ShardWriter::commit() {
  LastIds last{};
  for (std::size_t i = 0; i < kGradeCount; ++i) {
    if (!shards_[i]) continue;
    if (std::exchange(shards_[i]->changed, false)) shards_[i]->database.commit();
    last[i] = shards_[i]->database.get_lastdocid();
  }
  return last;
}

void ShardWriter::finish() {
  for (auto& shard : shards_) {
    if (!shard) continue;
    shard->vocabulary.store(shard->database);
    shard->database.commit();
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

UpdateWriter::UpdateWriter(fs::path generation) : generation_(std::move(generation)) {
  for (std::size_t i = 0; i < kGradeCount; ++i)
    shards_[i].database = Xapian::WritableDatabase((generation_ / kGradeNames[i]).string(),
                                                   Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS, 0);
}

void UpdateWriter::remove(Shard& shard, Xapian::docid id) {
  const Xapian::Document document = shard.database.get_document(id);
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    if (is_plain_word(*term) && has_marks(*term)) shard.lost_words.push_back(*term);
  shard.database.delete_document(id);
  shard.changed = true;
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
  shard.database.add_document(document);
  shard.changed = true;
  std::size_t bytes = 0;
  for (const auto& page : record.pages) bytes += page.size();
  commit_when_due(bytes);
}

std::optional<std::string> UpdateWriter::put(const Record& record) {
  for (Shard& shard : shards_)
    for (const Xapian::docid id : read_from_files(shard, record.id))
      if (const std::string path = path_term_of(shard.database, id); path != path_term(source_file(record)))
        return path.substr(prefix::kPath.size());
  Shard& target = shards_[static_cast<std::size_t>(record.grade)];
  // In one grade an id is one document's, whoever brought it.
  if (std::string handed_over = handed_over_path(record.grade, record.id);
      target.database.term_exists(path_term(handed_over)))
    return handed_over;
  const Xapian::Document document = build_document(record, target.vocabulary);
  for (Shard& shard : shards_) {
    const std::vector<Xapian::docid> old = read_from_files(shard, record.id);
    for (const Xapian::docid id : old) remove(shard, id);
    shard.lost_documents = shard.lost_documents || (!old.empty() && &shard != &target);
  }
  target.database.add_document(document);
  target.changed = true;
  std::size_t bytes = 0;
  for (const auto& page : record.pages) bytes += page.size();
  commit_when_due(bytes);
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
    shard->database.replace_document(id, document);
    shard->changed = true;
  }
}

void UpdateWriter::commit_when_due(std::size_t added_bytes) {
  constexpr std::size_t kDocumentsACommit = 250;
  constexpr std::size_t kBytesACommit = 4u << 20;
  uncommitted_bytes_ += added_bytes;
  if (++uncommitted_documents_ < kDocumentsACommit && uncommitted_bytes_ < kBytesACommit) return;
  for (Shard& shard : shards_) shard.database.commit();
  uncommitted_bytes_ = uncommitted_documents_ = 0;
}

std::array<bool, kGradeCount> UpdateWriter::changed() const {
  std::array<bool, kGradeCount> result{};
  for (std::size_t i = 0; i < kGradeCount; ++i) result[i] = shards_[i].changed;
  return result;
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
    }
  }
  return removed;
}

void UpdateWriter::finish() {
  for (std::size_t i = 0; i < kGradeCount; ++i) {
    Shard& shard = shards_[i];
    shard.vocabulary.store(shard.database);
    shard.database.commit();
    for (const auto& word : shard.lost_words)
      if (!shard.database.term_exists(word)) shard.database.remove_synonym(bare_form(word), word);
    shard.database.commit();
    shard.database.close();
    if (!shard.lost_documents) continue;
    const fs::path path = generation_ / kGradeNames[i];
    const fs::path fresh = path.string() + ".compacted";
    Xapian::Database(path.string(), Xapian::DB_BACKEND_GLASS).compact(fresh.string());
    fs::remove_all(path);
    fs::rename(fresh, path);
  }
}

}  // namespace vankien
