#include "analyzers/schema/json_text.h"

#include <bit>

#include "analyzers/mapped_text.h"
#include "analyzers/run_scan.h"

namespace vankien {
namespace {

// Bytes before the first that is not written as it is: a quote, a stroke, a control character.
std::size_t plain_bytes(std::string_view text) {
  using namespace sixteen_bytes;
  for (std::size_t at = 0; at < text.size(); at += sizeof(Bytes)) {
    const Bytes bytes = load(text, at);
    const unsigned found = bits_of((Bytes)(bytes < ' ') | (Bytes)(bytes == '"') | (Bytes)(bytes == '\\'));
    if (found != 0) return std::min(text.size(), at + static_cast<unsigned>(std::countr_zero(found)));
  }
  return text.size();
}

void append_escaped(std::string& out, char c) {
  switch (c) {
    case '\b':
      out += "\\b";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\r':
      out += "\\r";
      return;
    case '"':
    case '\\':
      out += '\\';
      out += c;
      return;
    default:
      constexpr const char* kDigits = "0123456789abcdef";
      out += "\\u00";
      out += kDigits[static_cast<unsigned char>(c) >> 4];
      out += kDigits[c & 0xF];
  }
}

}  // namespace

std::string dump_json(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void append_json(std::string& out, std::string_view text) {
  if (!is_valid_utf8(text)) {
    out += dump_json(text);
    return;
  }
  out += '"';
  for (std::size_t plain = plain_bytes(text); plain < text.size(); plain = plain_bytes(text)) {
    out.append(text, 0, plain);
    append_escaped(out, text[plain]);
    text.remove_prefix(plain + 1);
  }
  out.append(text);
  out += '"';
}

}  // namespace vankien
