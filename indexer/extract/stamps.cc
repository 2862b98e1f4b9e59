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

}  // namespace

void collect_stamps(const std::vector<std::string>& pages, std::string& stamps) {
  for (const std::string& page : pages) {
    for (std::size_t at = 0; at < page.size();) {
      const std::size_t end = std::min(page.find('\n', at), page.size());
      const std::string line = page.substr(at, end - at);
      if (is_stamp(line) && stamps.find(line + '\n') == std::string::npos) stamps += line + '\n';
      at = end + 1;
    }
  }
}

}  // namespace vankien
