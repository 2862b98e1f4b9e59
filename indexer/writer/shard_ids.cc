#include "indexer/writer/shard_ids.h"

#include "analyzers/schema/schema.h"
#include "indexer/writer/document_builder.h"

namespace vankien {
namespace fs = std::filesystem;

ShardIds::ShardIds(const fs::path& shards) {
  if (!fs::is_directory(shards)) return;
  for (const auto& worker : fs::directory_iterator(shards))
    for (std::size_t i = 0; i < kGradeCount; ++i)
      if (const fs::path part = worker.path() / kGradeNames[i]; fs::exists(part))
        grades_[i].add_database(Xapian::Database(part.string(), Xapian::DB_BACKEND_GLASS));
}

std::optional<std::string> ShardIds::find(const std::string& id, Grade grade) const {
  const Xapian::Database& database = grades_[static_cast<std::size_t>(grade)];
  const std::string term = make_term(prefix::kId, id);
  const auto place = database.postlist_begin(term);
  if (place == database.postlist_end(term)) return std::nullopt;
  return path_term_of(database, *place).substr(prefix::kPath.size());
}

}  // namespace vankien
