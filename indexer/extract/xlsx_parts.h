#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/flow.h"
#include "indexer/extract/sax_parser.h"

namespace vankien {

/// xl/workbook.xml: the sheets in their order, and from when days are counted.
class WorkbookPart : public SaxHandler {
 public:
  struct Sheet {
    std::string name;
    std::string relation;  ///< "rId1"
  };
  std::vector<Sheet> sheets;
  bool from_1904 = false;

  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view) override {}
  void characters(std::string_view) override {}
};

/// xl/sharedStrings.xml: texts that cells name by number. Phonetic guides are left out.
class SharedStrings : public SaxHandler {
 public:
  std::string_view at(std::size_t index) const;  ///< "" beyond the end

  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void characters(std::string_view utf8) override;

 private:
  std::string texts_;
  std::vector<std::size_t> ends_;
  int phonetic_ = 0;
  bool in_text_ = false;
};

/// xl/styles.xml: the number format of each cell style.
class NumberFormats : public SaxHandler {
 public:
  std::string_view of_style(std::size_t style) const;  ///< "General" beyond the end

  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void characters(std::string_view) override {}

 private:
  std::map<unsigned, std::string> own_;
  std::vector<unsigned> styles_;
  bool in_cell_styles_ = false;
};

/// One sheet: its rows as rows of the flow, empty cells left out but for one before a row that begins further
/// right than others; texts of its printed headers and footers apart.
class SheetPart : public SaxHandler {
 public:
  SheetPart(Flow& flow, const SharedStrings& strings, const NumberFormats& formats, bool from_1904)
      : flow_(flow), strings_(strings), formats_(formats), from_1904_(from_1904) {}

  const std::string& header_lines() const { return header_lines_; }

  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void characters(std::string_view utf8) override;

 private:
  std::string shown_value() const;
  void write_cell();

  Flow& flow_;
  const SharedStrings& strings_;
  const NumberFormats& formats_;
  const bool from_1904_;
  std::string type_;
  std::string value_;
  std::string header_lines_;
  std::size_t style_ = 0;
  std::size_t column_ = 0;        // of the open cell, from 0
  std::size_t first_column_ = 0;  // of the sheet so far
  bool seen_cell_ = false;
  bool row_is_empty_ = true;
  bool reading_ = false;
  bool in_header_ = false;
};

}  // namespace vankien
