#include "indexer/extract/stamps.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "analyzers/legacy/legacy_text.h"
#include "indexer/extract/utf.h"

namespace vankien {
namespace {

bool is_stamp_as_read(std::string_view line) {
  static constexpr std::array<std::string_view, 10> kStamps = {
      "mat",  "toi mat",     "tuyet mat", "luu hanh noi bo",  "tai lieu luu hanh noi bo",
      "khan", "thuong khan", "hoa toc",   "tai lieu thu hoi", "du thao"};
  std::string shadow = bare(line);
  std::erase_if(shadow, [](char c) { return c != ' ' && (c < 'a' || c > 'z'); });
  const auto first = shadow.find_first_not_of(' ');
  if (first == std::string::npos) return false;
  shadow = shadow.substr(first, shadow.find_last_not_of(' ') + 1 - first);
  return std::find(kStamps.begin(), kStamps.end(), shadow) != kStamps.end();
}

/// In whatever encoding: a line alone is too little to tell which.
bool is_stamp(std::string_view line) {
  const std::vector<std::string> readings = possible_readings(line);
  return std::any_of(readings.begin(), readings.end(), is_stamp_as_read);
}

bool has_line(const std::string& text, const std::string& line) {
  return text.starts_with(line + '\n') || text.find('\n' + line + '\n') != std::string::npos;
}

}  // namespace

void collect_stamps(const std::vector<std::string>& pages, std::string& stamps) {
  for (std::string page : pages) {
    unify_line_ends(page);
    for (std::size_t at = 0; at < page.size();) {
      const std::size_t end = std::min(page.find('\n', at), page.size());
      const std::string line = page.substr(at, end - at);
      if (is_stamp(line) && !has_line(stamps, line)) stamps += line + '\n';
      at = end + 1;
    }
  }
}

void collect_missing_stamps(const std::vector<std::string>& pages, const std::string& text,
                            std::string& stamps) {
  std::string found;
  collect_stamps(pages, found);
  for (std::size_t at = 0; at < found.size();) {
    const std::size_t end = found.find('\n', at);
    const std::string line = found.substr(at, end - at);
    if (!has_line(text, line) && !has_line(stamps, line)) stamps += line + '\n';
    at = end + 1;
  }
}

}  // namespace vankien
