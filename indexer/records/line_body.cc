#include "indexer/records/line_body.h"

#include <algorithm>

namespace vankien {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kKey = "\"body\"";

// Goes forward over a line; a step that fails leaves it to the parser.
class Walk {
 public:
  explicit Walk(std::string_view line) : line_(line) {}

  bool take(char c) {
    at_ = std::min(line_.find_first_not_of(kBlanks, at_), line_.size());
    if (at_ == line_.size() || line_[at_] != c) return false;
    ++at_;
    return true;
  }

  /// The string that begins here, without its quotes and as it is written.
  std::optional<std::string_view> take_string() {
    if (!take('"')) return std::nullopt;
    const std::size_t begin = at_;
    for (;;) {
      const std::size_t quote = line_.find('"', at_);
      if (quote == line_.npos) return std::nullopt;
      std::size_t strokes = 0;
      while (quote - strokes > begin && line_[quote - strokes - 1] == '\\') ++strokes;
      at_ = quote + 1;
      if (strokes % 2 == 0) return line_.substr(begin, quote - begin);
    }
  }

  /// A number or a word, or a string.
  bool skip_value() {
    if (peek() == '"') return take_string().has_value();
    const std::size_t end = line_.find_first_of(",}[{\"", at_);
    if (end == line_.npos || (line_[end] != ',' && line_[end] != '}')) return false;
    at_ = end;
    return true;
  }

  char peek() {
    at_ = std::min(line_.find_first_not_of(kBlanks, at_), line_.size());
    return at_ < line_.size() ? line_[at_] : '\0';
  }

  std::size_t at() const { return at_; }

 private:
  std::string_view line_;
  std::size_t at_ = 0;
};

char unescaped(char c) {
  switch (c) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case 'f':
      return '\f';
    case 'b':
      return '\b';
    case '"':
    case '\\':
    case '/':
      return c;
    default:
      return '\0';
  }
}

std::optional<std::string> unescape(std::string_view written) {
  if (std::any_of(written.begin(), written.end(), [](char c) { return c >= 0 && c < ' '; }))
    return std::nullopt;
  std::string out;
  out.reserve(written.size());
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t stroke = std::min(written.find('\\', at), written.size());
    out.append(written, at, stroke - at);
    if (stroke == written.size()) break;
    const char c = stroke + 1 < written.size() ? unescaped(written[stroke + 1]) : '\0';
    if (c == '\0') return std::nullopt;
    out.push_back(c);
    at = stroke + 2;
  }
  return out;
}

}  // namespace

std::optional<PartedLine> part_body(std::string_view line) {
  Walk walk(line);
  if (!walk.take('{')) return std::nullopt;
  for (;;) {
    const auto key = walk.take_string();
    if (!key || key->find('\\') != key->npos || !walk.take(':')) return std::nullopt;
    if (*key == "body") break;
    if (!walk.skip_value() || !walk.take(',')) return std::nullopt;
  }
  if (walk.peek() != '"') return std::nullopt;
  const std::size_t begin = walk.at();
  const auto written = walk.take_string();
  if (!written) return std::nullopt;
  // The last of two keys would hold, and a key may be written with escapes.
  const std::string_view behind = line.substr(walk.at());
  if (behind.find(kKey) != behind.npos || behind.find("\\u") != behind.npos) return std::nullopt;
  auto body = unescape(*written);
  if (!body) return std::nullopt;
  PartedLine parted{std::string(line.substr(0, begin)), std::move(*body)};
  parted.rest.append("\"\"").append(behind);
  return parted;
}

}  // namespace vankien
