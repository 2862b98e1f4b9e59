#include "indexer/writer/glass/database_writer.h"

#include <utility>

#include "indexer/writer/glass/pack.h"
#include "indexer/writer/output_file.h"
#include "indexer/writer/version_file.h"

namespace vankien::glass {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kPostings = 0;
constexpr std::size_t kData = 1;
constexpr std::size_t kSynonyms = 5;
constexpr unsigned char kSynonymMask = 96;  // over the size of each

const fs::path& made(const fs::path& folder) {
  fs::create_directories(folder);
  return folder;
}

}  // namespace

DatabaseWriter::DatabaseWriter(fs::path folder)
    : folder_(std::move(folder)),
      postings_(made(folder_) / kTables[kPostings]),
      data_(folder_ / kTables[kData]),
      synonyms_(folder_ / kTables[kSynonyms]) {}

void DatabaseWriter::data(std::uint32_t document, std::string_view data) {
  if (data.empty()) return;
  key_.clear();
  append_sortable(key_, document);
  data_.add(key_, data);
}

void DatabaseWriter::synonyms(const std::string& key, const std::set<std::string>& forms) {
  std::string tag;
  for (const std::string& form : forms) {
    tag += static_cast<char>(static_cast<unsigned char>(form.size()) ^ kSynonymMask);
    tag += form;
  }
  synonyms_.add(key, tag);
}

Manifest::Files DatabaseWriter::finish(const DatabaseCounts& counts) {
  std::array<TableRoot, kTables.size()> roots{};
  Manifest::Files files;
  for (const auto& [which, table] :
       {std::pair{kPostings, &postings_}, std::pair{kData, &data_}, std::pair{kSynonyms, &synonyms_}}) {
    roots[which] = table->finish();
    if (roots[which].entries > 0) files.emplace(kTables[which], table->sum());
  }
  OutputFile version(folder_ / kVersionFile);
  version.write(make_version_file(roots, counts));
  version.close();
  return files;
}

}  // namespace vankien::glass
