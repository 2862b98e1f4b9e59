#pragma once

#include <array>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzers/schema/spool.h"

namespace vankien {

/// The spool of an archive from searchd's side: work goes in, and what became of it is told. The format is that of
/// analyzers/schema/spool.h. Safe to call from several threads. Throws std::runtime_error when the disk fails.
///   Spool spool(home);
///   Handover task;  task.method = HandoverMethod::kReplace;  task.index = "vanban";  task.received = 1;
///   spool.accept(task, Grade::kMat, "{\"id\":\"a\"}\n");   // on disk now: uid, sequence, enqueued_at are set
///   spool.find(task.uid);                                   // {"uid": 2, "status": "enqueued", …}
class Spool {
 public:
  explicit Spool(std::filesystem::path home);

  /// Puts work in; `lines` ends with a line feed or is empty. Work accepted before this call comes before it.
  void accept(Handover& task, Grade clearance, std::string_view lines);

  /// A task as the dialect shows it; nothing if there is none, or it is forgotten.
  std::optional<nlohmann::ordered_json> find(std::uint64_t uid) const;
  /// Tasks of all clearances up to this one, highest uid first.
  std::vector<std::uint64_t> uids(Grade clearance) const;
  /// Whether a task of a clearance up to this one waits.
  bool is_busy(Grade clearance) const;

 private:
  void prepare();

  std::filesystem::path home_;
  std::mutex mutex_;
  bool prepared_ = false;
  std::array<std::uint64_t, kGradeCount> next_{};
  std::uint64_t last_sequence_ = 0;
  std::uint64_t temporaries_ = 0;
};

}  // namespace vankien
