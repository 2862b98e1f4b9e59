#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vankien {

/// A line of JSON with its longest part read already, and the rest left for the parser.
struct PartedLine {
  std::string rest;  ///< the line, "" where the body's letters were
  std::string body;  ///< its value
};

/// Parts the body from a line that is an object with a plain string "body": nine tenths of a line, which a parser of any
/// JSON reads letter by letter.
///   {"id": "a", "body": "Điều 1.\nPhạm vi"}  →  {"id": "a", "body": ""}, "Điều 1.⏎Phạm vi"
/// Nothing where the parser must see all of it: another value stands there, the key stands twice, a string has \u escapes
/// or control characters, a value before it is a list or an object, or it is no such object at all. `line` is UTF-8. Of
/// what comes back `rest` is JSON if and only if the line is.
std::optional<PartedLine> part_body(std::string_view line);

}  // namespace vankien
