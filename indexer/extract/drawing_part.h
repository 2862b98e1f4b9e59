#pragma once

#include <string_view>
#include <vector>

#include "indexer/extract/flow.h"
#include "indexer/extract/sax_parser.h"

namespace vankien {

/// Turns DrawingML – a slide, its notes, shapes on a sheet, a diagram – into flowing text, shape by shape in the
/// file's order, which is the order in which they were drawn. Page numbers and pictures of slides are no text.
class DrawingPart : public SaxHandler {
 public:
  explicit DrawingPart(Flow& flow) : flow_(flow) {}

  bool has_pictures() const { return pictures_; }

  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void characters(std::string_view utf8) override;

 private:
  Flow& flow_;
  int skipping_ = 0;  // depth inside an element whose content is no text
  bool in_text_ = false;
  bool pictures_ = false;
};

}  // namespace vankien
