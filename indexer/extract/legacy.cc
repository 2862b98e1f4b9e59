#include "indexer/extract/legacy.h"

#include "analyzers/legacy/legacy_text.h"
#include "indexer/extract/utf.h"

namespace vankien {
namespace {

constexpr char kPageEnd = '\f';  // no page holds one

std::string join(const std::vector<std::string>& pages) {
  std::string text;
  for (const std::string& page : pages) {
    if (&page != &pages.front()) text += kPageEnd;
    text += page;
  }
  return text;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> pages;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(kPageEnd, begin);
    pages.push_back(text.substr(begin, end - begin));
    if (end == std::string::npos) return pages;
    begin = end + 1;
  }
}

void drop_soft_hyphens(std::string& page) {
  constexpr std::string_view kSoftHyphen = "\u00AD";
  for (std::size_t at = page.find(kSoftHyphen); at != std::string::npos; at = page.find(kSoftHyphen, at))
    page.erase(at, kSoftHyphen.size());
}

}  // namespace

Warning decoded_from(const std::vector<LegacyEncoding>& encodings) {
  std::string names;
  for (const LegacyEncoding encoding : encodings) (names += names.empty() ? "" : ", ") += name_of(encoding);
  return {"decoded_legacy", "", "decoded from " + names};
}

void decode_legacy(ExtractedText& text) {
  // The pages as one text: a short page follows its neighbours.
  const LegacyText repaired = repair_legacy(join(text.pages));
  if (!repaired.encodings.empty()) {
    text.pages = split(repaired.text);
    text.warnings.push_back(decoded_from(repaired.encodings));
  }
  for (std::string& page : text.pages) {
    drop_soft_hyphens(page);
    unify_line_ends(page);
  }
}

}  // namespace vankien
