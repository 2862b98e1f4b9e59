#include <string>

#include "indexer/extract/drawing_part.h"
#include "indexer/extract/formats.h"
#include "indexer/extract/letterless.h"
#include "indexer/extract/stamps.h"
#include "indexer/extract/xlsx_parts.h"
#include "indexer/extract/zip_part.h"

namespace vankien {
namespace {

void read_if_there(ZipReader& zip, const std::string& part, SaxHandler& handler) {
  if (zip.has(part)) parse_part(zip, part, handler);
}

/// The shapes on a sheet, then the diagrams (SmartArt) among them. True if there are pictures.
bool read_drawing(ZipReader& zip, const std::string& part, Flow& flow) {
  DrawingPart shapes(flow);
  parse_part(zip, part, shapes);
  for (const auto& [_, diagram] : relations_of(zip, part)) {
    if (diagram.type != "diagramData" || !zip.has(diagram.part)) continue;
    DrawingPart texts(flow);
    parse_part(zip, diagram.part, texts);
  }
  return shapes.has_pictures();
}

}  // namespace

ExtractedText extract_xlsx(std::string_view bytes, const ExtractLimits& limits) {
  ZipReader zip(bytes, limits);
  WorkbookPart workbook;
  parse_part(zip, "xl/workbook.xml", workbook);
  SharedStrings strings;
  read_if_there(zip, "xl/sharedStrings.xml", strings);
  NumberFormats formats;
  read_if_there(zip, "xl/styles.xml", formats);
  const Relations relations = relations_of(zip, "xl/workbook.xml");

  Flow flow(limits);
  bool pictures = false;
  std::string header_lines;
  for (const auto& [name, id] : workbook.sheets) {
    const auto relation = relations.find(id);
    if (relation == relations.end() || !zip.has(relation->second.part)) {
      throw ExtractError("damaged", "sheet " + name + " is missing");
    }
    const std::string& part = relation->second.part;
    flow.new_page();
    flow.text(name);
    flow.end_line();
    SheetPart sheet(flow, strings, formats, workbook.from_1904);
    parse_part(zip, part, sheet);
    header_lines += sheet.header_lines();
    for (const auto& [_, drawing] : relations_of(zip, part)) {
      if (drawing.type != "drawing" || !zip.has(drawing.part)) continue;
      pictures = read_drawing(zip, drawing.part, flow) || pictures;
    }
  }
  ExtractedText result;
  result.pages = flow.take_pages();
  std::string stamps;
  collect_stamps({header_lines}, stamps);
  result.pages.front().insert(0, stamps);
  read_properties(zip, "docProps/core.xml", result.properties);
  refuse_letterless(result, pictures);
  return result;
}

}  // namespace vankien
