#pragma once

#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analyzers/schema/spool.h"

namespace vankien::test {

/// Puts work into a spool as its format says, for tests of the side that takes it in.
class SpoolWriter {
 public:
  explicit SpoolWriter(std::filesystem::path home) : home_(std::move(home)) {
    std::filesystem::create_directories(home_ / kSpoolFolder);
  }

  /// The uid. `lines` without line feeds.
  std::uint64_t write(HandoverMethod method, Grade clearance, const std::vector<std::string>& lines) {
    Handover task;
    task.uid = make_task_uid(next_[static_cast<std::size_t>(clearance)]++, clearance);
    task.sequence = ++sequence_;
    task.method = method;
    task.index = "vanban";
    task.received = lines.size();
    task.enqueued_at = format_time(0);
    std::ofstream out(task_file(home_, task.uid));
    out << encode_handover(task) << "\n";
    for (const auto& line : lines) out << line << "\n";
    return task.uid;
  }

  /// The task as its outcome tells it; null while it waits.
  nlohmann::ordered_json outcome(std::uint64_t uid) const {
    std::ifstream in(outcome_file(home_, uid));
    return in ? nlohmann::ordered_json::parse(in) : nlohmann::ordered_json();
  }

 private:
  std::filesystem::path home_;
  std::array<std::uint64_t, kGradeCount> next_{};
  std::uint64_t sequence_ = 0;
};

}  // namespace vankien::test
