#include "indexer/check/change_check.h"

#include <fmt/format.h>

#include <stdexcept>

#include "indexer/writer/stored_terms.h"

namespace vankien {
namespace {

// Each is a walk down Xapian's tree: 200 of them were a third of what a changed document of 200,000 took.
constexpr std::size_t kMostTerms = 64;

// What is wrong with a document that was written; empty if nothing.
std::string check_written(const Xapian::Database& database, Xapian::docid id) {
  const Xapian::Document document = database.get_document(id);
  try {
    const TermCounts terms = terms_of(database, id);
    const std::size_t step = terms.size() / kMostTerms + 1;
    std::size_t n = 0;
    for (const auto& [term, times] : terms) {
      if (n++ % step != 0) continue;
      auto place = database.postlist_begin(term);
      const auto end = database.postlist_end(term);
      if (place != end) place.skip_to(id);
      if (place == end || *place != id || place.get_wdf() != times) return "is not found by its term " + term;
    }
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  for (const Xapian::valueno slot : slots_of(database, id)) {
    auto column = database.valuestream_begin(slot);
    const auto end = database.valuestream_end(slot);
    if (column != end) column.skip_to(id);
    if (column == end || column.get_docid() != id || *column != document.get_value(slot))
      return fmt::format("has lost its value {}", slot);
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
