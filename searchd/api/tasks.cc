#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/handing_over.h"
#include "searchd/api/json_body.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMaxTasks = 1000;  // of one answer
// The dialect's names; those that this server never gives find nothing.
constexpr auto kStatuses =
    std::to_array<std::string_view>({"canceled", "enqueued", "failed", "processing", "succeeded"});
constexpr auto kTypes = std::to_array<std::string_view>(
    {"documentAdditionOrUpdate", "documentDeletion", "documentEdition", "dumpCreation", "export",
     "indexCompaction", "indexCreation", "indexDeletion", "indexSwap", "indexUpdate", "settingsUpdate",
     "snapshotCreation", "taskCancelation", "taskDeletion", "upgradeDatabase"});

std::optional<std::uint64_t> read_number(const std::string& text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::uint64_t read_number(const Parameter& parameter, Code code) {
  if (const auto number = read_number(parameter.value)) return *number;
  throw ApiError(code,
                 fmt::format("Invalid value in parameter `{}`: could not parse `{}` as a positive integer",
                             parameter.name, excerpt(parameter.value)));
}

/// "a,b" → {"a", "b"}; "*" and "" → {}: all.
std::vector<std::string> read_list(const std::string& value) {
  std::vector<std::string> list;
  if (value.empty() || value == "*") return list;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find(',', begin), value.size());
    list.push_back(value.substr(begin, end - begin));
    begin = end + 1;
  }
  return list;
}

template <std::size_t N>
std::vector<std::string> read_names(const Parameter& parameter, const std::array<std::string_view, N>& known,
                                    Code code) {
  std::vector<std::string> names = read_list(parameter.value);
  for (const std::string& name : names)
    if (std::find(known.begin(), known.end(), name) == known.end())
      throw ApiError(code, fmt::format("Invalid value in parameter `{}`: `{}` is none of {}.", parameter.name,
                                       excerpt(name), fmt::join(known, ", ")));
  return names;
}

/// What GET /tasks asks for; an empty list stands for all.
struct Wanted {
  std::vector<std::uint64_t> uids;
  std::vector<std::string> statuses, types, indexes;
  std::optional<std::uint64_t> from;
  std::size_t limit = 20;

  bool has(const Json& task) const {
    return has(statuses, task["status"]) && has(types, task["type"]) && has(indexes, task["indexUid"]);
  }

 private:
  static bool has(const std::vector<std::string>& names, const Json& name) {
    return names.empty() || std::find(names.begin(), names.end(), name.get<std::string>()) != names.end();
  }
};

Wanted read_wanted(const Request& request) {
  Wanted wanted;
  for (const Parameter& parameter : request.query) {
    if (parameter.name == "limit") {
      wanted.limit = std::min<std::uint64_t>(read_number(parameter, Code::kInvalidTaskLimit), kMaxTasks);
    } else if (parameter.name == "from") {
      wanted.from = read_number(parameter, Code::kInvalidTaskFrom);
    } else if (parameter.name == "uids") {
      for (const std::string& uid : read_list(parameter.value))
        wanted.uids.push_back(read_number({parameter.name, uid}, Code::kInvalidTaskUids));
    } else if (parameter.name == "statuses") {
      wanted.statuses = read_names(parameter, kStatuses, Code::kInvalidTaskStatuses);
    } else if (parameter.name == "types") {
      wanted.types = read_names(parameter, kTypes, Code::kInvalidTaskTypes);
    } else if (parameter.name == "indexUids") {
      wanted.indexes = read_list(parameter.value);
    } else {
      throw ApiError(Code::kBadRequest,
                     fmt::format("Unknown parameter `{}`: expected one of `limit`, `from`, `uids`, "
                                 "`statuses`, `types`, `indexUids`",
                                 excerpt(parameter.name)));
    }
  }
  return wanted;
}

}  // namespace

Reply tasks(const Request& request, const Service& service) {
  check_writer(request);
  const Wanted wanted = read_wanted(request);
  Json results = Json::array();
  Json next;
  std::uint64_t total = 0;
  for (const std::uint64_t uid :
       service.spool ? service.spool->uids(request.caller.clearance) : std::vector<std::uint64_t>()) {
    if (!wanted.uids.empty() && std::find(wanted.uids.begin(), wanted.uids.end(), uid) == wanted.uids.end())
      continue;
    auto task = service.spool->find(uid);
    if (!task || !wanted.has(*task)) continue;
    ++total;
    if (wanted.from && uid > *wanted.from) continue;
    if (results.size() < wanted.limit)
      results.push_back(std::move(*task));
    else if (next.is_null())
      next = uid;
  }
  const Json from = results.empty() ? Json() : results.front()["uid"];
  return Reply::json({{"results", std::move(results)},
                      {"total", total},
                      {"limit", wanted.limit},
                      {"from", from},
                      {"next", std::move(next)}});
}

Reply task(const Request& request, const Service& service) {
  check_writer(request);
  const std::string& text = request.segments.at(1);
  const auto uid = read_number(text);
  if (!uid)
    throw ApiError(
        Code::kInvalidTaskUids,
        fmt::format("Task uid `{}` is invalid. It should only contain numeric characters.", excerpt(text)));
  // One answer for "unknown" and "above the clearance".
  if (service.spool && clearance_of_task(*uid) <= request.caller.clearance)
    if (const auto found = service.spool->find(*uid)) return Reply::json(*found);
  throw ApiError(Code::kTaskNotFound, fmt::format("Task `{}` not found.", *uid));
}

}  // namespace vankien::api
