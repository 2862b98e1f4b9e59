#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/extract/flow.h"
#include "indexer/extract/sax_parser.h"

namespace vankien {

/// Turns the WordprocessingML of one part (body, footnotes, header) into flowing text: runs, tabs, breaks,
/// tables, text boxes, page breaks. Text marked as deleted or moved away is not text.
class WordPart : public SaxHandler {
 public:
  /// Where a diagram (SmartArt) stands, `diagram` is called with the id of its part's relation.
  using Diagram = std::function<void(const std::string& relation)>;
  explicit WordPart(Flow& flow, Diagram diagram = {}) : flow_(flow), diagram_(std::move(diagram)) {}

  bool has_pictures() const { return pictures_; }

  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void characters(std::string_view utf8) override;

 private:
  enum class Element { other, run, text, paragraph, row, cell, box };
  void start_in_run(std::string_view name, const Attributes& attributes);
  void add_watermark(std::string_view text);
  void end_paragraph();

  Flow& flow_;
  const Diagram diagram_;
  std::vector<Element> open_;
  int skipping_ = 0;  // depth inside an element whose content is no text
  bool page_ends_ = false;
  bool pictures_ = false;
};

}  // namespace vankien
