#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/flow.h"
#include "indexer/extract/sax_parser.h"

namespace vankien {

/// Turns OpenDocument text into flowing text: paragraphs, tabs, tables row by row, text boxes, page breaks. Notes
/// follow the paragraph that carries them. Tracked deletions and comments are not text.
class OdtPart : public SaxHandler {
 public:
  /// What is read: the body of content.xml, or the headers and footers of styles.xml.
  enum class Region { body, furniture };
  OdtPart(Region region, Flow& flow) : region_(region), flow_(flow) {}

  bool has_pictures() const { return pictures_; }

  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void characters(std::string_view utf8) override;

 private:
  enum class Element { other, region, paragraph, span, row, cell, box };
  Element start_in_region(std::string_view name, const Attributes& attributes);
  void start_in_paragraph(std::string_view name, const Attributes& attributes);
  void start_outside(std::string_view name, const Attributes& attributes);
  void end_paragraph();

  const Region region_;
  Flow& flow_;
  std::vector<Element> open_;
  std::set<std::string, std::less<>> page_starting_styles_;
  std::string style_;
  int regions_ = 0;   // depth of elements whose content is read
  int skipping_ = 0;  // depth inside an element whose content is no text
  bool page_ends_ = false;
  bool pictures_ = false;
};

}  // namespace vankien
