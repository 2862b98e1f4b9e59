#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/schema/grade.h"

namespace vankien {

// Documents handed over by the API wait in a folder of the home until the indexer takes them in:
//   spool/12.task   accepted work: one line of JSON (Handover), then a line for each document or id
//   spool/12.done   what became of it: one line of JSON, the task as GET /tasks/12 shows it
// searchd writes *.task, and answers 202 only when file and folder are on disk. The indexer takes them in the
// order of `sequence`, writes *.done once their generation is published, and removes *.task last: a task with
// both files is finished. Files appear whole, by a link or a rename; *.tmp are none.

inline constexpr const char* kSpoolFolder = "spool";
/// Finished tasks that are kept, of each clearance; older ones are forgotten.
inline constexpr std::size_t kKeptTasks = 1000;

/// The uid of the n-th task (from 0) handed over under a clearance. Each clearance counts for itself, so that
/// nobody learns from a gap in the numbers that somebody above them has been at work: (7, mat) → 37.
constexpr std::uint64_t make_task_uid(std::uint64_t n, Grade clearance) {
  return n * kGradeCount + static_cast<std::uint64_t>(clearance);
}
constexpr Grade clearance_of_task(std::uint64_t uid) { return static_cast<Grade>(uid % kGradeCount); }

std::filesystem::path task_file(const std::filesystem::path& home, std::uint64_t uid);
std::filesystem::path outcome_file(const std::filesystem::path& home, std::uint64_t uid);
/// ("12.task", ".task") → 12; nothing for any other name.
std::optional<std::uint64_t> parse_spool_name(std::string_view name, std::string_view extension);

/// What a task does with the documents or ids that it brings.
enum class HandoverMethod { kReplace, kMerge, kRemove, kRemoveAll };

/// The first line of a *.task file.
struct Handover {
  std::uint64_t uid = 0;       ///< not written: it is the file's name, and tells the clearance
  std::uint64_t sequence = 0;  ///< rises over all clearances; never shown
  HandoverMethod method = HandoverMethod::kReplace;
  std::string index;              ///< uid of the index as it was addressed
  std::uint64_t received = 0;     ///< documents or ids that follow, a line each
  std::string primary_key;        ///< as the request gave it; empty = not given
  nlohmann::ordered_json filter;  ///< the filter that chose the ids, for the details; else null
  std::string enqueued_at;        ///< RFC 3339, UTC
  Grade clearance() const { return clearance_of_task(uid); }
};

/// Without a line feed.
std::string encode_handover(const Handover& handover);
/// Throws std::runtime_error if the line was not written by encode_handover.
Handover decode_handover(std::string_view line, std::uint64_t uid);

/// The task as the dialect shows it while it waits; whoever finishes it fills in the rest.
///   {"uid": 37, "batchUid": null, "indexUid": "vanban", "status": "enqueued", "type": "documentDeletion", …}
nlohmann::ordered_json show_enqueued(const Handover& handover);

/// Where documents that were handed over say that they come from: "api/mat/so-15". No folder may be called so.
inline constexpr std::string_view kHandedOverSource = "api";
std::string handed_over_path(Grade grade, std::string_view id);
bool is_handed_over_path(std::string_view path);

/// RFC 3339 with microseconds, UTC: 2026-05-19T08:30:00.123456Z
std::string format_time(std::int64_t nanoseconds_since_1970);

}  // namespace vankien
