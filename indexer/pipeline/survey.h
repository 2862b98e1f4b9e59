#pragma once

#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/ledger/ledger.h"
#include "indexer/scan/scan.h"

namespace vankien {

/// A file as the disk shows it, beside what the ledger knows of its path.
struct SurveyedFile {
  SourceFile file;
  const LedgerEntry* row = nullptr;
  std::string key;  ///< names its content, as in Survey::key_of; empty = not known, or not needed to be
};

/// What there is: all files of the sources, and all rows of the ledger. Opens only files that may have changed and those
/// that another is as long as: of an archive that is read for the first time hardly any.
/// A file that was moved without its sidecar, which may hold its grade, has a problem: it would be graded by its text alone.
/// The ledger's hash of both tells it, at whatever place and under whatever name, until the sidecar follows or goes.
class Survey {
 public:
  /// `anew`: every file is going to be read, whatever the ledger says; rows of other sources are gone then.
  /// Throws std::runtime_error of the ledger.
  Survey(const std::vector<Source>& sources, Ledger& ledger, bool anew);

  const bool anew;
  std::vector<SurveyedFile> files;  ///< in order of the scan
  const std::map<std::string, LedgerEntry> rows;

  bool is_seen(const std::string& path) const { return seen_.contains(path); }
  /// Of a source that was not looked at, or below a folder that cannot be listed: it is taken to be as it was.
  bool is_out_of_sight(const std::string& path) const;
  /// The ledger's word is taken for it: same size, same times.
  bool is_settled(const SurveyedFile& seen) const;
  bool has_its_content(const SurveyedFile& seen) const;
  /// A document of it is not published, because another had its id: that one may be gone, or lower, wherever anything changed.
  /// Known by the path the ledger has it at. Never if nothing changed.
  bool is_loser_to_ask(const std::string& path) const { return losers_.contains(path); }
  /// It failed before, nothing about it has changed, and nothing that made it fail.
  bool is_known_failure(const SurveyedFile& seen) const;

  /// What names a content: its hash and the format its file is called by. Empty if the row has no hash.
  static std::string key_of(const LedgerEntry& row);

 private:
  void look();
  void name_contents();
  void find_left_behind();
  bool is_all_settled() const;

  const std::vector<Source>& sources_;
  std::unordered_set<std::string> seen_;
  std::vector<std::filesystem::path> strays_;  ///< sidecars without their file
  std::unordered_set<std::string> losers_;
  std::vector<std::string> hidden_;  ///< folders that cannot be listed, "/" at the end
};

bool same_times(const LedgerEntry& row, const SourceFile& file);

}  // namespace vankien
