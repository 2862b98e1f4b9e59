#include "searchd/http/query_string.h"

#include <fmt/format.h>

#include <set>

#include "analyzers/mapped_text.h"
#include "searchd/api/error.h"

namespace vankien::http {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool has_control(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return true;
  return false;
}

/// Line feeds and tabs are part of texts people paste into a search box; other control characters are not.
bool has_bad_control(std::string_view text) {
  for (const char c : text)
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F)
      return true;
  return false;
}

std::string decode(std::string_view text, bool in_query, std::string_view what) {
  auto decoded = percent_decode(text, in_query);
  if (!decoded)
    throw api::ApiError(api::Code::kBadRequest, fmt::format("Invalid percent-encoding in the {}.", what));
  if (in_query ? has_bad_control(*decoded) : has_control(*decoded))
    throw api::ApiError(api::Code::kBadRequest, fmt::format("Control character in the {}.", what));
  if (!is_valid_utf8(*decoded))
    throw api::ApiError(api::Code::kBadRequest, fmt::format("The {} is not UTF-8.", what));
  return *decoded;
}

std::vector<std::string> read_path(std::string_view path) {
  std::vector<std::string> segments;
  if (path == "/") return segments;
  for (std::size_t begin = 1; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    std::string segment = decode(path.substr(begin, end - begin), false, "path");
    if (segment.empty() || segment == "." || segment == "..")
      throw api::ApiError(api::Code::kNotFound, "There is nothing at this path.");
    segments.push_back(std::move(segment));
    begin = end + 1;
  }
  return segments;
}

std::vector<api::Parameter> read_query(std::string_view query) {
  std::vector<api::Parameter> parameters;
  std::set<std::string> names;
  for (std::size_t begin = 0; begin < query.size();) {
    const std::size_t end = std::min(query.find('&', begin), query.size());
    const std::string_view pair = query.substr(begin, end - begin);
    begin = end + 1;
    if (pair.empty()) continue;
    const std::size_t sign = std::min(pair.find('='), pair.size());
    api::Parameter parameter{decode(pair.substr(0, sign), true, "query"), ""};
    if (sign < pair.size()) parameter.value = decode(pair.substr(sign + 1), true, "query");
    if (!names.insert(parameter.name).second)
      throw api::ApiError(api::Code::kBadRequest,
                          fmt::format("Parameter `{}` is given twice.", parameter.name));
    parameters.push_back(std::move(parameter));
  }
  return parameters;
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      decoded += ' ';
    } else if (text[i] != '%') {
      decoded += text[i];
    } else {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = hex_value(text[i + 1]), low = hex_value(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return decoded;
}

Target read_target(std::string_view target) {
  if (target.empty() || target.front() != '/')
    throw api::ApiError(api::Code::kBadRequest, "The request target must begin with `/`.");
  target = target.substr(0, target.find('#'));
  const std::size_t mark = std::min(target.find('?'), target.size());
  Target parts;
  parts.segments = read_path(target.substr(0, mark));
  if (mark < target.size()) parts.query = read_query(target.substr(mark + 1));
  return parts;
}

}  // namespace vankien::http
