#include <set>
#include <string>
#include <vector>

#include "indexer/extract/drawing_part.h"
#include "indexer/extract/formats.h"
#include "indexer/extract/letterless.h"
#include "indexer/extract/stamps.h"
#include "indexer/extract/zip_part.h"

namespace vankien {
namespace {

/// ppt/presentation.xml: the slides in the order they are shown.
class SlideList : public SaxHandler {
 public:
  std::vector<std::string> relations;

  void start(std::string_view name, const Attributes& attributes) override {
    // Two attributes are called id; the other is a number.
    if (name == "sldId") relations.emplace_back(attributes.qualified("id"));
  }
  void end(std::string_view) override {}
  void characters(std::string_view) override {}
};

/// Stamps on what a slide is drawn upon: its layout and that one's master. Their other texts are a template's.
class Backgrounds {
 public:
  Backgrounds(ZipReader& zip, const ExtractLimits& limits) : zip_(zip), limits_(limits) {}

  /// `relations` are those of a slide, its notes or a layout.
  void add(const Relations& relations) {
    for (const auto& [_, relation] : relations) {
      const bool background =
          relation.type == "slideLayout" || relation.type == "slideMaster" || relation.type == "notesMaster";
      if (!background || !zip_.has(relation.part) || !seen_.insert(relation.part).second) continue;
      Flow flow(limits_);
      DrawingPart shapes(flow);
      parse_part(zip_, relation.part, shapes);
      collect_stamps(flow.take_pages(), stamps_);
      if (relation.type == "slideLayout") add(relations_of(zip_, relation.part));
    }
  }
  const std::string& stamps() const { return stamps_; }

 private:
  ZipReader& zip_;
  const ExtractLimits& limits_;
  std::set<std::string> seen_;
  std::string stamps_;
};

}  // namespace

ExtractedText extract_pptx(std::string_view bytes, const ExtractLimits& limits) {
  ZipReader zip(bytes, limits);
  SlideList slides;
  parse_part(zip, "ppt/presentation.xml", slides);
  const Relations relations = relations_of(zip, "ppt/presentation.xml");
  Flow flow(limits);
  bool pictures = false;
  const auto read = [&](const std::string& part) {
    DrawingPart shapes(flow);
    parse_part(zip, part, shapes);
    pictures = pictures || shapes.has_pictures();
  };
  Backgrounds backgrounds(zip, limits);
  for (const std::string& id : slides.relations) {
    const auto slide = relations.find(id);
    if (slide == relations.end() || !zip.has(slide->second.part)) {
      throw ExtractError("damaged", "slide " + id + " is missing");
    }
    flow.new_page();
    read(slide->second.part);
    const Relations parts = relations_of(zip, slide->second.part);
    for (const char* type : {"diagramData", "notesSlide"}) {
      for (const auto& [_, relation] : parts) {
        if (relation.type != type || !zip.has(relation.part)) continue;
        read(relation.part);
        if (relation.type == "notesSlide") backgrounds.add(relations_of(zip, relation.part));
      }
    }
    backgrounds.add(parts);
  }
  ExtractedText result;
  result.pages = flow.take_pages();
  result.pages.front().insert(0, backgrounds.stamps());
  read_properties(zip, "docProps/core.xml", result.properties);
  refuse_letterless(result, pictures);
  return result;
}

}  // namespace vankien
