#include "indexer/metadata/recipients_field.h"

#include <algorithm>

#include "analyzers/char_filters.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kMostEntry = 400;  // bytes; longer ones are prose that ran in
constexpr std::size_t kBehindHead = 30;  // lines behind the head where "Kính gửi" may stand

using Text = std::u32string_view;

class Entries {
 public:
  // A line of entries: several may have run together, "…, - Các vụ; - Lưu VT".
  void begin(std::string_view text) {
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t next = next_bullet(text, at);
      open(text.substr(at, next - at));
      at = next + 1;
    }
  }

  /// The next line of the last entry.
  void go_on(std::string_view text) {
    if (open_.empty()) return;
    open_ += " ";
    const std::size_t next = next_bullet(text, 0);
    open_ += text.substr(0, next);
    if (next < text.size()) begin(text.substr(next + 1));
  }

  /// In a sentence a comma ends nothing: "Các đảng ủy xã, / phường".
  bool stopped() const { return open_.empty() || open_.ends_with(';') || open_.ends_with('.'); }
  bool ended() const {
    return open_.empty() || open_.ends_with(';') || open_.ends_with(',') || open_.ends_with('.');
  }
  bool any() const { return any_; }

  std::vector<std::string> take() {
    close();
    return std::move(entries_);
  }

 private:
  static std::size_t next_bullet(std::string_view text, std::size_t from) {
    for (const char* sign : {", - ", "; - ", ". - "})
      if (const auto at = text.find(sign, from); at != text.npos) return at + 2;
    return text.size();
  }

  void open(std::string_view text) {
    close();
    while (!text.empty() && (text.front() == ' ' || text.front() == '+')) text.remove_prefix(1);
    open_ = text;
    any_ = any_ || !open_.empty();
  }

  void close() {
    std::string entry = std::move(open_);
    open_.clear();
    while (!entry.empty() && std::string_view(" ,;.:/|").find(entry.back()) != std::string_view::npos)
      entry.pop_back();
    const std::u32string folded = fold_text(entry).chars;
    const Text words = without_bullet(folded);
    if (words.empty() || entry.size() > kMostEntry) return;
    if (begins_with_any(words, {U"như trên", U"như kính gửi", U"như điều", U"như khoản", U"như nơi nhận",
                                U"lưu", U"đã ký"}))
      return;
    if (entry.find("...") != std::string::npos || entry.find("…") != std::string::npos) return;  // a form
    const std::size_t skip = folded.size() - words.size();
    entry.erase(0, fold_text(entry).offsets[skip]);
    if (std::find(entries_.begin(), entries_.end(), entry) == entries_.end())
      entries_.push_back(std::move(entry));
  }

  std::vector<std::string> entries_;
  std::string open_;
  bool any_ = false;
};

bool ends_entry(const Cell& cell) {
  return cell.text.ends_with(';') || cell.text.ends_with(',') || cell.text.ends_with('.');
}

bool has_bullet(const Cell& cell) {
  const Text text = cell.folded.chars;  // U+F0B7 is Word's bullet
  return !text.empty() && (is_dash(text[0]) || text[0] == U'+' || text[0] == U'•' || text[0] == U'\uF0B7');
}

std::string_view behind_colon(const Cell& cell) {
  const std::string_view text = cell.text;
  const auto at = text.find(':');
  return at == text.npos ? std::string_view() : text.substr(at + 1);
}

// "Kính gửi: - A; - B", "Kính gửi: A; B; C.", or the addressees below it.
void read_greeting(const Letterhead& head, Entries& entries) {
  const std::size_t last = std::min(head.lines.size(), head.end + kBehindHead);
  for (std::size_t i = head.begin; i < last; ++i) {
    if (head.lines[i].cells.empty()) continue;
    const Cell& first = head.lines[i].cells[0];
    if (begins_with_any(without_bullet(first.folded.chars), {U"căn cứ", U"nơi nhận"})) return;
    if (!begins_with_any(without_bullet(first.folded.chars), {U"kính gửi", U"kính trình"})) continue;
    std::string_view rest = behind_colon(first);
    if (rest.empty() && first.text.find(':') == std::string::npos)
      continue;  // "Kính trình Ban Thường vụ xem xét"
    std::string line(rest);
    for (std::size_t c = 1; c < head.lines[i].cells.size(); ++c) line += " " + head.lines[i].cells[c].text;
    const auto add = [&](std::string_view text) {
      for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(';', at), text.size());
        entries.begin(text.substr(at, end + 1 - at));
        at = end + 1;
      }
    };
    add(line);
    if (line.size() > kMostEntry) return;  // the text ran in
    const bool below = line.empty() || line.ends_with(';') || line.ends_with(',');
    for (++i; i < last; ++i) {
      if (head.lines[i].cells.empty()) {
        if (entries.any() && entries.ended()) return;
        continue;
      }
      const Cell& cell = head.lines[i].cells[0];
      if (has_bullet(cell) && below)
        add(cell.text);
      else if (entries.any() && !entries.stopped() && !begins_sentence(cell) && !cell.capitals)
        entries.go_on(cell.text);
      else
        return;
    }
    return;
  }
}

void read_list(const Closing& closing, Entries& entries) {
  bool begun = false;
  bool filed = false;
  for (const Line& line : closing.lines) {
    if (line.cells.empty()) continue;
    const Cell& left = line.cells[0];
    if (!begun) {
      const auto cell = std::find_if(line.cells.begin(), line.cells.end(), begins_recipients);
      if (cell == line.cells.end()) continue;
      begun = true;
      entries.begin(behind_colon(*cell));
      continue;
    }
    if (has_bullet(left)) {
      filed = begins_with(without_bullet(left.folded.chars), U"lưu");
      entries.begin(left.text);
    } else if (!left.capitals && !entries.ended() && !filed &&
               (line.cells.size() > 1 || !begins_sentence(left) || ends_entry(left))) {
      entries.go_on(left.text);
    } else if (filed && !left.capitals) {
      return;
    }
  }
}

}  // namespace

std::vector<std::string> read_recipients(const Letterhead& head, const Closing& closing) {
  Entries entries;
  read_greeting(head, entries);
  if (closing.marked) read_list(closing, entries);
  return entries.take();
}

}  // namespace vankien
