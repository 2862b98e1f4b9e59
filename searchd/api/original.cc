#include "searchd/api/original.h"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "analyzers/schema/record.h"

namespace vankien::api {
namespace {

std::optional<std::uint64_t> read_number(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-' ||
         c == '_';
}

}  // namespace

OriginalOf original_of(const StoredDocument& document) {
  const auto fields = nlohmann::json::parse(split_record(document.stored).fields);
  const auto text = [&](const char* name) {
    const auto field = fields.find(name);
    return field != fields.end() && field->is_string() ? field->get<std::string>() : std::string();
  };
  return {text("path"), document.path_term, text("format"), fields.contains("parent")};
}

ByteRange read_range(std::string_view header, std::uint64_t size) {
  const ByteRange whole{0, size, ByteRange::Kind::kWhole};
  const ByteRange impossible{0, 0, ByteRange::Kind::kImpossible};
  constexpr std::string_view kUnit = "bytes=";
  if (!header.starts_with(kUnit)) return whole;
  header.remove_prefix(kUnit.size());
  const std::size_t dash = header.find('-');
  if (dash == std::string_view::npos) return whole;
  const auto first = read_number(header.substr(0, dash));
  const auto last = read_number(header.substr(dash + 1));
  if (dash == 0) {
    if (!last) return whole;
    if (*last == 0 || size == 0) return impossible;
    return {size - std::min(*last, size), size, ByteRange::Kind::kPart};
  }
  if (!first || (!last && dash + 1 < header.size()) || (last && *last < *first)) return whole;
  if (*first >= size) return impossible;
  return {*first, last && *last < size - 1 ? *last + 1 : size, ByteRange::Kind::kPart};
}

std::string content_disposition(bool download, std::string_view name) {
  std::string ascii, encoded;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain(c))
      encoded += c;
    else
      encoded += fmt::format("%{:02X}", byte);
    // One sign for each letter: the bytes that go on with one are left out.
    if (is_plain(c) || c == ' ')
      ascii += c;
    else if ((byte & 0xC0U) != 0x80U)
      ascii += '_';
  }
  return fmt::format("{}; filename=\"{}\"; filename*=UTF-8''{}", download ? "attachment" : "inline", ascii,
                     encoded);
}

}  // namespace vankien::api
