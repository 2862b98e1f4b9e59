#include "indexer/reader/index_reader.h"

#include <algorithm>
#include <stdexcept>

#include "analyzers/schema/manifest.h"
#include "analyzers/schema/schema.h"

namespace vankien {
namespace {

// One slot's values, asked in order of documents.
class Column {
 public:
  Column(const Xapian::Database& database, Slot slot)
      : at_(database.valuestream_begin(static_cast<Xapian::valueno>(slot))),
        end_(database.valuestream_end(static_cast<Xapian::valueno>(slot))) {}

  std::string value(Xapian::docid id) {
    if (at_ != end_) at_.skip_to(id);
    return at_ != end_ && at_.get_docid() == id ? *at_ : std::string();
  }

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

}  // namespace

IndexReader::IndexReader(const std::filesystem::path& home, const std::vector<Grade>& grades) {
  const auto current = read_current(home);
  if (!current) throw std::runtime_error(home.string() + ": nothing is published here");
  const auto generation = home / generation_name(*current);
  for (std::size_t i = 0; i < kGradeCount; ++i)
    if (grades.empty() || std::find(grades.begin(), grades.end(), static_cast<Grade>(i)) != grades.end())
      databases_.emplace_back((generation / kGradeNames[i]).string(), Xapian::DB_BACKEND_GLASS);
}

void IndexReader::for_each_record(const std::function<void(const StoredRecord&)>& take) const {
  const std::string ids(prefix::kId);
  for (const auto& database : databases_)
    for (auto id = database.allterms_begin(ids); id != database.allterms_end(ids); ++id)
      for (auto document = database.postlist_begin(*id); document != database.postlist_end(*id); ++document) {
        const std::string data = database.get_document(*document).get_data();
        take(split_record(data));
      }
}

void IndexReader::for_each_count(const std::function<void(const CountedFields&)>& take) const {
  for (const auto& database : databases_) {
    Column types(database, Slot::kType);
    Column dates(database, Slot::kDate);
    Column issuers(database, Slot::kIssuer);
    for (auto document = database.postlist_begin(""); document != database.postlist_end(""); ++document)
      take({types.value(*document), dates.value(*document).substr(0, 4), issuers.value(*document)});
  }
}

}  // namespace vankien
