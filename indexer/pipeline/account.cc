#include "indexer/pipeline/account.h"

#include <chrono>

namespace vankien {
namespace {

constexpr const char* kRetry = "retry";

}  // namespace

bool is_passing(const std::string& code) {
  return code == "timeout" || code == "out_of_memory" || code == "crashed" || code == "unreadable" ||
         code == "missing_program" || code == "sidecar_left_behind";
}

void Account::fail(FileInWork& file, const std::string& place, const std::string& code,
                   const std::string& reason) {
  const Failure failure{file.source.path, place, code, reason};
  if (place.empty()) {
    file.failure = failure;
    if (is_passing(code)) file.retry = true;
  }
  note_failure(file, failure);
}

void Account::note_failure(FileInWork& file, const Failure& failure) {
  ++file.failures;
  counts_.note(failure);
  ledger_.note_failure(failure);
}

void Account::close(const FileInWork& file) {
  const bool failed = file.documents == 0 && file.failures > 0;
  if (!failed) ++counts_.files_read;
  // Whole files, what was taken up, and how much smaller or larger than its lines a compressed file is.
  counts_.source_bytes += static_cast<std::uint64_t>(file.source.size - file.counted_bytes);
  const char* outcome = file.retry ? kRetry : failed ? "failed" : "read";
  const auto took = std::chrono::steady_clock::now() - file.begun;
  const LedgerEntry entry{file.source.path,
                          file.source.size,
                          file.source.mtime_ns,
                          file.known_hash(),
                          outcome,
                          file.documents,
                          std::chrono::duration_cast<std::chrono::milliseconds>(took).count(),
                          file.source.born};
  ledger_.note(entry);
  note_copies(file, entry);
}

// Copies of what was read lean on it; what is wrong with it is wrong with each of them.
void Account::note_copies(const FileInWork& file, const LedgerEntry& entry) {
  const bool read = entry.outcome == "read";
  for (const SourceCopy& copy : file.source.copies) {
    ledger_.note({copy.path, copy.size, copy.mtime_ns, entry.hash, read ? "copy" : entry.outcome, 0, 0, ""});
    ++counts_.copies;
    if (!file.failure || entry.documents > 0) continue;
    ++counts_.failed;
    ledger_.note_failure({copy.path, "", file.failure->code, file.failure->reason});
  }
}

}  // namespace vankien
