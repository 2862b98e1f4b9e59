#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analyzers/mapped_text.h"

namespace vankien {

/// One stretch of a line: a whole line of prose, or one side of the letterhead.
struct Cell {
  std::string text;       ///< NFC, Đ repaired, single blanks; tone placement and case as on the paper
  MappedText folded;      ///< fold_text(text): compare here, then point into `text`
  bool capitals = false;  ///< has letters, and all of them are capitals

  /// `text` from the folded code point on.
  std::string_view text_from(std::size_t i) const { return std::string_view(text).substr(folded.offsets[i]); }
};

/// The cells of a line. They do not change, and copies share them: the head, the closing and the end hold the same lines, and
/// copying their letters took 3 % of a bulk run.
class Cells {
 public:
  Cells() = default;
  explicit Cells(std::vector<Cell> made)
      : made_(made.empty() ? nullptr : std::make_shared<const std::vector<Cell>>(std::move(made))) {}
  std::size_t size() const { return made_ ? made_->size() : 0; }
  bool empty() const { return !made_; }
  const Cell& operator[](std::size_t i) const { return (*made_)[i]; }
  const Cell& front() const { return made_->front(); }
  const Cell& back() const { return made_->back(); }
  const Cell* begin() const { return made_ ? made_->data() : nullptr; }
  const Cell* end() const { return begin() + size(); }

 private:
  std::shared_ptr<const std::vector<Cell>> made_;
};

struct Line {
  Cells cells;
  bool rule = false;  ///< "-----", "____", "*": parts of the page, not of the text
  bool blank() const { return cells.empty() && !rule; }
};

/// The first `most` filled lines of a text (of blank ones at most two together are kept), cut where one line
/// holds two columns:
///   "TỈNH ỦY ĐÔNG GIANG      ĐẢNG CỘNG SẢN VIỆT NAM"  →  {"TỈNH ỦY ĐÔNG GIANG", "ĐẢNG CỘNG SẢN VIỆT NAM"}
///   "CHÍNH PHỦ------- | CỘNG HÒA … NAMĐộc lập - …"    →  three cells, with a rule
/// Cells are parted by tabs, strokes, rules, three or more blanks, and around the two national headings
/// however they are glued. What only looks like a gap is closed again: "ngày      tháng 5", "Số      -BB/TU".
std::vector<Line> read_lines(std::string_view text, std::size_t most);

/// The same for the last `most` filled lines, in the order of the text.
std::vector<Line> read_last_lines(std::string_view text, std::size_t most);

/// Reads lines of texts that stay where they are while it lives, each line once: the head, the closing and the end of a short
/// paper are the same lines.
///   LineReader reader; reader.first(page, 100); reader.last(page, 40);
class LineReader {
 public:
  /// As read_lines and read_last_lines.
  std::vector<Line> first(std::string_view text, std::size_t most);
  std::vector<Line> last(std::string_view text, std::size_t most);

 private:
  const Line& read(std::string_view bytes);
  std::unordered_map<const char*, std::pair<std::size_t, Line>>
      known_;  ///< by where they begin; how long they are
};

}  // namespace vankien
