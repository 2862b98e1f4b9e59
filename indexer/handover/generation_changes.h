#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/handover/take_in.h"
#include "indexer/ledger/handed_over.h"
#include "indexer/ledger/ledger.h"
#include "indexer/writer/update_writer.h"

namespace vankien {

/// What handed-over documents make of the published generation, opened when the first change comes, and of the ledger.
///   GenerationChanges changes(place, ledger);
///   changes.put(read);  changes.remove("api/mat/15");  …  std::optional<Changes> changed = changes.finish();
/// Throws as UpdateWriter and Ledger do.
class GenerationChanges : public IndexChanges {
 public:
  /// The ledger must outlive it.
  GenerationChanges(UpdatePlace place, Ledger& ledger) : place_(std::move(place)), ledger_(ledger) {}

  std::optional<std::string> find_other_source(const std::string& id, Grade clearance) override;
  void put(const ReadDocument& read) override;
  void remove(const std::string& path) override;

  /// Makes the copy hold the documents of the list and no others. What it holds already stays untouched, so that doing
  /// it again changes nothing.
  void apply(HandedOverDocuments& list);

  /// Nothing if no database changed.
  std::optional<Changes> finish();

  std::uint64_t documents = 0;
  std::uint64_t removed = 0;

 private:
  void note(const std::string& path, const std::vector<Warning>& warnings);
  void refuse(Failure failure);
  UpdateWriter& writer();

  UpdatePlace place_;
  Ledger& ledger_;
  std::unique_ptr<UpdateWriter> writer_;
  std::map<std::string, std::vector<Warning>> warnings_;  ///< path → what is worth knowing of it now
  std::map<std::string, Failure> failures_;  ///< path, also in warnings_ → why it is not indexed
};

void note_warnings(Ledger& ledger, const std::string& path, const std::vector<Warning>& warnings);

}  // namespace vankien
