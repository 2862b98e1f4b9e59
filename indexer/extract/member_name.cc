#include "indexer/extract/member_name.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>

#include "analyzers/legacy/legacy_text.h"
#include "analyzers/mapped_text.h"

namespace vankien {
namespace {

constexpr std::size_t kMostPartBytes = 200;
constexpr std::size_t kMostBytes = 800;
constexpr std::size_t kMostEndingBytes = 12;

/// Where ".docx" begins; the name's end if it has none.
std::size_t ending_of(std::string_view name) {
  const auto slash = name.rfind('/');
  const auto dot = name.rfind('.');
  const bool has = dot != std::string_view::npos && dot > (slash == std::string_view::npos ? 0 : slash + 1);
  return has && name.size() - dot <= kMostEndingBytes ? dot : name.size();
}

std::string cut(const std::string& name, std::size_t most) {
  if (name.size() <= most) return name;
  const std::string ending = name.substr(ending_of(name));
  const std::string mark = fmt::format("~{:016x}", XXH3_64bits(name.data(), name.size()));
  std::string kept = name.substr(0, most - mark.size() - ending.size());
  while (!kept.empty() && first_bad_utf8(kept)) kept.pop_back();  // half a letter
  return kept + mark + ending;
}

std::string clean(std::string_view part) {
  std::string cleaned;
  for (const char c : part) cleaned += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '_' : c;
  const auto first = cleaned.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  cleaned = cleaned.substr(first, cleaned.find_last_not_of(' ') - first + 1);
  if (cleaned == "." || cleaned == "..") return {};
  const bool drive = cleaned.size() == 2 && cleaned[1] == ':';
  return drive ? std::string() : cut(cleaned, kMostPartBytes);
}

}  // namespace

std::string safe_member_name(std::string_view name) {
  const std::string utf8 = is_valid_utf8(name) ? std::string(name) : encode_utf8(decode_utf8(name).chars);
  std::string safe;
  for (std::size_t begin = 0; begin <= utf8.size();) {
    const std::size_t end = std::min(utf8.find_first_of("/\\", begin), utf8.size());
    const std::string part = clean(std::string_view(utf8).substr(begin, end - begin));
    if (!part.empty()) (safe += safe.empty() ? "" : "/") += part;
    begin = end + 1;
  }
  return safe.empty() ? "không tên" : cut(safe, kMostBytes);
}

std::string unique_member_name(std::string name, std::set<std::string>& taken) {
  if (taken.insert(name).second) return name;
  const std::size_t ending = ending_of(name);
  for (int number = 2;; ++number) {
    std::string other = fmt::format("{} ({}){}", name.substr(0, ending), number, name.substr(ending));
    if (taken.insert(other).second) return other;
  }
}

std::vector<std::string> decode_member_names(const std::vector<std::string>& raw,
                                             const std::vector<std::string>& fallback) {
  std::vector<std::string> names = raw;
  std::vector<std::size_t> strange;
  std::string together;  // one name alone may be too short to know its encoding by
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (is_valid_utf8(raw[i])) continue;
    strange.push_back(i);
    for (const char c : raw[i]) together += c == '\n' ? ' ' : c;
    together += '\n';
  }
  if (strange.empty()) return names;
  const LegacyText legacy = decode_legacy_bytes(together);
  const bool known =
      !legacy.encodings.empty() &&
      static_cast<std::size_t>(std::count(legacy.text.begin(), legacy.text.end(), '\n')) == strange.size();
  std::size_t begin = 0;
  for (const std::size_t i : strange) {
    names[i] = fallback[i];
    if (!known) continue;
    if (legacy.encodings.size() == 1) {
      names[i] = read_as(legacy.encodings.front(), raw[i]);
      continue;
    }
    const std::size_t end = legacy.text.find('\n', begin);
    names[i] = legacy.text.substr(begin, end - begin);
    begin = end + 1;
  }
  return names;
}

}  // namespace vankien
