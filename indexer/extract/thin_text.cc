#include "indexer/extract/thin_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "indexer/extract/utf.h"

namespace vankien {
namespace {

// A running header or footer takes this many lines at most; what repeats in between is text, as on forms.
constexpr std::size_t kMarginLines = 3;

std::vector<std::string_view> lines_of(std::string_view page) {
  std::vector<std::string_view> lines;
  while (!page.empty()) {
    const auto end = page.find('\n');
    const std::string_view line = page.substr(0, end);
    if (line.find_first_not_of(" \t") != std::string_view::npos) lines.push_back(line);
    if (end == std::string_view::npos) break;
    page.remove_prefix(end + 1);
  }
  return lines;
}

/// A line without numbers, blanks and marks: running headers of left and right pages come out alike.
std::string key_of(std::string_view line) {
  std::string key = bare(line);
  std::erase_if(key, [](char c) { return c < 'a' || c > 'z'; });
  return key;
}

/// Lines that a signing program stamps on the first page, not written by the issuer.
bool is_signature_line(std::string_view line) {
  static constexpr std::array<std::string_view, 10> kLabels = {
      "ky boi:",       "nguoi ky:",   "email:",        "co quan:",        "ngay ky:",
      "thoi gian ky:", "duoc ky boi", "signature not", "signature valid", "digitally signed"};
  const std::string shadow = bare(line);
  const auto first = shadow.find_first_not_of(' ');
  if (first == std::string::npos) return false;
  return std::any_of(kLabels.begin(), kLabels.end(), [&](std::string_view label) {
    return std::string_view(shadow).substr(first).starts_with(label);
  });
}

bool in_margin(std::size_t line, std::size_t lines) {
  return line < kMarginLines || line + kMarginLines >= lines;
}

}  // namespace

std::vector<std::size_t> own_letters(const std::vector<std::string>& pages) {
  std::map<std::string, std::size_t> pages_with;
  for (const std::string& page : pages) {
    std::set<std::string> keys;
    const auto lines = lines_of(page);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (in_margin(i, lines.size())) keys.insert(key_of(lines[i]));
    }
    for (const std::string& key : keys) ++pages_with[key];
  }
  std::vector<std::size_t> letters;
  for (const std::string& page : pages) {
    std::size_t own = 0;
    const auto lines = lines_of(page);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto repeated = in_margin(i, lines.size()) ? pages_with.find(key_of(lines[i])) : pages_with.end();
      const bool running =
          repeated != pages_with.end() && repeated->second >= 2 && repeated->second * 2 >= pages.size();
      if (!running && !is_signature_line(lines[i])) own += count_letters(lines[i]);
    }
    letters.push_back(own);
  }
  return letters;
}

}  // namespace vankien
