#include "searchd/api/original.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

#include "analyzers/schema/record.h"

namespace vankien::api {
namespace {

// However many digits: what is larger than any file is behind its end.
std::optional<std::uint64_t> read_number(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || end != digits.data() + digits.size()) return std::nullopt;
  if (error == std::errc::result_out_of_range) return std::numeric_limits<std::uint64_t>::max();
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

// Names of range units are read in any case (RFC 9110, 14.1).
bool begins_with_unit(std::string_view header, std::string_view unit) {
  return header.size() >= unit.size() &&
         std::equal(unit.begin(), unit.end(), header.begin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
}

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-' ||
         c == '_';
}

}  // namespace

OriginalOf original_of(const StoredDocument& document) {
  const auto fields = nlohmann::json::parse(stored_fields(document.stored));
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
  if (!begins_with_unit(header, kUnit)) return whole;
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
