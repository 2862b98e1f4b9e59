#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extract.h"

namespace vankien {

/// Writes the flow of a document – lines, table rows, boxes, pages – as the plain text ExtractedText
/// promises.
///
/// A row's cells stand beside each other, parted by tabs. Cells of several lines stay side by side line by
/// line, because the letterhead of an official paper is such a row:
///
///     TỈNH ỦY ĐÔNG GIANG ⇥ ĐẢNG CỘNG SẢN VIỆT NAM
///     *
///     Số 05-NQ/TU ⇥ Giang Thành, ngày 01 tháng 6 năm 2022
///
/// Calls: (text | end_line | end_block | new_page | open_row (open_cell … close_cell)* close_row |
/// open_box … close_box)*, then take_pages once. A call that has no counterpart is ignored: what comes out of
/// damaged files is seldom balanced. Text over the limits throws ExtractError too_large.
class Flow {
 public:
  explicit Flow(const ExtractLimits& limits);

  void text(std::string_view utf8);             ///< as it is; must hold no line feed
  void collapsing_text(std::string_view utf8);  ///< runs of white space become one blank, as in HTML
  void end_line();   ///< an empty line becomes a blank one; two blank ones become one
  void end_block();  ///< ends the open line, if there is one
  void new_page();   ///< inside a table it waits for the row's end; no empty pages

  void open_row();
  void open_cell();
  void close_cell();
  void close_row();

  /// A text box stands beside the paragraph it is anchored in: its lines follow that paragraph.
  void open_box();
  void close_box();

  bool line_is_empty() const { return frames_.back().open.empty(); }
  std::vector<std::string> take_pages();

 private:
  enum class Kind { page, row, cell, box };
  struct Frame {
    Kind kind = Kind::page;
    std::string open;
    std::vector<std::string> lines;               // of a cell or a box; a page's lines go to pages_ at once
    std::vector<std::string> boxed;               // wait for the end of the open line
    std::vector<std::vector<std::string>> cells;  // of a row
  };

  void count(std::size_t bytes);
  void add_line(std::string line);
  void flush_boxes();
  void write_row(const Frame& row);

  const ExtractLimits limits_;
  std::vector<Frame> frames_;
  std::vector<std::string> pages_;
  std::size_t written_ = 0;
  bool blank_waits_ = false;
  bool page_waits_ = false;
};

}  // namespace vankien
