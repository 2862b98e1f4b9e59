#include "indexer/handover/generation_changes.h"

#include <set>
#include <utility>

#include "analyzers/schema/spool.h"
#include "indexer/pipeline/id_loser.h"
#include "indexer/writer/duplicate_ids.h"

namespace vankien {

void note_warnings(Ledger& ledger, const std::string& path, const std::vector<Warning>& warnings) {
  for (const auto& warning : warnings) ledger.note_warning({path, warning.place, warning.code, warning.text});
}

std::optional<std::string> GenerationChanges::find_other_source(const std::string& id, Grade clearance) {
  return writer().find_source(id, clearance);
}

void GenerationChanges::put(const ReadDocument& read) {
  writer().put_handed_over(read.record);
  note(read.record.path, read.warnings);
  ++documents;
}

void GenerationChanges::remove(const std::string& path) {
  writer().remove_path(path);
  note(path, {});
  ++removed;
}

void GenerationChanges::apply(HandedOverDocuments& list) {
  // What an older ledger tells of documents that are gone goes too; of those that are here it is noted anew.
  for (const auto& rows : {ledger_.failures(), ledger_.warnings()})
    for (const auto& row : rows)
      if (is_handed_over_path(row.path)) note(row.path, {});
  std::set<std::string> surplus;
  for (auto& path : writer().handed_over_paths()) surplus.insert(std::move(path));
  list.for_each(Grade::kTuyetMat, [&](const HandedOver& document) {
    const std::string path = handed_over_path(document.grade, document.id);
    if (const auto other = writer().find_source_in(document.id, document.grade)) {
      // It may be handed over again under another id, the file's cannot.
      refuse({path, "", kDuplicateId, describe_owner(document.id, *other)});
      return;
    }
    try {
      const ReadDocument read = read_handed_over(document);
      surplus.erase(path);
      warnings_[path] = read.warnings;
      if (writer().holds(read.record)) return;
      writer().put_handed_over(read.record);
      ++documents;
    } catch (const HandoverError& error) {
      // It may be handed over again under another id, the file's cannot.
      refuse({path, "", error.code(), error.what()});
    }
  });
  for (const auto& path : surplus) {  // not remove(): why one is refused stays noted
    writer().remove_path(path);
    warnings_[path].clear();
    ++removed;
  }
}

std::optional<Changes> GenerationChanges::finish() {
  for (const auto& [path, warnings] : warnings_) {
    ledger_.note_removed(path);  // what was worth knowing of the one before
    note_warnings(ledger_, path, warnings);
    if (const auto failure = failures_.find(path); failure != failures_.end())
      ledger_.note_failure(failure->second);
  }
  // What goes may have kept a file's document out, by its id.
  if (removed > 0) ask_losers_again(ledger_);
  if (!writer_ || !writer_->has_changes()) return std::nullopt;
  return writer_->finish();
}

void GenerationChanges::note(const std::string& path, const std::vector<Warning>& warnings) {
  warnings_[path] = warnings;
  failures_.erase(path);
}

void GenerationChanges::refuse(Failure failure) {
  note(failure.path, {});
  const std::string path = failure.path;
  failures_[path] = std::move(failure);
}

UpdateWriter& GenerationChanges::writer() {
  if (!writer_) writer_ = std::make_unique<UpdateWriter>(place_);
  return *writer_;
}

}  // namespace vankien
