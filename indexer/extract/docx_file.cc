#include <string>

#include "indexer/extract/formats.h"
#include "indexer/extract/letterless.h"
#include "indexer/extract/stamps.h"
#include "indexer/extract/word_part.h"
#include "indexer/extract/zip_part.h"

namespace vankien {
namespace {

/// Usually word/document.xml; Word on the web numbers it.
std::string main_part(const ZipReader& zip) {
  for (const std::string& name : zip.names()) {
    if (name.starts_with("word/document") && name.ends_with(".xml")) return name;
  }
  throw ExtractError("unsupported_format", "a zip archive, but no word document in it");
}

std::string stamps_of_headers(ZipReader& zip, const ExtractLimits& limits) {
  std::string stamps;
  for (const std::string& name : zip.names()) {
    const bool furniture = name.starts_with("word/header") || name.starts_with("word/footer");
    if (!furniture || !name.ends_with(".xml")) continue;
    Flow flow(limits);
    WordPart part(flow);
    parse_part(zip, name, part);
    collect_stamps(flow.take_pages(), stamps);
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
  read_properties(zip, "docProps/core.xml", result.properties);
  refuse_letterless(result, body.has_pictures());
  return result;
}

}  // namespace vankien
