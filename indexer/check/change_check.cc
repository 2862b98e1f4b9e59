#include "indexer/check/change_check.h"

#include <fmt/format.h>

#include <stdexcept>

#include "analyzers/schema/record.h"

namespace vankien {
namespace {

// The same positions, read from the document and from the table.
bool same_positions(const Xapian::Database& database, Xapian::docid id, const Xapian::TermIterator& term) {
  auto told = term.positionlist_begin();
  auto kept = database.positionlist_begin(id, *term);
  const auto end = database.positionlist_end(id, *term);
  for (; told != term.positionlist_end() && kept != end; ++told, ++kept)
    if (*told != *kept) return false;
  return told == term.positionlist_end() && kept == end;
}

// What is wrong with a document that was written; empty if nothing.
std::string check_written(const Xapian::Database& database, Xapian::docid id) {
  const Xapian::Document document = database.get_document(id);
  try {
    const std::string data = document.get_data();
    split_record(data);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  Xapian::termcount length = 0;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    auto place = database.postlist_begin(*term);
    const auto end = database.postlist_end(*term);
    if (place != end) place.skip_to(id);
    if (place == end || *place != id || place.get_wdf() != term.get_wdf())
      return "is not found by its term " + *term;
    if (!same_positions(database, id, term)) return "has lost positions of its term " + *term;
    length += term.get_wdf();
  }
  if (length != database.get_doclength(id)) return "has another length than its terms";
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    auto column = database.valuestream_begin(value.get_valueno());
    const auto end = database.valuestream_end(value.get_valueno());
    if (column != end) column.skip_to(id);
    if (column == end || column.get_docid() != id || *column != *value)
      return fmt::format("has lost its value {}", value.get_valueno());
  }
  return {};
}

bool is_gone(const Xapian::Database& database, Xapian::docid id) {
  auto place = database.postlist_begin("");
  if (place != database.postlist_end("")) place.skip_to(id);
  return place == database.postlist_end("") || *place != id;
}

}  // namespace

Findings check_changes(const std::filesystem::path& generation, const Changes& changes) {
  Findings findings;
  for (std::size_t i = 0; i < kGradeCount; ++i) {
    const DatabaseChange& change = changes[i];
    if (change.kind != DatabaseChange::Kind::kAppended) continue;
    const Xapian::Database database((generation / kGradeNames[i]).string(), Xapian::DB_BACKEND_GLASS);
    const std::string place = generation.filename().string() + "/" + std::string(kGradeNames[i]);
    const auto add = [&](Xapian::docid id, const std::string& wrong) {
      findings.push_back({"changed_document", place, fmt::format("document {}: {}", id, wrong)});
    };
    for (const auto id : change.written)
      if (const auto wrong = check_written(database, id); !wrong.empty()) add(id, wrong);
    for (const auto id : change.removed)
      if (!is_gone(database, id)) add(id, "was removed and is there");
  }
  return findings;
}

}  // namespace vankien
