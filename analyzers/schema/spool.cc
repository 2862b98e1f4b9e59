#include "analyzers/schema/spool.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <ctime>
#include <stdexcept>

namespace vankien {

using nlohmann::ordered_json;

namespace {

constexpr int kSpoolVersion = 1;
constexpr std::array<std::string_view, 4> kMethods = {"replace", "merge", "remove", "remove all"};

HandoverMethod parse_method(const std::string& name) {
  for (std::size_t i = 0; i < kMethods.size(); ++i)
    if (kMethods[i] == name) return static_cast<HandoverMethod>(i);
  throw std::runtime_error("there is no method " + name);
}

}  // namespace

std::filesystem::path task_file(const std::filesystem::path& home, std::uint64_t uid) {
  return home / kSpoolFolder / fmt::format("{}.task", uid);
}

std::filesystem::path outcome_file(const std::filesystem::path& home, std::uint64_t uid) {
  return home / kSpoolFolder / fmt::format("{}.done", uid);
}

std::optional<std::uint64_t> parse_spool_name(std::string_view name, std::string_view extension) {
  if (!name.ends_with(extension)) return std::nullopt;
  name.remove_suffix(extension.size());
  std::uint64_t uid = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), uid);
  if (name.empty() || error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return uid;
}

std::string encode_handover(const Handover& handover) {
  const ordered_json line = {{"version", kSpoolVersion},
                             {"sequence", handover.sequence},
                             {"method", kMethods[static_cast<std::size_t>(handover.method)]},
                             {"index", handover.index},
                             {"received", handover.received},
                             {"primaryKey", handover.primary_key},
                             {"filter", handover.filter},
                             {"enqueuedAt", handover.enqueued_at}};
  return line.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

Handover decode_handover(std::string_view line, std::uint64_t uid) {
  try {
    const auto json = ordered_json::parse(line);
    if (json.at("version").get<int>() != kSpoolVersion)
      throw std::runtime_error(fmt::format("version {}, this program reads version {}",
                                           json.at("version").get<int>(), kSpoolVersion));
    Handover handover;
    handover.uid = uid;
    handover.sequence = json.at("sequence").get<std::uint64_t>();
    handover.method = parse_method(json.at("method").get<std::string>());
    handover.index = json.at("index").get<std::string>();
    handover.received = json.at("received").get<std::uint64_t>();
    handover.primary_key = json.at("primaryKey").get<std::string>();
    handover.filter = json.at("filter");
    handover.enqueued_at = json.at("enqueuedAt").get<std::string>();
    return handover;
  } catch (const std::exception& error) {
    throw std::runtime_error(fmt::format("task {} in the spool is damaged: {}", uid, error.what()));
  }
}

ordered_json show_enqueued(const Handover& handover) {
  const bool adds = handover.method == HandoverMethod::kReplace || handover.method == HandoverMethod::kMerge;
  const ordered_json nothing;  // not known yet
  ordered_json details;
  if (adds) {
    details["receivedDocuments"] = handover.received;
    details["indexedDocuments"] = nothing;
  } else {
    if (handover.method == HandoverMethod::kRemove)
      details["providedIds"] = handover.filter.is_null() ? handover.received : 0;
    details["deletedDocuments"] = nothing;
    if (handover.method == HandoverMethod::kRemove)
      details["originalFilter"] = handover.filter.is_null() ? nothing : ordered_json(handover.filter.dump());
  }
  return {{"uid", handover.uid},
          {"batchUid", nullptr},
          {"indexUid", handover.index},
          {"status", "enqueued"},
          {"type", adds ? "documentAdditionOrUpdate" : "documentDeletion"},
          {"canceledBy", nullptr},
          {"details", std::move(details)},
          {"error", nullptr},
          {"duration", nullptr},
          {"enqueuedAt", handover.enqueued_at},
          {"startedAt", nullptr},
          {"finishedAt", nullptr}};
}

std::string handed_over_path(Grade grade, std::string_view id) {
  return fmt::format("{}/{}/{}", kHandedOverSource, grade_name(grade), id);
}

bool is_handed_over_path(std::string_view path) {
  return path.starts_with(kHandedOverSource) && path.substr(kHandedOverSource.size()).starts_with('/');
}

std::string format_time(std::int64_t nanoseconds) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:06}Z",
                     fmt::gmtime(static_cast<std::time_t>(nanoseconds / kSecond)),
                     nanoseconds % kSecond / 1000);
}

}  // namespace vankien
