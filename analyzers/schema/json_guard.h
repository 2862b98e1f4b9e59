#pragma once

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace vankien {

/// What JsonGuard refuses, as the end of a sentence: `gives the field "grade" twice`.
class JsonRefused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Levels of nesting that JSON from outside may have.
inline constexpr std::size_t kMostJsonDepth = 16;

/// Refuses, while JSON from outside is read, what nlohmann's parser would let pass: a field given twice (of which it keeps the
/// last, so that `"grade":"mat","grade":"open"` would be open), and deep nesting (values that hold others are
/// copied and written by recursion: 60,000 levels end a program). Throws JsonRefused.
///
///   JsonGuard<nlohmann::json> guard;
///   nlohmann::json::parse(text, std::ref(guard));
template <class Json>
class JsonGuard {
 public:
  bool operator()(int depth, typename Json::parse_event_t event, Json& parsed) {
    using Event = typename Json::parse_event_t;
    if (event == Event::object_start || event == Event::array_start) {
      if (static_cast<std::size_t>(depth) >= kMostJsonDepth)
        throw JsonRefused(fmt::format("is nested deeper than {} levels", kMostJsonDepth));
      keys_.emplace_back();
    } else if (event == Event::object_end || event == Event::array_end) {
      keys_.pop_back();
    } else if (event == Event::key) {
      if (!keys_.back().insert(parsed.template get<std::string>()).second)
        throw JsonRefused(fmt::format("gives the field {} twice", shorten(parsed)));
    }
    return true;
  }

 private:
  static std::string shorten(const Json& key) {
    constexpr std::size_t kMost = 60;
    std::string text = key.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (text.size() <= kMost) return text;
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "…";
  }

  std::vector<std::set<std::string>> keys_;
};

}  // namespace vankien
