#include <string>

#include "indexer/extract/drawing_part.h"
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

/// Parses a part with the diagrams in it, each where it stands. True if there are pictures.
bool read_part(ZipReader& zip, const std::string& name, Flow& flow) {
  const Relations relations = relations_of(zip, name);
  WordPart part(flow, [&](const std::string& id) {
    const auto diagram = relations.find(id);
    if (diagram == relations.end() || diagram->second.type != "diagramData") return;
    if (!zip.has(diagram->second.part)) return;
    DrawingPart shapes(flow);
    parse_part(zip, diagram->second.part, shapes);
  });
  parse_part(zip, name, part);
  return part.has_pictures();
}

std::string stamps_of_headers(ZipReader& zip, const ExtractLimits& limits) {
  std::string stamps;
  for (const std::string& name : zip.names()) {
    const bool furniture = name.starts_with("word/header") || name.starts_with("word/footer");
    if (!furniture || !name.ends_with(".xml")) continue;
    Flow flow(limits);
    read_part(zip, name, flow);
    collect_stamps(flow.take_pages(), stamps);
  }
  return stamps;
}

}  // namespace

ExtractedText extract_docx(std::string_view bytes, const ExtractLimits& limits) {
  ZipReader zip(bytes, limits);
  Flow flow(limits);
  const bool pictures = read_part(zip, main_part(zip), flow);
  for (const char* notes : {"word/footnotes.xml", "word/endnotes.xml"}) {
    if (zip.has(notes)) read_part(zip, notes, flow);
  }
  ExtractedText result;
  result.pages = flow.take_pages();
  result.pages.front().insert(0, stamps_of_headers(zip, limits));
  read_properties(zip, "docProps/core.xml", result.properties);
  refuse_letterless(result, pictures);
  return result;
}

}  // namespace vankien
