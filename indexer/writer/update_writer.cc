#include "indexer/writer/update_writer.h"

#include <algorithm>
#include <utility>

#include "analyzers/schema/schema.h"
#include "analyzers/schema/spool.h"
#include "indexer/writer/growth.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

std::size_t text_bytes(const Record& record) {
  std::size_t bytes = 0;
  for (const auto& page : record.pages) bytes += page.size();
  return bytes;
}

}  // namespace

UpdateWriter::UpdateWriter(UpdatePlace place) : place_(std::move(place)) {
  for (const std::string_view grade : kGradeNames) shards_.emplace_back(place_, grade);
}

std::optional<std::string> UpdateWriter::find_source(const std::string& id, Grade highest) {
  for (std::size_t i = 0; i <= static_cast<std::size_t>(highest); ++i)
    if (auto path = find_source_in(id, static_cast<Grade>(i))) return path;
  return std::nullopt;
}

std::optional<std::string> UpdateWriter::find_source_in(const std::string& id, Grade grade) {
  const ShardUpdate& shard = shard_of(grade);
  const std::vector<Xapian::docid> found = shard.read_from_files(id);
  return found.empty() ? std::nullopt : std::optional(shard.origin(found.front()).source);
}

std::vector<std::string> UpdateWriter::handed_over_paths() const {
  std::vector<std::string> paths;
  for (const ShardUpdate& shard : shards_)
    for (std::string& path : shard.handed_over_paths()) paths.push_back(std::move(path));
  return paths;
}

bool UpdateWriter::holds(const Record& record) const {
  const ShardUpdate& shard = shard_of(record.grade);
  const std::vector<Xapian::docid> found = shard.documents_of(source_file(record));
  return found.size() == 1 && shard.data(found.front()) == encode_record(record);
}

void UpdateWriter::put_handed_over(const Record& record) {
  ShardUpdate& shard = shard_of(record.grade);
  const Xapian::Document document = shard.build(record);
  const std::vector<Xapian::docid> old = shard.documents_of(record.path);
  if (old.empty())
    shard.add(record, document);
  else
    shard.replace(old.front(), record, document);
  for (std::size_t i = 1; i < old.size(); ++i) shard.remove(old[i]);
  commit_when_due(text_bytes(record));
}

std::optional<std::string> UpdateWriter::put(const Record& record, const GivesWay& gives_way) {
  std::vector<std::pair<ShardUpdate*, Xapian::docid>> old;
  for (std::size_t grade = 0; grade < kGradeCount; ++grade)
    for (const Xapian::docid id : shards_[grade].read_from_files(record.id)) {
      if (std::string source = shards_[grade].origin(id).source;
          source != source_file(record) && !gives_way(static_cast<Grade>(grade), source))
        return source;
      old.emplace_back(&shards_[grade], id);
    }
  ShardUpdate& target = shard_of(record.grade);
  // In one grade an id is one document's, whoever brought it.
  if (std::string handed_over = handed_over_path(record.grade, record.id);
      !target.documents_of(handed_over).empty())
    return handed_over;
  // Of a table with a hundred thousand records one has changed.
  if (old.size() == 1 && old[0].first == &target && target.data(old[0].second) == encode_record(record))
    return std::nullopt;
  const Xapian::Document document = target.build(record);
  bool is_replaced = false;
  for (const auto& [shard, id] : old) {
    if (shard != &target)
      shard->remove_for_good(id);
    else if (is_replaced)
      shard->remove(id);
    else
      shard->replace(id, record, document);
    is_replaced = is_replaced || shard == &target;
  }
  if (!is_replaced) target.add(record, document);
  commit_when_due(text_bytes(record));
  return std::nullopt;
}

void UpdateWriter::rekey(const std::vector<Rekey>& changes) {
  struct Found {
    const Rekey* change;
    ShardUpdate* shard;
    Xapian::docid id;
  };
  std::vector<Found> all;
  for (const Rekey& change : changes)
    for (ShardUpdate& shard : shards_)
      for (const Xapian::docid id : shard.documents_of(change.from)) all.push_back({&change, &shard, id});
  for (const auto& [change, shard, id] : all) {
    shard->move(id, change->to, change->paths);
    commit_when_due(shard->data(id).size());
  }
}

void UpdateWriter::commit_when_due(std::size_t added_bytes) {
  constexpr std::size_t kDocumentsACommit = 250;
  constexpr std::size_t kBytesACommit = 4u << 20;
  uncommitted_bytes_ += added_bytes;
  if (++uncommitted_documents_ < kDocumentsACommit && uncommitted_bytes_ < kBytesACommit) return;
  for (ShardUpdate& shard : shards_) shard.commit_early(uncommitted_bytes_);
  uncommitted_bytes_ = uncommitted_documents_ = 0;
}

bool UpdateWriter::has_changes() const {
  return std::any_of(shards_.begin(), shards_.end(),
                     [](const ShardUpdate& shard) { return shard.is_changed(); });
}

std::size_t UpdateWriter::remove_path(const std::string& path) {
  return remove_others(path, [](const std::string&) { return false; });
}

std::size_t UpdateWriter::remove_others(const std::string& path,
                                        const std::function<bool(const std::string& id)>& is_kept) {
  std::size_t removed = 0;
  for (ShardUpdate& shard : shards_) {
    for (const Xapian::docid id : shard.documents_of(path)) {
      if (is_kept(shard.origin(id).id)) continue;
      shard.remove_for_good(id);
      ++removed;
      commit_when_due(0);
    }
  }
  return removed;
}

bool UpdateWriter::has_outgrown(const fs::path& published, const Manifest& before) {
  return std::any_of(kGradeNames.begin(), kGradeNames.end(), [&](std::string_view grade) {
    return has_grown(published, before, grade, Growth::kByHalf);
  });
}

void UpdateWriter::rewrite_outgrown() {
  for (ShardUpdate& shard : shards_) shard.rewrite_if_outgrown();
}

Changes UpdateWriter::finish() {
  Changes changes;
  for (std::size_t i = 0; i < kGradeCount; ++i) changes[i] = shards_[i].finish(uncommitted_bytes_);
  return changes;
}

}  // namespace vankien
