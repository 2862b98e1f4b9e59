#include <algorithm>
#include <array>
#include <string>

#include "analyzers/legacy/legacy_text.h"
#include "indexer/extract/formats.h"
#include "indexer/extract/sax_parser.h"
#include "indexer/extract/utf.h"
#include "indexer/extract/word_part.h"
#include "indexer/extract/zip_reader.h"

namespace vankien {
namespace {

void parse_part(ZipReader& zip, const std::string& name, SaxHandler& handler) {
  SaxParser parser(name, handler);
  zip.read(name, [&](std::string_view block) {
    parser.feed(block);
    return true;
  });
  parser.finish();
}

/// docProps/core.xml: title, author, created, each element holding its value as text.
class CoreProperties : public SaxHandler {
 public:
  explicit CoreProperties(std::map<std::string, std::string>& properties) : properties_(properties) {}
  void start(std::string_view name, const Attributes&) override {
    key_ = name == "title" ? "title" : name == "creator" ? "author" : name == "created" ? "created" : "";
  }
  void end(std::string_view) override { key_.clear(); }
  void characters(std::string_view utf8) override {
    constexpr std::size_t kLongest = 4096;
    if (!key_.empty() && properties_[key_].size() + utf8.size() <= kLongest) properties_[key_] += utf8;
  }

 private:
  std::map<std::string, std::string>& properties_;
  std::string key_;
};

/// Usually word/document.xml; Word on the web numbers it.
std::string main_part(const ZipReader& zip) {
  for (const std::string& name : zip.names()) {
    if (name.starts_with("word/document") && name.ends_with(".xml")) return name;
  }
  throw ExtractError("unsupported_format", "a zip archive, but no word document in it");
}

/// Grade and urgency may be stamped in a page header. A stamp that is overlooked makes a secret public, so
/// every header and footer is searched, whichever page it is for.
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

std::string stamps_of_headers(ZipReader& zip, const ExtractLimits& limits) {
  std::string stamps;
  for (const std::string& name : zip.names()) {
    const bool furniture = name.starts_with("word/header") || name.starts_with("word/footer");
    if (!furniture || !name.ends_with(".xml")) continue;
    Flow flow(limits);
    WordPart part(flow);
    parse_part(zip, name, part);
    for (const std::string& page : flow.take_pages()) {
      for (std::size_t at = 0; at < page.size();) {
        const std::size_t end = std::min(page.find('\n', at), page.size());
        const std::string line = page.substr(at, end - at);
        if (is_stamp(line) && stamps.find(line + '\n') == std::string::npos) stamps += line + '\n';
        at = end + 1;
      }
    }
  }
  return stamps;
}

}  // namespace

ExtractedText extract_docx(std::string_view bytes, const ExtractLimits& limits) {
  ZipReader zip(bytes, limits);
  Flow flow(limits);
  WordPart body(flow);
  parse_part(zip, main_part(zip), body);
  for (const char* notes : {"word/footnotes.xml", "word/endnotes.xml"}) {
    if (!zip.has(notes)) continue;
    WordPart part(flow);
    parse_part(zip, notes, part);
  }
  ExtractedText result;
  result.pages = flow.take_pages();
  result.pages.front().insert(0, stamps_of_headers(zip, limits));
  if (zip.has("docProps/core.xml")) {
    CoreProperties properties(result.properties);
    parse_part(zip, "docProps/core.xml", properties);
  }
  const bool letters = std::any_of(result.pages.begin(), result.pages.end(),
                                   [](const std::string& page) { return count_letters(page) > 0; });
  if (letters) return result;
  if (body.has_pictures()) throw ExtractError("needs_ocr", "the document holds pictures only");
  throw ExtractError("empty", "no letter in the document");
}

}  // namespace vankien
