#include "indexer/extract/letter_mark.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace vankien {
namespace {

/// "Message-ID: <1@x>" → "message-id"; "" for a line that is no field.
std::string field_name(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == 0 || colon == line.npos) return {};
  std::string name(line.substr(0, colon));
  for (char& c : name) {
    if (c <= ' ' || c > '~') return {};
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

/// Calls `take` for each line of the head; false if one is no field and does not go on with the one before.
template <typename Take>
bool walk_head(std::string_view bytes, Take take) {
  for (bool first = true; !bytes.empty(); first = false) {
    const auto end = bytes.find('\n');
    std::string_view line = bytes.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) return !first;
    const bool goes_on = line.front() == ' ' || line.front() == '\t';
    if (end == bytes.npos) return !first;  // cut off: nothing against it
    const std::string name = goes_on ? std::string() : field_name(line);
    if (goes_on ? first : name.empty()) return false;
    take(name, line);
    bytes.remove_prefix(end + 1);
  }
  return true;
}

}  // namespace

bool is_letter_head(std::string_view bytes) {
  static constexpr std::array<std::string_view, 5> kOthers = {"date", "message-id", "mime-version",
                                                              "received", "return-path"};
  std::set<std::string> names;
  if (!walk_head(bytes, [&](const std::string& name, std::string_view) { names.insert(name); })) return false;
  return names.contains("from") && std::any_of(kOthers.begin(), kOthers.end(), [&](std::string_view name) {
           return names.contains(std::string(name));
         });
}

bool is_saved_page_head(std::string_view bytes) {
  bool saved = false;
  const bool head = walk_head(bytes, [&](const std::string& name, std::string_view line) {
    saved = saved || name == "snapshot-content-location" ||
            (name == "from" && line.find("<Saved by ") != line.npos);
  });
  return head && saved;
}

}  // namespace vankien
