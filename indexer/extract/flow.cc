#include "indexer/extract/flow.h"

#include <algorithm>
#include <utility>

namespace vankien {
namespace {

// Old web pages are one table with the whole document in one cell: from this many lines on a cell is a place
// on the page, not a field of a row, and its neighbours come after it.
constexpr std::size_t kLayoutLines = 60;
constexpr std::size_t kMaxNesting = 1000;

void trim_end(std::string& line) {
  for (;;) {
    if (line.ends_with(' ') || line.ends_with('\t')) {
      line.pop_back();
    } else if (line.ends_with("\u00A0")) {
      line.resize(line.size() - 2);
    } else {
      return;
    }
  }
}

bool is_html_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

}  // namespace

Flow::Flow(const ExtractLimits& limits) : limits_(limits), frames_(1), pages_(1) {}

void Flow::count(std::size_t bytes) {
  written_ += bytes;
  if (written_ > limits_.output_bytes) {
    throw ExtractError("too_large", "more than " + std::to_string(limits_.output_bytes) + " bytes of text");
  }
}

void Flow::text(std::string_view utf8) {
  count(utf8.size());
  frames_.back().open += utf8;
}

void Flow::collapsing_text(std::string_view utf8) {
  count(utf8.size());
  std::string& open = frames_.back().open;
  for (const char c : utf8) {
    if (!is_html_space(c)) {
      open += c;
    } else if (!open.empty() && open.back() != ' ') {
      open += ' ';
    }
  }
}

void Flow::end_line() {
  count(1);
  add_line(std::exchange(frames_.back().open, {}));
  flush_boxes();
}

void Flow::end_block() {
  if (!frames_.back().open.empty()) {
    end_line();
  } else {
    flush_boxes();
  }
}

void Flow::flush_boxes() {
  for (std::string& line : std::exchange(frames_.back().boxed, {})) add_line(std::move(line));
}

void Flow::add_line(std::string line) {
  trim_end(line);
  Frame& frame = frames_.back();
  if (frame.kind != Kind::page) {
    frame.lines.push_back(std::move(line));
    return;
  }
  std::string& page = pages_.back();
  if (line.empty()) {
    blank_waits_ = !page.empty();
    return;
  }
  if (std::exchange(blank_waits_, false)) page += '\n';
  page += line;
  page += '\n';
}

void Flow::new_page() {
  if (frames_.size() > 1) {
    page_waits_ = true;
    return;
  }
  end_block();
  page_waits_ = blank_waits_ = false;
  if (pages_.back().empty()) return;
  if (pages_.size() >= limits_.pages) {
    throw ExtractError("too_large", "more than " + std::to_string(limits_.pages) + " pages");
  }
  pages_.emplace_back();
}

void Flow::open_row() {
  if (frames_.size() > kMaxNesting) throw ExtractError("damaged", "tables nested too deeply");
  end_block();
  frames_.emplace_back().kind = Kind::row;
}

void Flow::open_cell() {
  if (frames_.back().kind == Kind::row) frames_.emplace_back().kind = Kind::cell;
}

void Flow::close_cell() {
  end_block();
  if (frames_.back().kind != Kind::cell) return;
  std::vector<std::string> lines = std::move(frames_.back().lines);
  frames_.pop_back();
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  frames_.back().cells.push_back(std::move(lines));
}

void Flow::close_row() {
  if (frames_.back().kind == Kind::cell) close_cell();
  if (frames_.back().kind != Kind::row) return;
  end_block();
  const Frame row = std::move(frames_.back());
  frames_.pop_back();
  write_row(row);
  if (page_waits_ && frames_.size() == 1) new_page();
}

void Flow::write_row(const Frame& row) {
  std::size_t height = 0;
  for (const auto& cell : row.cells) height = std::max(height, cell.size());
  if (height >= kLayoutLines || row.cells.size() == 1) {
    for (const auto& cell : row.cells) {
      for (const std::string& line : cell) add_line(line);
    }
  } else {
    for (std::size_t i = 0; i < height; ++i) {
      std::string line;
      for (std::size_t column = 0; column < row.cells.size(); ++column) {
        if (column > 0) line += '\t';
        if (i < row.cells[column].size()) line += row.cells[column][i];
      }
      count(row.cells.size());
      add_line(std::move(line));
    }
  }
  for (const std::string& line : row.lines) add_line(line);  // stood in the table, but in no cell
}

void Flow::open_box() {
  if (frames_.size() > kMaxNesting) throw ExtractError("damaged", "text boxes nested too deeply");
  frames_.emplace_back().kind = Kind::box;
}

void Flow::close_box() {
  if (frames_.back().kind != Kind::box) return;
  end_block();
  std::vector<std::string> lines = std::move(frames_.back().lines);
  frames_.pop_back();
  std::move(lines.begin(), lines.end(), std::back_inserter(frames_.back().boxed));
}

std::vector<std::string> Flow::take_pages() {
  while (frames_.size() > 1) {
    switch (frames_.back().kind) {
      case Kind::cell:
        close_cell();
        break;
      case Kind::row:
        close_row();
        break;
      default:
        close_box();
    }
  }
  end_block();
  if (pages_.size() > 1 && pages_.back().empty()) pages_.pop_back();
  return std::move(pages_);
}

}  // namespace vankien
