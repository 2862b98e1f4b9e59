#pragma once

#include <map>
#include <string>

#include "indexer/extract/sax_parser.h"
#include "indexer/extract/zip_reader.h"

namespace vankien {

/// Parses one XML member of an office file. Throws what ZipReader and SaxParser throw.
void parse_part(ZipReader& zip, const std::string& name, SaxHandler& handler);

/// The embedded properties of a part, if the archive has it – docProps/core.xml of Microsoft's formats, meta.xml
/// of OpenDocument –: title, author, created.
void read_properties(ZipReader& zip, const std::string& part, std::map<std::string, std::string>& properties);

/// The parts that a part names by an id, as `.rels` files of Microsoft's formats list them:
///     relations_of(zip, "ppt/slides/slide1.xml")  →  {"rId2": {"notesSlide", "ppt/notesSlides/notesSlide1.xml"}}
/// Targets outside the archive are left out.
struct PackageRelation {
  std::string type;  ///< the last word of its address: "slide", "worksheet", "notesSlide"
  std::string part;
};
using Relations = std::map<std::string, PackageRelation>;
Relations relations_of(ZipReader& zip, const std::string& part);

}  // namespace vankien
