#include "searchd/api/documents_payload.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <unordered_set>
#include <vector>

#include "analyzers/schema/json_guard.h"
#include "searchd/api/error.h"
#include "searchd/api/json_body.h"

namespace vankien::api {
namespace {

using nlohmann::json;

[[noreturn]] void fail(const std::string& what) {
  throw ApiError(Code::kMalformedPayload, "The json payload provided is malformed" + what);
}

/// Looks at JSON as it is read: an object, or, if `lists`, an array of objects.
class Form final : public json::json_sax_t {
 public:
  explicit Form(bool lists) : lists_(lists) {}

  bool null() override { return leaf("null"); }
  bool boolean(bool) override { return leaf("a boolean"); }
  bool number_integer(number_integer_t) override { return leaf("a number"); }
  bool number_unsigned(number_unsigned_t) override { return leaf("a number"); }
  bool number_float(number_float_t, const string_t&) override { return leaf("a number"); }
  bool string(string_t&) override { return leaf("a string"); }
  bool binary(binary_t&) override { return leaf("bytes"); }
  bool start_object(std::size_t) override {
    if (open_.empty() || is_list()) ++count_;
    return open(false);
  }
  bool key(string_t& name) override {
    if (!open_.back().names.insert(name).second)
      fail(fmt::format(": it gives the field {} twice.", excerpt(name)));
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override {
    if (is_list() || (open_.empty() && !lists_)) no_object("an array");
    return open(true);
  }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t position, const std::string&, const json::exception& error) override {
    if (dynamic_cast<const json::parse_error*>(&error) == nullptr)
      fail(": it holds a number that is too large.");
    fail(fmt::format(", at byte {}.", position));
  }

  std::uint64_t count() const { return count_; }

 private:
  struct Open {
    bool is_array;
    std::unordered_set<std::string> names;
  };

  /// Whether what comes next is an element of the outermost array.
  bool is_list() const { return open_.size() == 1 && open_.back().is_array; }
  bool leaf(const char* kind) const {
    if (open_.empty() || is_list()) no_object(kind);
    return true;
  }
  [[noreturn]] static void no_object(const char* kind) {
    fail(fmt::format(": expected an object for each document, but found {}.", kind));
  }
  bool open(bool is_array) {
    if (open_.size() > kMostJsonDepth)
      fail(fmt::format(": it is nested deeper than {} levels.", kMostJsonDepth));
    open_.push_back({is_array, {}});
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  bool lists_;
  std::vector<Open> open_;
  std::uint64_t count_ = 0;
};

/// The objects of well-formed JSON, a line each. A line feed in it can only stand between tokens.
std::string split(std::string_view text) {
  std::string lines;
  lines.reserve(text.size() + 1);
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (!in_string && c == '{') ++depth;
    if (depth > 0) lines += c == '\n' || c == '\r' ? ' ' : c;
    if (in_string && c == '\\') {
      lines += text[++i];
    } else if (c == '"') {
      in_string = !in_string;
    } else if (!in_string && c == '}' && --depth == 0) {
      lines += '\n';
    }
  }
  return lines;
}

DocumentsPayload read_json_documents(const std::string& body) {
  Form form(true);
  json::sax_parse(body, &form);
  return {split(body), form.count()};
}

DocumentsPayload read_ndjson_documents(const std::string& body) {
  DocumentsPayload payload;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    const std::string_view line = std::string_view(body).substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    try {
      Form form(false);
      json::sax_parse(line, &form);
    } catch (const ApiError& error) {
      throw ApiError(error.code(), fmt::format("Line {}: {}", number, error.what()));
    }
    payload.lines += split(line);
    ++payload.count;
  }
  return payload;
}

}  // namespace

DocumentsPayload read_documents_payload(const Request& request) {
  const bool is_json =
      read_content_type(request, {"application/json", "application/x-ndjson"}) == "application/json";
  if (request.body.find_first_not_of(" \t\r\n") == std::string::npos)
    throw ApiError(Code::kMissingPayload,
                   fmt::format("A {} payload is missing.", is_json ? "json" : "ndjson"));
  // Which the parser takes for the end: what follows would reach the spool unread.
  if (const auto nul = request.body.find('\0'); nul != std::string::npos)
    fail(fmt::format(", at byte {}.", nul + 1));
  return is_json ? read_json_documents(request.body) : read_ndjson_documents(request.body);
}

}  // namespace vankien::api
