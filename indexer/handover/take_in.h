#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "indexer/handover/handed_over_record.h"
#include "indexer/handover/inbox.h"
#include "indexer/ledger/handed_over.h"

namespace vankien {

/// What becomes of the index while tasks are taken in. The plain one does nothing: a reindex takes the tasks into the
/// list of documents first, and indexes that list whole.
class IndexChanges {
 public:
  virtual ~IndexChanges() = default;
  /// Where a document of this id comes from that was not handed over, among those up to a clearance.
  virtual std::optional<std::string> find_other_source(const std::string&, Grade) { return std::nullopt; }
  virtual void put(const ReadDocument&) {}
  virtual void remove(const std::string& /*path*/) {}
};

/// One task → changed documents and its outcome: the task as the dialect shows it, but for its times. A task comes in
/// as a whole or, if one of its documents cannot be taken, not at all; its outcome then tells what is wrong with which.
/// `workers` threads read documents. Throws what is wrong inside, not with the task.
nlohmann::ordered_json take_in(const WaitingTask& waiting, const Inbox& inbox, HandedOverDocuments& documents,
                               IndexChanges& index, unsigned workers);

}  // namespace vankien
