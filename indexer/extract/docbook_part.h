#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "indexer/extract/flow.h"
#include "indexer/extract/sax_parser.h"

namespace vankien {

/// Turns the DocBook that antiword writes into flowing text. There a line feed inside a paragraph or a cell ends a
/// line, and what stands between elements is indentation. antiword writes a tab as a blank; `with_tabs` gives a
/// line its tabs back.
class DocBookPart : public SaxHandler {
 public:
  using WithTabs = std::function<std::string_view(std::string_view line)>;
  DocBookPart(Flow& flow, std::map<std::string, std::string>& properties, WithTabs with_tabs)
      : flow_(flow), properties_(properties), with_tabs_(std::move(with_tabs)) {}

  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void characters(std::string_view utf8) override;

 private:
  void write_lines();

  Flow& flow_;
  std::map<std::string, std::string>& properties_;
  WithTabs with_tabs_;
  std::string text_;  // of the open paragraph, title or cell
  std::string property_;
  std::string emphasis_;        // role of the open one
  std::string ended_emphasis_;  // role of the one that ended where the text stands
  bool body_ = false;
};

}  // namespace vankien
